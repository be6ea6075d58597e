import type { CommandSpec, OptionSpec } from './command-spec.js';
import { ID_TOKEN_HEADER, IDENTITY, JUDGING, OUT, PEER_NAME } from './shared-options.js';

const SERVER: readonly OptionSpec[] = [
  ...IDENTITY,
  PEER_NAME,
  {
    form: '--token <text>',
    text: { fr: 'jeton d’accès (ou variable EPREUVE_TOKEN)', en: 'access token (or variable EPREUVE_TOKEN)' },
  },
  {
    form: '--id-token <jwt>',
    text: { fr: 'jeton d’identité (ou variable EPREUVE_ID_TOKEN)', en: 'ID token (or variable EPREUVE_ID_TOKEN)' },
  },
  ID_TOKEN_HEADER,
  {
    form: '--header <name: value>',
    text: { fr: 'autre en-tête de chaque demande (répétable)', en: 'another header of each request (repeatable)' },
    repeats: true,
  },
  {
    form: '--timeout <seconds>',
    text: { fr: 'attente d’une réponse', en: 'wait for an answer' },
    initial: '30',
  },
  {
    form: '--attempts <n>',
    text: { fr: 'essais en tout, sur 429 et 5xx seulement', en: 'attempts in all, on 429 and 5xx only' },
    initial: '4',
  },
];

/** FHIR health measures. */
export const MEASURES_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'measures push',
    summary: {
      fr: 'envoie des mesures FHIR à un serveur et juge les échanges',
      en: 'send FHIR measures to a server and judge the exchanges',
    },
    arguments: [
      {
        form: '<files...>',
        text: {
          fr: 'Observation, Bundle ou NDJSON ; dossiers ; « - » pour l’entrée standard',
          en: 'Observation, Bundle or NDJSON; folders; "-" for standard input',
        },
      },
    ],
    options: [
      {
        form: '--to <url>',
        text: {
          fr: 'base du serveur FHIR ; son CapabilityStatement dit si les règles d’échange de l’API s’appliquent',
          en: 'base of the FHIR server; its CapabilityStatement tells whether the exchange rules of the API apply',
        },
      },
      ...SERVER,
      {
        form: '--single',
        text: {
          fr: 'chaque Observation seule, par POST [base]/Observation, au lieu d’une transaction',
          en: 'each Observation alone, by POST [base]/Observation, instead of a transaction',
        },
      },
      OUT,
      ...JUDGING,
    ],
    load: async () => (await import('./measures-push.js')).runMeasuresPush,
  },
  {
    name: 'measures pull',
    summary: {
      fr: 'consulte les mesures d’un serveur, page après page, et les juge',
      en: 'consult the measures of a server, page after page, and judge them',
    },
    options: [
      {
        form: '--from <url>',
        text: {
          fr: 'base du serveur FHIR ; son CapabilityStatement dit si les règles d’échange de l’API s’appliquent',
          en: 'base of the FHIR server; its CapabilityStatement tells whether the exchange rules of the API apply',
        },
      },
      ...SERVER,
      { form: '--patient <oid|id>', text: { fr: 'identifiant du patient', en: 'identifier of the patient' } },
      { form: '--code <code>', text: { fr: 'code de la mesure', en: 'code of the measure' } },
      { form: '--since <date>', text: { fr: 'borne basse', en: 'lower bound' } },
      { form: '--until <date>', text: { fr: 'borne haute', en: 'upper bound' } },
      { form: '--last', text: { fr: 'la dernière mesure seulement', en: 'the last measure only' } },
      { form: '--count <n>', text: { fr: 'mesures par page', en: 'measures a page' } },
      { form: '--devices', text: { fr: 'avec les objets connectés', en: 'with the connected devices' } },
      {
        form: '--param <name=value>',
        text: { fr: 'autre paramètre de recherche (répétable)', en: 'another search parameter (repeatable)' },
        repeats: true,
      },
      { form: '--max-pages <n>', text: { fr: 'pages au plus', en: 'pages at most' }, initial: '1000' },
      { form: '--save <file>', text: { fr: 'écrit les ressources en NDJSON', en: 'write the resources as NDJSON' } },
      OUT,
      ...JUDGING,
    ],
    load: async () => (await import('./measures-pull.js')).runMeasuresPull,
  },
  {
    name: 'measures generate',
    summary: {
      fr: 'fabrique des mesures de synthèse valides, et des variantes qui ont une faute chacune',
      en: 'make valid synthetic measures, and variants with one mistake each',
    },
    options: [
      {
        form: '--pack <pack>',
        text: { fr: 'textes suivis : l’API ou le guide', en: 'texts followed: the API or the guide' },
        choices: ['mes-api', 'mesures'],
        initial: 'mes-api',
      },
      {
        form: '--measure <name>',
        text: { fr: 'cette mesure seulement (répétable)', en: 'this measure only (repeatable)' },
        repeats: true,
      },
      {
        form: '--seed <n>',
        text: { fr: 'graine : la même donne les mêmes mesures', en: 'seed: the same one gives the same measures' },
        initial: '1',
      },
      { form: '--count <n>', text: { fr: 'mesures de chaque sorte', en: 'measures of each kind' }, initial: '1' },
      { form: '--faults', text: { fr: 'avec les variantes fautives', en: 'with the faulty variants' } },
      {
        form: '--dir <folder>',
        text: {
          fr: 'un fichier par mesure dans ce dossier (sinon NDJSON sur la sortie standard)',
          en: 'one file a measure in this folder (else NDJSON on standard output)',
        },
      },
    ],
    load: async () => (await import('./measures-generate.js')).runMeasuresGenerate,
  },
];
