import { REPORT_FORMATS } from '../../judge.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';
import { IDENTITY, MAX_BYTES, PEER_NAME, SHOW_VALUES } from './shared-options.js';

const INTO: readonly OptionSpec[] = [
  { form: '--into <run>', text: { fr: 'dossier du passage', en: 'run folder' } },
  { form: '--step <id>', text: { fr: 'étape que cela prouve', en: 'step it proves' } },
  { form: '--name <name>', text: { fr: 'nom du fichier de preuve', en: 'name of the evidence file' } },
];

/** Adding to the evidence of a run, and rendering it. */
export const EVIDENCE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'capture page',
    summary: {
      fr: 'photographie une page (une adresse, ou un fichier HTML) et l’ajoute aux preuves d’un passage',
      en: 'takes a picture of a page (an address, or an HTML file) and adds it to the evidence of a run',
    },
    arguments: [{ form: '<page>', text: { fr: 'adresse ou fichier', en: 'address or file' } }],
    options: [
      ...INTO,
      { form: '--selector <css>', text: { fr: 'cet élément seul', en: 'this element alone' } },
      {
        form: '--wait-for <css>',
        text: { fr: 'attend que cet élément soit visible', en: 'wait until this element shows' },
      },
      {
        form: '--mask <css>',
        text: {
          fr: 'noircit ces éléments avant la photo (répétable)',
          en: 'blacks these elements out first (repeatable)',
        },
        repeats: true,
      },
      {
        form: '--personal <css>',
        text: {
          fr: 'éléments qui portent des données personnelles : montrés ici, noircis par redact (répétable)',
          en: 'elements that bear personal data: shown here, blacked out by redact (repeatable)',
        },
        repeats: true,
      },
      {
        form: '--login <file>',
        text: {
          fr: 'gestes à faire d’abord (YAML : goto, fill, click, wait) ; les valeurs viennent de variables',
          en: 'gestures to do first (YAML: goto, fill, click, wait); values come from variables',
        },
      },
      { form: '--full-page', text: { fr: 'toute la page', en: 'the whole page' } },
      {
        form: '--viewport <size>',
        text: { fr: 'taille de la fenêtre', en: 'size of the window' },
        initial: '1280x800',
      },
      {
        form: '--allow-origin <origin>',
        text: {
          fr: 'autre origine que la page peut appeler (répétable ; défaut : la sienne seule)',
          en: 'another origin the page may call (repeatable; default: its own alone)',
        },
        repeats: true,
      },
      {
        form: '--timeout <seconds>',
        text: { fr: 'attente de chaque geste', en: 'wait for each gesture' },
        initial: '15',
      },
      ...IDENTITY,
      PEER_NAME,
    ],
    load: async () => (await import('./capture.js')).runCapturePage,
  },
  {
    name: 'capture terminal',
    summary: {
      fr: 'fait une image de ce qu’un programme affiche (entrée standard, ou --command), sans navigateur',
      en: 'makes a picture of what a program shows (standard input, or --command), without a browser',
    },
    options: [
      ...INTO,
      { form: '--command <line>', text: { fr: 'commande à lancer', en: 'command to run' } },
      { form: '--as <format>', text: { fr: 'format', en: 'format' }, choices: ['png', 'svg'], initial: 'png' },
      { form: '--columns <n>', text: { fr: 'largeur', en: 'width' }, initial: '100' },
      {
        form: '--mask <pattern>',
        text: {
          fr: 'noircit ce qui correspond (expression régulière, répétable)',
          en: 'blacks out what matches (regular expression, repeatable)',
        },
        repeats: true,
      },
    ],
    load: async () => (await import('./capture.js')).runCaptureTerminal,
  },
  {
    name: 'capture file',
    summary: {
      fr: 'ajoute aux preuves d’un passage des fichiers faits à la main : PNG, JPEG, PDF, MP4, texte',
      en: 'adds files made by hand to the evidence of a run: PNG, JPEG, PDF, MP4, text',
    },
    arguments: [{ form: '<files...>', text: { fr: 'fichiers', en: 'files' } }],
    options: [...INTO, MAX_BYTES],
    load: async () => (await import('./capture.js')).runCaptureFile,
  },
  {
    name: 'import',
    summary: {
      fr: 'ajoute aux preuves d’un passage le rapport d’un autre outil (Gazelle, OperationOutcome, TAR) et le compare au nôtre',
      en: 'adds the report of another tool (Gazelle, OperationOutcome, TAR) to the evidence of a run and compares it with ours',
    },
    arguments: [{ form: '<report>', text: { fr: 'rapport, en XML ou JSON', en: 'report, as XML or JSON' } }],
    options: [
      ...INTO,
      {
        form: '--link <url>',
        text: { fr: 'lien permanent du rapport sur sa plateforme', en: 'permanent link of the report on its platform' },
      },
      {
        form: '--about <evidence>',
        text: {
          fr: 'preuve sur laquelle il porte : identifiant ou nom (défaut : tout le passage)',
          en: 'evidence it is about: id or name (default: the whole run)',
        },
      },
      MAX_BYTES,
      SHOW_VALUES,
    ],
    load: async () => (await import('./import-report.js')).runImport,
  },
  {
    name: 'report',
    summary: { fr: 'rend à nouveau le résultat d’un passage', en: 'render the result of a run again' },
    arguments: [
      { form: '<run>', text: { fr: 'dossier du passage, ou result.json', en: 'run folder, or result.json' } },
    ],
    options: [
      {
        form: '--as <format>',
        text: { fr: 'format', en: 'format' },
        choices: REPORT_FORMATS,
        initial: 'text',
      },
      {
        form: '--out <file>',
        text: { fr: 'fichier (défaut : sortie standard)', en: 'file (default: standard output)' },
      },
      SHOW_VALUES,
      {
        form: '--redact',
        text: {
          fr: 'rapport d’une copie sans identités (dossier du passage seulement)',
          en: 'report of a copy without identities (run folder only)',
        },
      },
    ],
    load: async () => (await import('./report.js')).runReport,
  },
];
