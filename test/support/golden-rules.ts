import type { RuleEntry } from '../../src/core/index.js';

/** Catalogue entries of the golden result: few rules, every trust mark, every severity. */
const ENTRIES: readonly RuleEntry[] = [
  {
    id: 'PAM-PID-3-INS-KEY',
    title: { fr: 'La clé du matricule INS est juste', en: 'The key of the INS matricule is right' },
    why: {
      fr: 'La clé est le seul contrôle qui détecte une faute de frappe dans un matricule : une clé fausse désigne un autre patient ou personne.',
      en: 'The key is the only check that catches a mistyped matricule: a wrong key names another patient, or nobody.',
    },
    repair: {
      fr: 'Reprenez le matricule et sa clé tels que le téléservice INSi les a rendus.',
      en: 'Take the matricule and its key as the INSi service returned them.',
    },
    severity: 'error',
    trust: 'national',
    spec: [{ standard: 'Décret n° 82-103', section: 'art. 4' }],
    messages: {
      wrongKey: {
        fr: '{path} : la clé du matricule est {found}, le calcul donne {expected}',
        en: '{path}: the key of the matricule is {found}, the calculation gives {expected}',
      },
    },
    requirementIds: ['INS/DMN.07'],
  },
  {
    id: 'hl7v2/field-required',
    title: { fr: 'Le champ obligatoire est renseigné', en: 'The required field is populated' },
    why: {
      fr: 'Un récepteur s’appuie sur chaque champ que le profil marque obligatoire.',
      en: 'A receiver relies on every field the profile marks as required.',
    },
    repair: {
      fr: 'Renseignez le champ, ou demandez à l’établissement l’information manquante.',
      en: 'Populate the field, or ask the hospital for the missing information.',
    },
    severity: 'error',
    trust: 'national',
    spec: [
      {
        standard: 'IHE PAM FR 2.11.2',
        section: 'ZBE',
        url: 'https://www.interopsante.org/',
      },
    ],
    messages: { missing: { fr: '{path} est obligatoire et vide', en: '{path} is required and empty' } },
  },
  {
    id: 'hl7v2/code-in-table',
    title: { fr: 'Le code appartient à sa table', en: 'The code belongs to its table' },
    why: {
      fr: 'Un code inconnu est ignoré ou mal rangé par le récepteur.',
      en: 'An unknown code is dropped or misfiled by the receiver.',
    },
    repair: { fr: 'Employez un code de la table.', en: 'Use a code of the table.' },
    severity: 'warning',
    trust: 'standard',
    spec: [{ standard: 'HL7 2.5', section: '2.A' }],
    messages: {
      unknown: {
        fr: '{path} : le code {found} n’est pas dans la table {table}',
        en: '{path}: the code {found} is not in table {table}',
      },
    },
  },
  {
    id: 'hl7v2/obx-identifier-known',
    title: { fr: 'L’observation porte un code reconnu', en: 'The observation carries a recognised code' },
    why: { fr: 'Sans code, une mesure ne se compare pas.', en: 'Without a code a measure cannot be compared.' },
    repair: { fr: 'Fournissez la terminologie au banc de test.', en: 'Give the terminology to the test harness.' },
    severity: 'error',
    trust: 'project',
    spec: [],
    messages: {},
  },
  {
    id: 'hl7v2/ack-matches-verdict',
    title: {
      fr: 'L’acquittement dit ce que vaut le message',
      en: 'The acknowledgement says what the message is worth',
    },
    why: {
      fr: 'Un message faux acquitté AA est perdu sans que personne le sache.',
      en: 'A wrong message acknowledged AA is lost without anyone knowing.',
    },
    repair: {
      fr: 'Rendez AE ou AR avec un segment ERR quand le message n’est pas recevable.',
      en: 'Return AE or AR with an ERR segment when the message cannot be accepted.',
    },
    severity: 'error',
    trust: 'standard',
    spec: [{ standard: 'HL7 2.5', section: '2.9.2' }],
    messages: {
      accepted: {
        fr: 'MSA-1 vaut {found} pour un message que les règles refusent',
        en: 'MSA-1 is {found} for a message the rules refuse',
      },
    },
  },
  {
    id: 'wire/mutual-tls',
    title: { fr: 'La connexion est authentifiée des deux côtés', en: 'The connection is authenticated on both sides' },
    why: {
      fr: 'Sans certificat des deux côtés, n’importe qui peut émettre ou recevoir.',
      en: 'Without a certificate on both sides anyone can send or receive.',
    },
    repair: {
      fr: 'Configurez un certificat client et l’autorité qui l’a émis.',
      en: 'Configure a client certificate and the authority that issued it.',
    },
    severity: 'fatal',
    trust: 'national',
    spec: [{ standard: 'IHE ITI TF-2', section: '3.19' }],
    messages: {
      failed: { fr: 'Poignée de main refusée : {failure}', en: 'Handshake refused: {failure}' },
    },
  },
  {
    id: 'cda/title-present',
    title: { fr: 'Le document a un titre', en: 'The document has a title' },
    why: {
      fr: 'Le titre est ce que lit le médecin dans la liste.',
      en: 'The title is what the doctor reads in the list.',
    },
    repair: { fr: 'Ajoutez un titre au document.', en: 'Add a title to the document.' },
    severity: 'information',
    trust: 'national',
    spec: [{ standard: 'CI-SIS Structuration minimale', section: '3.5.6' }],
    messages: {
      short: { fr: 'Le titre est très court : {title}', en: 'The title is very short: {title}' },
    },
  },
];

export const GOLDEN_RULES: Readonly<Record<string, RuleEntry>> = Object.fromEntries(
  ENTRIES.map((entry) => [entry.id, entry]),
);
