import type { Text } from '../../judge.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';
import { KEY_OF_CERTIFICATE } from './shared-options.js';

export const DOSSIER_GROUP: Text = {
  fr: 'dossier de preuves : exigences, applicabilité, preuves, maturité',
  en: 'proof dossier: requirements, applicability, proofs, maturity',
};

const FILE = {
  form: '[file]',
  text: {
    fr: 'description du dossier (défaut : dossier.yaml)',
    en: 'description of the dossier (default: dossier.yaml)',
  },
};

const JSON_STATE: OptionSpec = {
  form: '--json',
  text: { fr: 'état en JSON sur la sortie standard', en: 'state as JSON on standard output' },
};

const YES_NO = ['yes', 'no'];

const INIT: readonly OptionSpec[] = [
  { form: '--product <name>', text: { fr: 'nom du produit', en: 'name of the product' } },
  { form: '--product-version <version>', text: { fr: 'version du produit', en: 'version of the product' } },
  { form: '--exploitant <name>', text: { fr: 'société qui dépose', en: 'company that files' } },
  { form: '--path <path>', text: { fr: 'voie de prise en charge', en: 'reimbursement path' } },
  {
    form: '--environment <name>',
    text: { fr: 'plateforme visée', en: 'platform aimed at' },
    choices: ['preview', 'referencement'],
  },
  {
    form: '--role <role>',
    text: { fr: 'esclave d’identité, ou référentiel d’identité', en: 'slave of identity, or identity référentiel' },
    choices: ['slave', 'ri'],
  },
  { form: '--ins <yes|no>', text: { fr: 'le produit utilise l’INS', en: 'the product uses the INS' }, choices: YES_NO },
  { form: '--patient <yes|no>', text: { fr: 'accès des usagers', en: 'access of users' }, choices: YES_NO },
  {
    form: '--professional <yes|no>',
    text: { fr: 'accès des professionnels', en: 'access of professionals' },
    choices: YES_NO,
  },
  {
    form: '--run <folder>',
    text: { fr: 'passage d’Épreuve à citer (répétable)', en: 'run of Épreuve to name (repeatable)' },
    repeats: true,
  },
  {
    form: '--referential <pack>',
    text: { fr: 'pack d’exigences : identifiant ou dossier', en: 'requirement pack: id or folder' },
    initial: 'dmn-referential',
  },
];

const BUILD: readonly OptionSpec[] = [
  {
    form: '--out <folder>',
    text: {
      fr: 'dossier à écrire (défaut : dossier_produit_version)',
      en: 'folder to write (default: dossier_product_version)',
    },
  },
  {
    form: '--with-evidence',
    text: {
      fr: 'joint les passages entiers, avec les valeurs des messages',
      en: 'attach whole runs, with the values of their messages',
    },
  },
  { form: '--cert <file>', text: { fr: 'certificat qui signe (PEM)', en: 'certificate that signs (PEM)' } },
  ...KEY_OF_CERTIFICATE,
  {
    form: '--signature <form>',
    text: { fr: 'forme de la signature (défaut : cms)', en: 'form of the signature (default: cms)' },
    choices: ['cms', 'jws', 'both'],
  },
];

export const DOSSIER_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'dossier init',
    summary: { fr: 'écrit un dossier.yaml commenté', en: 'write a commented dossier.yaml' },
    arguments: [FILE],
    options: INIT,
    load: async () => (await import('./dossier.js')).runDossierInit,
  },
  {
    name: 'dossier status',
    summary: {
      fr: 'montre chaque exigence : prête, à compléter, sans objet',
      en: 'show each requirement: ready, to complete, not applicable',
    },
    arguments: [FILE],
    options: [JSON_STATE],
    load: async () => (await import('./dossier.js')).runDossierStatus,
  },
  {
    name: 'dossier check',
    summary: {
      fr: 'contrôle ce qui doit l’être avant le dépôt',
      en: 'check what must hold before filing',
    },
    arguments: [FILE],
    options: [JSON_STATE],
    load: async () => (await import('./dossier.js')).runDossierCheck,
  },
  {
    name: 'dossier build',
    summary: {
      fr: 'construit le dossier : PDF, matrice, index, ZIP, signature',
      en: 'build the dossier: PDF, matrix, index, ZIP, signature',
    },
    arguments: [FILE],
    options: BUILD,
    load: async () => (await import('./dossier.js')).runDossierBuild,
  },
  {
    name: 'dossier maturity',
    summary: { fr: 'montre la maturité par axe, et ses radars', en: 'show the maturity by axis, and its radars' },
    arguments: [FILE],
    options: [
      {
        form: '--demarche <name>',
        text: {
          fr: 'démarche (répétable ; défaut : celles du dossier)',
          en: 'démarche (repeatable; default: those of the dossier)',
        },
        repeats: true,
      },
      {
        form: '--out <folder>',
        text: { fr: 'écrit aussi radars (SVG, PNG), tableau et PDF', en: 'write radars (SVG, PNG), table and PDF too' },
      },
    ],
    load: async () => (await import('./dossier.js')).runDossierMaturity,
  },
];
