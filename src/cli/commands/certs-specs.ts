import type { Text } from '../../judge.js';
import type { CommandSpec, OptionSpec } from './command-spec.js';

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

/** Test certificates. */
export const CERTS_COMMANDS: readonly CommandSpec[] = [
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
];
