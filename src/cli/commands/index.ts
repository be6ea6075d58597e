import { REPORT_FORMATS, type Text } from '../../judge.js';
import type { Session } from '../io.js';
import { DOSSIER_COMMANDS, DOSSIER_GROUP } from './dossier-commands.js';

/** Runs a command; resolves to the exit code, throws typed errors. */
export type RunCommand = (args: string[], options: Record<string, unknown>, session: Session) => Promise<number>;

export interface CommandSpec {
  /** Words the user types: `check`, `certs server`. */
  readonly name: string;
  readonly summary: Text;
  readonly arguments?: readonly { readonly form: string; readonly text: Text }[];
  readonly options?: readonly OptionSpec[];
  /** Loads what the command needs only when it is run: `epreuve check` must start fast. */
  readonly load: () => Promise<RunCommand>;
}

export interface OptionSpec {
  readonly form: string;
  readonly text: Text;
  readonly choices?: readonly string[];
  readonly repeats?: true;
  readonly initial?: string;
}

const PACK: OptionSpec = {
  form: '--pack <pack>',
  text: {
    fr: 'pack imposé : identifiant, id@version ou dossier (répétable)',
    en: 'forced pack: id, id@version or folder (repeatable)',
  },
  repeats: true,
};

const REPORT: OptionSpec = {
  form: '--report <format=file>',
  text: {
    fr: `écrit un rapport : ${REPORT_FORMATS.join(', ')} (répétable)`,
    en: `writes a report: ${REPORT_FORMATS.join(', ')} (repeatable)`,
  },
  repeats: true,
};

const JSON_OUTPUT: OptionSpec = {
  form: '--json',
  text: { fr: 'résultat en JSON sur la sortie standard', en: 'result as JSON on standard output' },
};

const SHOW_VALUES: OptionSpec = {
  form: '--show-values',
  text: {
    fr: 'montre les valeurs des documents (masquées sinon)',
    en: 'show values of the documents (masked otherwise)',
  },
};

const JUDGING = [PACK, REPORT, JSON_OUTPUT, SHOW_VALUES];

const SUPPRESSIONS: readonly OptionSpec[] = [
  {
    form: '--suppressions <file>',
    text: {
      fr: 'dérogations (YAML) : constats connus, montrés et non comptés comme des échecs',
      en: 'suppressions (YAML): known findings, shown and not counted as failures',
    },
  },
  {
    form: '--as-of <date>',
    text: {
      fr: 'date à laquelle comparer l’échéance des dérogations (AAAA-MM-JJ)',
      en: 'date to compare the expiry of suppressions with (YYYY-MM-DD)',
    },
  },
];

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

const MAX_BYTES: OptionSpec = {
  form: '--max-bytes <bytes>',
  text: { fr: 'taille maximale d’un fichier', en: 'largest file' },
  initial: '67108864',
};

const OUT: OptionSpec = {
  form: '--out <folder>',
  text: { fr: 'dossier du passage (défaut : runs/…)', en: 'run folder (default: runs/…)' },
};

const BEHAVIOUR_OF_REFERENCE: OptionSpec = {
  form: '--behaviour <file>',
  text: {
    fr: 'fait mal se comporter le DMN de référence (voir docs/simulateurs.md)',
    en: 'makes the reference DMN misbehave (see docs/simulators.md)',
  },
};

const INTO: readonly OptionSpec[] = [
  { form: '--into <run>', text: { fr: 'dossier du passage', en: 'run folder' } },
  { form: '--step <id>', text: { fr: 'étape que cela prouve', en: 'step it proves' } },
  { form: '--name <name>', text: { fr: 'nom du fichier de preuve', en: 'name of the evidence file' } },
];

