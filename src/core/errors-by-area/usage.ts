import type { ErrorEntry } from '../errors.js';

/** Commands and options. */
export const USAGE_ERRORS = {
  'not-comparable': {
    family: 'operator',
    text: { fr: 'Comparaison impossible : {file}', en: 'Cannot be compared: {file}' },
    hint: {
      fr: 'Donnez deux passages (ou résultats), ou deux documents lisibles du même format, avec autant de messages.',
      en: 'Give two runs (or results), or two readable documents of the same format, with as many messages.',
    },
  },
  'suppressions-invalid': {
    family: 'operator',
    text: { fr: '{file}, ligne {line} : {reason}', en: '{file}, line {line}: {reason}' },
    hint: {
      fr: 'Une liste « suppressions » d’entrées : rule, reason et author obligatoires ; path, constraint, evidence, expires (AAAA-MM-JJ) et requirementId au choix.',
      en: 'A list "suppressions" of entries: rule, reason and author are required; path, constraint, evidence, expires (YYYY-MM-DD) and requirementId as needed.',
    },
  },
  'step-not-found': {
    family: 'operator',
    text: {
      fr: 'Le passage n’a pas d’étape « {step} ». Ses étapes : {known}',
      en: 'The run has no step "{step}". Its steps: {known}',
    },
    hint: { fr: 'Choisissez-en une, ou retirez --step.', en: 'Choose one of these, or take --step away.' },
  },
  'evidence-not-found': {
    family: 'operator',
    text: { fr: 'Preuve introuvable dans le passage : {evidence}', en: 'No such evidence in the run: {evidence}' },
    hint: { fr: 'Preuves de ce passage : {known}', en: 'Evidence of this run: {known}' },
  },
  'outside-report-unknown': {
    family: 'document',
    text: {
      fr: 'Rapport non reconnu : {reasonFr}',
      en: 'Report not recognised: {reasonEn}',
    },
    hint: {
      fr: 'Rapports lus : Gazelle (XML de l’EVSClient, JSON du service de validation), OperationOutcome FHIR, TAR de GITB.',
      en: 'Reports read: Gazelle (XML of the EVSClient, JSON of the validation service), FHIR OperationOutcome, GITB TAR.',
    },
  },
  'outside-report-html': {
    family: 'document',
    text: {
      fr: 'Ce fichier est une page HTML, pas un rapport',
      en: 'This file is an HTML page, not a report',
    },
    hint: {
      fr: 'Le serveur a sans doute répondu par une page d’erreur ou de connexion : téléchargez de nouveau le rapport en XML ou JSON.',
      en: 'The server probably answered with an error or login page: download the report again as XML or JSON.',
    },
  },
  'bad-option': {
    family: 'operator',
    text: { fr: 'Option {option} : {reason}', en: 'Option {option}: {reason}' },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'xsd-engine-missing': {
    family: 'operator',
    text: {
      fr: 'Le moteur de schéma Java n’est pas disponible ({reason})',
      en: 'The Java schema engine is not available ({reason})',
    },
    hint: {
      fr: 'Installez un JDK et le paquet optionnel xsd-schema-validator, ou retirez --xsd-engine java : le moteur intégré suffit.',
      en: 'Install a JDK and the optional package xsd-schema-validator, or take --xsd-engine java away: the built-in engine is enough.',
    },
  },
  'not-a-pair': {
    family: 'operator',
    text: {
      fr: '{one} et {other} ne forment pas une paire : il faut un document CDA de niveau 1 et un de niveau 3',
      en: '{one} and {other} are no pair: one CDA level 1 and one CDA level 3 document are needed',
    },
    hint: {
      fr: 'Le niveau 1 contient nonXMLBody (un PDF), le niveau 3 structuredBody. Validez chaque fichier seul avec « epreuve check ».',
      en: 'The level 1 contains nonXMLBody (a PDF), the level 3 structuredBody. Validate each file alone with "epreuve check".',
    },
  },
  'nothing-to-check': {
    family: 'operator',
    text: { fr: 'Rien à valider dans : {paths}', en: 'Nothing to check in: {paths}' },
    hint: {
      fr: 'Indiquez des fichiers HL7 v2, CDA ou FHIR, ou un dossier qui en contient.',
      en: 'Give HL7 v2, CDA or FHIR files, or a folder that holds some.',
    },
  },
  'option-needs': {
    family: 'operator',
    text: { fr: 'Option {option} : elle va avec {other}', en: 'Option {option}: it goes with {other}' },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'option-excludes': {
    family: 'operator',
    text: {
      fr: 'Options {option} et {other} : l’une ou l’autre',
      en: 'Options {option} and {other}: one or the other',
    },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'rule-not-found': {
    family: 'operator',
    text: { fr: 'Règle inconnue : {rule}', en: 'Unknown rule: {rule}' },
    hint: { fr: '« epreuve explain » les liste toutes.', en: '"epreuve explain" lists them all.' },
  },
  'not-a-result': {
    family: 'operator',
    text: { fr: '{file} n’est pas un résultat d’Épreuve', en: '{file} is not a result of Épreuve' },
    hint: {
      fr: 'Indiquez un dossier de passage ou son fichier result.json.',
      en: 'Give a run folder or its result.json.',
    },
  },
  'identity-needed': {
    family: 'operator',
    text: {
      fr: 'TLS mutuel : il faut un certificat à présenter (--cert et --key, ou --p12) et l’autorité de l’autre côté (--ca)',
      en: 'Mutual TLS: a certificate to present is needed (--cert and --key, or --p12) and the authority of the other side (--ca)',
    },
    hint: {
      fr: '« epreuve certs » fabrique un jeu de test ; « --plaintext » se passe de TLS, et les preuves le diront.',
      en: '"epreuve certs" makes a test set; "--plaintext" does without TLS, and the evidence will say so.',
    },
  },
  'no-test-authority': {
    family: 'operator',
    text: { fr: 'Pas d’autorité de test dans {folder}', en: 'No test authority in {folder}' },
    hint: {
      fr: 'Créez-la d’abord : « epreuve certs ca --dir {folder} ».',
      en: 'Make it first: "epreuve certs ca --dir {folder}".',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
