import { REPORT_FORMATS } from '../../judge.js';
import type { OptionSpec } from './command-spec.js';

export const PACK: OptionSpec = {
  form: '--pack <pack>',
  text: {
    fr: 'pack imposé : identifiant, id@version ou dossier (répétable)',
    en: 'forced pack: id, id@version or folder (repeatable)',
  },
  repeats: true,
};

export const REPORT: OptionSpec = {
  form: '--report <format=file>',
  text: {
    fr: `écrit un rapport : ${REPORT_FORMATS.join(', ')} (répétable)`,
    en: `writes a report: ${REPORT_FORMATS.join(', ')} (repeatable)`,
  },
  repeats: true,
};

export const JSON_OUTPUT: OptionSpec = {
  form: '--json',
  text: { fr: 'résultat en JSON sur la sortie standard', en: 'result as JSON on standard output' },
};

export const SHOW_VALUES: OptionSpec = {
  form: '--show-values',
  text: {
    fr: 'montre les valeurs des documents (masquées sinon)',
    en: 'show values of the documents (masked otherwise)',
  },
};

export const JUDGING = [PACK, REPORT, JSON_OUTPUT, SHOW_VALUES];

export const SUPPRESSIONS: readonly OptionSpec[] = [
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

export const MAX_BYTES: OptionSpec = {
  form: '--max-bytes <bytes>',
  text: { fr: 'taille maximale d’un fichier', en: 'largest file' },
  initial: '67108864',
};

export const OUT: OptionSpec = {
  form: '--out <folder>',
  text: { fr: 'dossier du passage (défaut : runs/…)', en: 'run folder (default: runs/…)' },
};

/** What goes with `--cert`, or stands for it. */
export const KEY_OF_CERTIFICATE: readonly OptionSpec[] = [
  { form: '--key <file>', text: { fr: 'sa clé privée (PEM)', en: 'its private key (PEM)' } },
  { form: '--p12 <file>', text: { fr: 'certificat et clé en PKCS#12', en: 'certificate and key as PKCS#12' } },
  {
    form: '--passphrase <text>',
    text: {
      fr: 'mot de passe de la clé (ou variable EPREUVE_PASSPHRASE)',
      en: 'password of the key (or variable EPREUVE_PASSPHRASE)',
    },
  },
];

export const IDENTITY: readonly OptionSpec[] = [
  {
    form: '--cert <file>',
    text: {
      fr: 'certificat présenté (PEM), avec ses intermédiaires',
      en: 'certificate presented (PEM), with intermediates',
    },
  },
  ...KEY_OF_CERTIFICATE,
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

export const PEER_NAME: OptionSpec = {
  form: '--server-name <name>',
  text: {
    fr: 'nom attendu dans le certificat du serveur (défaut : l’hôte ; « any » : aucun contrôle)',
    en: 'name expected in the server certificate (default: the host; "any": no check)',
  },
};

export const ID_TOKEN_HEADER: OptionSpec = {
  form: '--id-token-header <name>',
  text: {
    fr: 'en-tête du jeton d’identité (défaut : x-id-token)',
    en: 'header of the ID token (default: x-id-token)',
  },
};