const IDENTITY: readonly OptionSpec[] = [
  {
    form: '--cert <file>',
    text: {
      fr: 'certificat présenté (PEM), avec ses intermédiaires',
      en: 'certificate presented (PEM), with intermediates',
    },
  },
  { form: '--key <file>', text: { fr: 'sa clé privée (PEM)', en: 'its private key (PEM)' } },
  { form: '--p12 <file>', text: { fr: 'certificat et clé en PKCS#12', en: 'certificate and key as PKCS#12' } },
  {
    form: '--passphrase <text>',
    text: {
      fr: 'mot de passe de la clé (ou variable EPREUVE_PASSPHRASE)',
      en: 'password of the key (or variable EPREUVE_PASSPHRASE)',
    },
  },
  {
    form: '--ca <file>',
    text: {
      fr: 'autorité acceptée pour l’autre côté (répétable)',
      en: 'authority trusted for the other side (repeatable)',
    },
    repeats: true,
  },
  {
    form: '--crl <file>',
    text: { fr: 'liste de révocation (répétable)', en: 'revocation list (repeatable)' },
    repeats: true,
  },
  {
    form: '--plaintext',
    text: { fr: 'en clair, sans TLS (noté dans les preuves)', en: 'in clear, without TLS (noted in the evidence)' },
  },
];

