import type { CommandSpec, OptionSpec } from './command-spec.js';
import { JUDGING, MAX_BYTES, OUT, SUPPRESSIONS } from './shared-options.js';

const PAIR_MODE: OptionSpec = {
  form: '--pair-mode <mode>',
  text: {
    fr: 'paires CDA : lien XFRM exigé (xfrm) ou non (no-xfrm) ; défaut : paramètre pairMode du pack',
    en: 'CDA pairs: XFRM link required (xfrm) or not (no-xfrm); default: parameter pairMode of the pack',
  },
  choices: ['xfrm', 'no-xfrm'],
};

const CDA_KIT: OptionSpec = {
  form: '--cda-kit <folder>',
  text: {
    fr: 'votre copie du kit CDA de l’ANS (schématrons et XSD), exécutée telle quelle',
    en: 'your copy of ANS’s CDA kit (schematrons and XSD), run as it is',
  },
};

/** Judging files. */
export const DOCUMENT_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'demo',
    summary: {
      fr: 'joue la démonstration guidée : GAM ⇄ DMN en TLS mutuel',
      en: 'play the guided demo: GAM ⇄ DMN over mutual TLS',
    },
    options: [
      OUT,
      {
        form: '--screenshots',
        text: {
          fr: 'photographie aussi les pages du DMN (avec un navigateur installé)',
          en: 'takes pictures of the DMN’s pages as well (with an installed browser)',
        },
      },
      ...JUDGING,
    ],
    load: async () => (await import('./demo.js')).runDemo,
  },
  {
    name: 'check',
    summary: { fr: 'valide des fichiers ou des dossiers', en: 'validate files or folders' },
    arguments: [
      {
        form: '<files...>',
        text: {
          fr: 'fichiers, dossiers, ou « - » pour l’entrée standard',
          en: 'files, folders, or "-" for standard input',
        },
      },
    ],
    options: [
      ...JUDGING,
      ...SUPPRESSIONS,
      {
        form: '--format <format>',
        text: { fr: 'format imposé', en: 'forced format' },
        choices: ['hl7v2', 'cda', 'fhir'],
      },
      {
        form: '--xsd-engine <engine>',
        text: { fr: 'moteur de schéma des documents CDA', en: 'schema engine of CDA documents' },
        choices: ['java'],
      },
      {
        form: '--fhir-package <path>',
        text: {
          fr: 'votre copie d’un paquet FHIR R4, dossier ou .tgz (répétable)',
          en: 'your copy of a FHIR R4 package, folder or .tgz (repeatable)',
        },
        repeats: true,
      },
      CDA_KIT,
      PAIR_MODE,
      MAX_BYTES,
      {
        form: '--second-opinion',
        text: { fr: 'compare avec la bibliothèque hl7v2', en: 'compare with the hl7v2 library' },
      },
    ],
    load: async () => (await import('./check.js')).runCheck,
  },
  {
    name: 'pair',
    summary: {
      fr: 'valide une paire CDA de niveau 1 et de niveau 3',
      en: 'validate a pair of CDA level 1 and level 3',
    },
    arguments: [
      { form: '<level1>', text: { fr: 'document de niveau 1 (PDF)', en: 'level 1 document (PDF)' } },
      { form: '<level3>', text: { fr: 'document de niveau 3 (structuré)', en: 'level 3 document (structured)' } },
    ],
    options: [...JUDGING, CDA_KIT, PAIR_MODE, MAX_BYTES],
    load: async () => (await import('./pair.js')).runPair,
  },
];
