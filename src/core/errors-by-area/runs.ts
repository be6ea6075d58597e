import type { ErrorEntry } from '../errors.js';

/** Runs, scenarios, packs and dossiers. */
export const RUN_ERRORS = {
  'run-not-found': {
    family: 'operator',
    text: {
      fr: '{folder} n’est pas un dossier de passage (events.jsonl absent)',
      en: '{folder} is not a run folder (no events.jsonl)',
    },
    hint: {
      fr: 'Indiquez le dossier créé par « epreuve demo », « send », « listen » ou « simulate ».',
      en: 'Give the folder made by "epreuve demo", "send", "listen" or "simulate".',
    },
  },
  'scenario-not-found': {
    family: 'operator',
    text: { fr: 'Scénario introuvable : {scenario}', en: 'Scenario not found: {scenario}' },
    hint: {
      fr: 'Donnez un fichier, un dossier, un pack ou pack/scénario, parmi : {known}. Voir « epreuve run --list ».',
      en: 'Give a file, a folder, a pack or pack/scenario, among: {known}. See "epreuve run --list".',
    },
  },
  'nothing-to-play': {
    family: 'operator',
    text: { fr: 'Aucun scénario à jouer', en: 'No scenario to play' },
    hint: {
      fr: 'Donnez un scénario, ou élargissez --tag, --only et --skip. Voir « epreuve run --list ».',
      en: 'Give a scenario, or widen --tag, --only and --skip. See "epreuve run --list".',
    },
  },
  'run-complete': {
    family: 'operator',
    text: { fr: 'Le passage {folder} est allé à son terme', en: 'The run {folder} reached its end' },
    hint: {
      fr: 'Seul un passage interrompu se reprend ; relancez le scénario pour un nouveau passage.',
      en: 'Only an interrupted run can be resumed; play the scenario again for a new run.',
    },
  },
  'run-damaged': {
    family: 'operator',
    text: { fr: '{file}, ligne {line} : {reasonFr}', en: '{file}, line {line}: {reasonEn}' },
    hint: {
      fr: 'Le dossier a été modifié ; « epreuve verify » montre quels fichiers.',
      en: 'The folder was changed; "epreuve verify" shows which files.',
    },
  },
  'run-exists': {
    family: 'operator',
    text: {
      fr: 'Le dossier {folder} existe déjà et n’est pas vide',
      en: 'The folder {folder} exists and is not empty',
    },
    hint: { fr: 'Choisissez un autre dossier avec --out.', en: 'Choose another folder with --out.' },
  },
  'bad-url': {
    family: 'operator',
    text: { fr: 'Adresse {url} : {reasonFr}', en: 'Address {url}: {reasonEn}' },
    hint: {
      fr: 'Donnez la base du serveur FHIR, par exemple https://127.0.0.1:8443/fhir.',
      en: 'Give the base of the FHIR server, for example https://127.0.0.1:8443/fhir.',
    },
  },
  'nothing-to-feed': {
    family: 'document',
    text: { fr: '{file} : aucune Observation à envoyer', en: '{file}: no Observation to send' },
    hint: {
      fr: 'Donnez une Observation, un Bundle ou un fichier NDJSON, en JSON.',
      en: 'Give an Observation, a Bundle or an NDJSON file, in JSON.',
    },
  },
  'store-damaged': {
    family: 'operator',
    text: {
      fr: '{file}, ligne {line} : ce n’est pas une ressource FHIR que nous avons écrite ({reasonFr})',
      en: '{file}, line {line}: this is not a FHIR resource that we wrote ({reasonEn})',
    },
    hint: {
      fr: 'Donnez un fichier fait par « epreuve simulate mes », ou un nom de fichier nouveau.',
      en: 'Give a file made by "epreuve simulate mes", or the name of a new file.',
    },
  },
  'bad-behaviour': {
    family: 'operator',
    text: { fr: '{file}, {place} : {reasonFr}', en: '{file}, {place}: {reasonEn}' },
    hint: { fr: 'Voir docs/simulateurs.md pour le format.', en: 'See docs/simulators.md for the format.' },
  },
  'pack-not-found': {
    family: 'pack',
    text: { fr: 'Pack inconnu : {pack}', en: 'Unknown pack: {pack}' },
    hint: { fr: 'Packs disponibles : {available}', en: 'Available packs: {available}' },
  },
  'pack-invalid': {
    family: 'pack',
    text: {
      fr: '{file}, ligne {line}, colonne {column} : {reasonFr}{moreFr}',
      en: '{file}, line {line}, column {column}: {reasonEn}{moreEn}',
    },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'dossier-invalid': {
    family: 'operator',
    text: {
      fr: '{file}, ligne {line}, colonne {column} : {reasonFr}{moreFr}',
      en: '{file}, line {line}, column {column}: {reasonEn}{moreEn}',
    },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'dossier-not-found': {
    family: 'operator',
    text: { fr: 'Pas de dossier : {file} est introuvable', en: 'No dossier: {file} is not found' },
    hint: {
      fr: 'Créez-le avec « epreuve dossier init », ou donnez son chemin.',
      en: 'Make it with "epreuve dossier init", or give its path.',
    },
  },
  'proof-changed': {
    family: 'operator',
    text: { fr: '{file} a changé pendant la construction', en: '{file} changed while the dossier was built' },
    hint: {
      fr: 'Rien n’a été écrit. Attendez que le fichier soit fini, puis recommencez.',
      en: 'Nothing was written. Wait until the file is finished, then try again.',
    },
  },
  'maturity-missing': {
    family: 'operator',
    text: { fr: '{file} ne nomme aucune démarche de maturité', en: '{file} names no maturity démarche' },
    hint: {
      fr: 'Ajoutez maturity.demarches à ce fichier (au choix : {demarches}), ou donnez --demarche.',
      en: 'Add maturity.demarches to that file (choices: {demarches}), or give --demarche.',
    },
  },
  'dossier-exists': {
    family: 'operator',
    text: { fr: '{file} existe déjà', en: '{file} exists already' },
    hint: {
      fr: 'Il n’est pas remplacé. Donnez un autre chemin, ou retirez-le vous-même.',
      en: 'It is not replaced. Give another path, or take it away yourself.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
