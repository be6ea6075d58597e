import type { CommandSpec, OptionSpec } from './command-spec.js';
import { JSON_OUTPUT, JUDGING, MAX_BYTES, OUT, SHOW_VALUES, SUPPRESSIONS } from './shared-options.js';

const BEHAVIOUR_OF_REFERENCE: OptionSpec = {
  form: '--behaviour <file>',
  text: {
    fr: 'fait mal se comporter le DMN de référence (voir docs/simulateurs.md)',
    en: 'makes the reference DMN misbehave (see docs/simulators.md)',
  },
};

/** Playing scenarios, and working on the run they leave. */
export const RUN_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'run',
    summary: {
      fr: 'joue des scénarios contre un système : échanges, preuves, verdict',
      en: 'plays scenarios against a system: exchanges, evidence, verdict',
    },
    arguments: [
      {
        form: '[scenarios...]',
        text: {
          fr: 'pack (dmn-identity), pack/scénario, fichier ou dossier',
          en: 'pack (dmn-identity), pack/scenario, file or folder',
        },
      },
    ],
    options: [
      {
        form: '--target <file>',
        text: {
          fr: 'le système testé : fichier YAML, ou « reference » (défaut) pour essayer contre le DMN d’Épreuve',
          en: 'the tested system: YAML file, or "reference" (default) to try against the DMN of Épreuve',
        },
      },
      { form: '--list', text: { fr: 'liste les scénarios', en: 'list the scenarios' } },
      { form: '--dry-run', text: { fr: 'montre le plan sans rien jouer', en: 'show the plan, play nothing' } },
      {
        form: '--tag <tag>',
        text: {
          fr: 'seulement les scénarios de cette étiquette (répétable)',
          en: 'only scenarios with this tag (repeatable)',
        },
        repeats: true,
      },
      {
        form: '--only <scenario>',
        text: { fr: 'seulement ceux-ci, * admis (répétable)', en: 'only these, * allowed (repeatable)' },
        repeats: true,
      },
      {
        form: '--skip <scenario>',
        text: { fr: 'sauf ceux-ci, * admis (répétable)', en: 'all but these, * allowed (repeatable)' },
        repeats: true,
      },
      {
        form: '--seed <text>',
        text: {
          fr: 'graine des identités générées (défaut : au hasard, affichée)',
          en: 'seed of generated identities (default: random, shown)',
        },
      },
      {
        form: '--resume <folder>',
        text: { fr: 'reprend un passage interrompu', en: 'goes on with an interrupted run' },
      },
      {
        form: '--max-wait <seconds>',
        text: { fr: 'aucune attente ne dépasse cette durée', en: 'no wait goes beyond this' },
      },
      {
        form: '--no-input',
        text: { fr: 'ne pose aucune question', en: 'asks no question' },
      },
      BEHAVIOUR_OF_REFERENCE,
      {
        form: '--schema <name>',
        text: {
          fr: 'écrit un schéma JSON pour éditeur : scenario, scenario-pack, target',
          en: 'writes a JSON Schema for editors: scenario, scenario-pack, target',
        },
      },
      OUT,
      ...JUDGING,
      ...SUPPRESSIONS,
    ],
    load: async () => (await import('./run.js')).runRun,
  },
  {
    name: 'judge',
    summary: { fr: 'juge de nouveau les preuves d’un passage', en: 'judge the evidence of a run again' },
    arguments: [{ form: '<run>', text: { fr: 'dossier du passage', en: 'run folder' } }],
    options: [...JUDGING, ...SUPPRESSIONS],
    load: async () => (await import('./judge.js')).runJudge,
  },
  {
    name: 'verify',
    summary: {
      fr: 'prouve que rien n’a changé dans un passage ou un dossier de preuves',
      en: 'prove that nothing changed in a run or a proof dossier',
    },
    arguments: [
      {
        form: '<folder>',
        text: { fr: 'passage, dossier construit ou son ZIP', en: 'run folder, built dossier or its ZIP' },
      },
    ],
    options: [
      {
        form: '--ca <file>',
        text: {
          fr: 'autorité à laquelle la signature d’un dossier doit mener (répétable)',
          en: 'authority the signature of a dossier must lead to (repeatable)',
        },
        repeats: true,
      },
    ],
    load: async () => (await import('./verify.js')).runVerify,
  },
  {
    name: 'diff',
    summary: {
      fr: 'compare deux passages, deux documents, ou un passage jugé avec deux packs',
      en: 'compares two runs, two documents, or one run judged with two packs',
    },
    arguments: [
      { form: '<a>', text: { fr: 'passage, résultat ou document', en: 'run, result or document' } },
      { form: '[b]', text: { fr: 'l’autre', en: 'the other' } },
    ],
    options: [
      {
        form: '--fail-on <what>',
        text: {
          fr: 'code de sortie 1 pour un constat nouveau : erreur (new), ou aussi avertissement (new-warning) ; entre documents, pour toute différence',
          en: 'exit code 1 for a new finding: error (new), or warning as well (new-warning); between documents, for any difference',
        },
        choices: ['new', 'new-warning'],
      },
      {
        form: '--pack <pack>',
        text: { fr: 'sans <b> : deux fois, les packs à comparer', en: 'without <b>: twice, the packs to compare' },
        repeats: true,
      },
      {
        form: '--ignore <paths>',
        text: {
          fr: 'chemins laissés de côté entre documents : MSH-7,PID-3[2],EVN, ou un XPath avec * (répétable)',
          en: 'paths left out between documents: MSH-7,PID-3[2],EVN, or an XPath with * (repeatable)',
        },
        repeats: true,
      },
      { form: '--html <file>', text: { fr: 'écrit aussi une page', en: 'writes a page as well' } },
      MAX_BYTES,
      JSON_OUTPUT,
      SHOW_VALUES,
    ],
    load: async () => (await import('./diff.js')).runDiff,
  },
  {
    name: 'redact',
    summary: {
      fr: 'fait une copie sans identité d’un passage ou de fichiers, à partager',
      en: 'makes a copy of a run or of files without identities, to share',
    },
    arguments: [{ form: '<paths...>', text: { fr: 'dossier du passage, ou fichiers', en: 'run folder, or files' } }],
    options: [
      {
        form: '--out <folder>',
        text: { fr: 'dossier de la copie (vide ou à créer)', en: 'folder of the copy (empty or new)' },
      },
      {
        form: '--keep',
        text: {
          fr: 'garde telles quelles les images, vidéos, PDF et pages (sinon noircies là où on sait, ou retirées)',
          en: 'keeps pictures, videos, PDF and pages as they are (else blacked out where known, or removed)',
        },
      },
      MAX_BYTES,
      JSON_OUTPUT,
    ],
    load: async () => (await import('./redact.js')).runRedact,
  },
];