const TO: OptionSpec = {
  form: '--to <host:port>',
  text: { fr: 'adresse du système testé', en: 'address of the tested system' },
};
const PEER_NAME: OptionSpec = {
  form: '--server-name <name>',
  text: {
    fr: 'nom attendu dans le certificat du serveur (défaut : l’hôte ; « any » : aucun contrôle)',
    en: 'name expected in the server certificate (default: the host; "any": no check)',
  },
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

const ID_TOKEN_HEADER: OptionSpec = {
  form: '--id-token-header <name>',
  text: {
    fr: 'en-tête du jeton d’identité (défaut : x-id-token)',
    en: 'header of the ID token (default: x-id-token)',
  },
};

const DIR: OptionSpec = {
  form: '--dir <folder>',
  text: { fr: 'dossier (défaut : certs/local)', en: 'folder (default: certs/local)' },
};
const FORCE: OptionSpec = {
  form: '--force',
  text: { fr: 'remplace les fichiers existants', en: 'replace existing files' },
};
const P12_PASSWORD: OptionSpec = {
  form: '--p12-password <text>',
  text: { fr: 'fait aussi un PKCS#12 avec ce mot de passe', en: 'makes a PKCS#12 too, with this password' },
};
const PASSPHRASE: OptionSpec = {
  form: '--passphrase <text>',
  text: { fr: 'mot de passe (ou variable EPREUVE_PASSPHRASE)', en: 'password (or variable EPREUVE_PASSPHRASE)' },
};
const FILE_NAME: OptionSpec = {
  form: '--file <name>',
  text: { fr: 'nom de base des fichiers', en: 'base name of the files' },
};

const CERTIFICATE: readonly OptionSpec[] = [
  DIR,
  FILE_NAME,
  {
    form: '--san <name>',
    text: { fr: 'nom DNS ou adresse IP (répétable)', en: 'DNS name or IP address (repeatable)' },
    repeats: true,
  },
  { form: '--organisation <name>', text: { fr: 'nom de la structure (O)', en: 'name of the structure (O)' } },
  { form: '--siret <number>', text: { fr: 'SIRET de la structure (OU)', en: 'SIRET of the structure (OU)' } },
  { form: '--finess <number>', text: { fr: 'FINESS de la structure (OU)', en: 'FINESS of the structure (OU)' } },
  { form: '--crl-url <url>', text: { fr: 'point de distribution de la CRL', en: 'CRL distribution point' } },
  { form: '--both', text: { fr: 'utilisable comme client et comme serveur', en: 'usable as client and as server' } },
  { form: '--days <n>', text: { fr: 'durée de validité', en: 'validity' } },
  { form: '--rsa', text: { fr: 'clé RSA 2048 au lieu de EC P-256', en: 'RSA 2048 key instead of EC P-256' } },
  P12_PASSWORD,
  FORCE,
];

const certificateCommand = (kind: 'server' | 'organisation' | 'client', summary: Text): CommandSpec => ({
  name: `certs ${kind}`,
  summary,
  arguments: [
    {
      form: '<name>',
      text: { fr: 'nom du service (CN), ou nom du serveur', en: 'service name (CN), or name of the server' },
    },
  ],
  options: CERTIFICATE,
  load: async () => (await import('./certs.js')).issueKind(kind),
});

/** Commands made of other commands. */
export const GROUPS: Readonly<Record<string, Text>> = {
  capture: { fr: 'captures ajoutées aux preuves d’un passage', en: 'captures added to the evidence of a run' },
  certs: { fr: 'certificats de test et lecture de certificats', en: 'test certificates, and reading certificates' },
  dossier: DOSSIER_GROUP,
  measures: {
    fr: 'mesures de santé FHIR : envoie, consulte, fabrique',
    en: 'FHIR health measures: send, consult, make',
  },
  simulate: { fr: 'joue un côté de l’échange', en: 'play one side of the exchange' },
};

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

const PATIENT_CLAIM: OptionSpec = {
  form: '--patient-claim <name>',
  text: {
    fr: 'élément du jeton d’identité qui porte l’identifiant du patient (défaut : idpe)',
    en: 'claim of the ID token that holds the patient identifier (default: idpe)',
  },
};

/** Every command of epreuve, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
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
      { form: '<folder>', text: { fr: 'passage, ou dossier construit', en: 'run folder, or built dossier' } },
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
  ...DOSSIER_COMMANDS,
  {
    name: 'certs ca',
    summary: { fr: 'crée une autorité de test', en: 'make a test authority' },
    options: [
      DIR,
      { form: '--name <text>', text: { fr: 'distingue deux autorités', en: 'tells two authorities apart' } },
      FORCE,
    ],
    load: async () => (await import('./certs.js')).runCertsCa,
  },
  certificateCommand('server', { fr: 'émet un certificat de serveur', en: 'issue a server certificate' }),
  certificateCommand('organisation', {
    fr: 'émet un certificat d’organisation (client)',
    en: 'issue an organisation certificate (client)',
  }),
  certificateCommand('client', { fr: 'émet un certificat client simple', en: 'issue a plain client certificate' }),
  {
    name: 'certs set',
    summary: {
      fr: 'émet tous les certificats d’un plan (voir certs/plan.yaml)',
      en: 'issue every certificate of a plan (see certs/plan.yaml)',
    },
    arguments: [{ form: '<plan>', text: { fr: 'plan YAML', en: 'YAML plan' } }],
    options: [DIR, P12_PASSWORD, FORCE],
    load: async () => (await import('./certs.js')).runCertsSet,
  },
  {
    name: 'certs inspect',
    summary: { fr: 'montre un certificat et ce qui pose problème', en: 'show a certificate and what is wrong with it' },
    arguments: [{ form: '<file>', text: { fr: 'PEM, DER ou PKCS#12', en: 'PEM, DER or PKCS#12' } }],
    options: [
      PASSPHRASE,
      { form: '--use <side>', text: { fr: 'usage prévu', en: 'intended use' }, choices: ['client', 'server'] },
    ],
    load: async () => (await import('./certs.js')).runCertsInspect,
  },
  {
    name: 'certs import',
    summary: { fr: 'convertit un PKCS#12 (même ancien) en PEM', en: 'convert a PKCS#12 (even an old one) to PEM' },
    arguments: [{ form: '<file>', text: { fr: 'fichier .p12 ou .pfx', en: '.p12 or .pfx file' } }],
    options: [PASSPHRASE, DIR, FILE_NAME, FORCE],
    load: async () => (await import('./certs.js')).runCertsImport,
  },
  {
    name: 'explain',
    summary: { fr: 'explique une règle', en: 'explain a rule' },
    arguments: [
      { form: '[rule]', text: { fr: 'identifiant de la règle (toutes sinon)', en: 'rule id (all when absent)' } },
    ],
    load: async () => (await import('./explain.js')).runExplain,
  },
  {
    name: 'packs',
    summary: { fr: 'liste les packs de règles', en: 'list the rule packs' },
    load: async () => (await import('./packs.js')).runPacks,
  },
  {
    name: 'doctor',
    summary: { fr: 'dit ce qui est installé et ce qui manque', en: 'say what is installed and what is missing' },
    load: async () => (await import('./doctor.js')).runDoctor,
  },
];
