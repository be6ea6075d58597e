import type { CommandSpec, OptionSpec } from './command-spec.js';
import { ID_TOKEN_HEADER, IDENTITY, JUDGING, OUT, PEER_NAME } from './shared-options.js';

const TO: OptionSpec = {
  form: '--to <host:port>',
  text: { fr: 'adresse du système testé', en: 'address of the tested system' },
};

const TIMEOUT: OptionSpec = {
  form: '--timeout <seconds>',
  text: { fr: 'attente d’un acquittement', en: 'wait for an acknowledgement' },
  initial: '10',
};

const PORT: OptionSpec = {
  form: '--port <port>',
  text: { fr: 'port d’écoute', en: 'port to listen on' },
  initial: '2575',
};

const HOST: OptionSpec = {
  form: '--host <address>',
  text: { fr: 'adresse d’écoute', en: 'address to listen on' },
  initial: '127.0.0.1',
};

const COUNT: OptionSpec = {
  form: '--count <n>',
  text: { fr: 's’arrête après n messages', en: 'stop after n messages' },
};

const FOR: OptionSpec = {
  form: '--for <seconds>',
  text: { fr: 's’arrête après ce temps', en: 'stop after that time' },
};

const PATIENT_CLAIM: OptionSpec = {
  form: '--patient-claim <name>',
  text: {
    fr: 'élément du jeton d’identité qui porte l’identifiant du patient (défaut : idpe)',
    en: 'claim of the ID token that holds the patient identifier (default: idpe)',
  },
};

/** Exchanging messages and measures with a product. */
export const EXCHANGE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'send',
    summary: { fr: 'envoie un fichier en MLLP et juge la réponse', en: 'send a file over MLLP and judge the answer' },
    arguments: [
      {
        form: '<file>',
        text: { fr: 'message, ou fichier de plusieurs messages', en: 'message, or file of several messages' },
      },
    ],
    options: [TO, ...IDENTITY, PEER_NAME, TIMEOUT, OUT, ...JUDGING],
    load: async () => (await import('./send.js')).runSend,
  },
  {
    name: 'listen',
    summary: { fr: 'reçoit, acquitte et juge des messages', en: 'receive, acknowledge and judge messages' },
    options: [PORT, HOST, ...IDENTITY, COUNT, FOR, OUT, ...JUDGING],
    load: async () => (await import('./listen.js')).runListen,
  },
  {
    name: 'simulate gam',
    summary: {
      fr: 'joue la GAM : envoie l’histoire complète à votre DMN',
      en: 'play the GAM: send the whole story to your DMN',
    },
    options: [
      TO,
      ...IDENTITY,
      PEER_NAME,
      TIMEOUT,
      {
        form: '--documents',
        text: {
          fr: 'envoie aussi des documents CDA (ORU, MDM) : envoi, remplacement, suppression',
          en: 'also send CDA documents (ORU, MDM): sending, replacement, deletion',
        },
      },
      OUT,
      ...JUDGING,
    ],
    load: async () => (await import('./simulate-gam.js')).runSimulateGam,
  },
  {
    name: 'simulate dmn',
    summary: {
      fr: 'joue le DMN : intègre et acquitte ce que votre GAM envoie',
      en: 'play the DMN: integrate and acknowledge what your GAM sends',
    },
    options: [
      PORT,
      HOST,
      ...IDENTITY,
      { form: '--behaviour <file>', text: { fr: 'comportement scripté (YAML)', en: 'scripted behaviour (YAML)' } },
      {
        form: '--web-port <port>',
        text: { fr: 'port de la page des patients (0 : libre)', en: 'port of the patient page (0: any)' },
        initial: '0',
      },
      COUNT,
      FOR,
      OUT,
      ...JUDGING,
    ],
    load: async () => (await import('./listen.js')).runSimulateDmn,
  },
  {
    name: 'simulate mes',
    summary: {
      fr: 'joue Mon espace santé : reçoit, montre et juge les mesures de votre DMN',
      en: 'play Mon espace santé: receive, show and judge the measures of your DMN',
    },
    options: [
      { ...PORT, initial: '8443' },
      HOST,
      ...IDENTITY,
      {
        form: '--web-port <port>',
        text: { fr: 'port de la page des mesures (0 : libre)', en: 'port of the measures page (0: any)' },
        initial: '0',
      },
      {
        form: '--store <file>',
        text: {
          fr: 'garde les mesures dans un fichier NDJSON (défaut : en mémoire)',
          en: 'keep the measures in an NDJSON file (default: in memory)',
        },
      },
      {
        form: '--lenient',
        text: {
          fr: 'accepte ce qu’accepte tout serveur FHIR, au lieu de la seule API',
          en: 'accept what any FHIR server does, instead of the API alone',
        },
      },
      { form: '--require-tokens', text: { fr: 'exige les deux jetons', en: 'require both tokens' } },
      {
        form: '--token <text>',
        text: {
          fr: 'jeton d’accès accepté (répétable ; tous sinon)',
          en: 'access token accepted (repeatable; any else)',
        },
        repeats: true,
      },
      ID_TOKEN_HEADER,
      PATIENT_CLAIM,
      {
        form: '--solution-claim <name>',
        text: {
          fr: 'élément du jeton d’identité qui porte l’OID de la solution (défaut : oid)',
          en: 'claim of the ID token that holds the OID of the solution (default: oid)',
        },
      },
      {
        form: '--solution <oid>',
        text: { fr: 'OID sous lequel la solution est enregistrée', en: 'OID the solution is registered with' },
      },
      { form: '--consent-refused', text: { fr: 'refuse tout : pas de consentement', en: 'refuse all: no consent' } },
      { form: '--token-expired', text: { fr: 'refuse tout : jeton expiré', en: 'refuse all: token expired' } },
      { form: '--oid-conflict', text: { fr: 'refuse tout : autre OID', en: 'refuse all: another OID' } },
      {
        form: '--busy <status>x<n>[/s]',
        text: {
          fr: 'écarte les n premières demandes : 429x2, 503x3/5 (Retry-After en secondes)',
          en: 'turn the first n requests away: 429x2, 503x3/5 (Retry-After in seconds)',
        },
      },
      {
        form: '--latency <ms>',
        text: { fr: 'attend avant chaque réponse', en: 'wait before each answer' },
        initial: '0',
      },
      { form: '--page-size <n>', text: { fr: 'mesures par page', en: 'measures a page' }, initial: '50' },
      {
        form: '--outcome-bundle',
        text: {
          fr: 'met les refus d’une alimentation dans un Bundle transaction-response',
          en: 'put the refusals of a feed into a transaction-response Bundle',
        },
      },
      { ...COUNT, text: { fr: 's’arrête après n réponses', en: 'stop after n answers' } },
      FOR,
      OUT,
      ...JUDGING,
    ],
    load: async () => (await import('./simulate-mes.js')).runSimulateMes,
  },
];
