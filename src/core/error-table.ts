import { EpreuveError, type ErrorEntry } from './errors.js';
import type { MessageData } from './language.js';

/**
 * One table of every error code: family, text and hint in both languages.
 * `scripts/generate-docs` writes docs/errors.md from it; a test compares both.
 */
export const ERRORS = {
  'file-not-found': {
    family: 'operator',
    text: { fr: 'Fichier ou dossier introuvable : {file}', en: 'File or folder not found: {file}' },
    hint: { fr: 'Vérifiez le chemin.', en: 'Check the path.' },
  },
  'file-unreadable': {
    family: 'operator',
    text: { fr: 'Lecture impossible : {file} ({reason})', en: 'Cannot read {file} ({reason})' },
    hint: { fr: 'Vérifiez les droits du fichier.', en: 'Check the permissions of the file.' },
  },
  'file-too-large': {
    family: 'operator',
    text: { fr: '{file} dépasse la limite de {limit} octets', en: '{file} is larger than the limit of {limit} bytes' },
    hint: {
      fr: 'Relevez la limite avec --max-bytes, ou découpez le fichier.',
      en: 'Raise the limit with --max-bytes, or split the file.',
    },
  },
  'folder-unwritable': {
    family: 'operator',
    text: { fr: 'Écriture impossible dans {folder} ({reason})', en: 'Cannot write to {folder} ({reason})' },
    hint: {
      fr: 'Choisissez un autre dossier avec --out, ou libérez de la place.',
      en: 'Choose another folder with --out, or free some space.',
    },
  },
  'bad-option': {
    family: 'operator',
    text: { fr: 'Option {option} : {reason}', en: 'Option {option}: {reason}' },
    hint: { fr: 'Voir « epreuve {command} --help ».', en: 'See "epreuve {command} --help".' },
  },
  'hl7v2-not-a-message': {
    family: 'document',
    text: {
      fr: 'Ligne {line} : pas de segment MSH en tête, ce n’est pas un message HL7 v2',
      en: 'Line {line}: no MSH segment at the start, this is not an HL7 v2 message',
    },
    hint: {
      fr: 'Le message doit commencer par « MSH » suivi du séparateur de champs.',
      en: 'The message must start with "MSH" followed by the field separator.',
    },
  },
  'hl7v2-too-large': {
    family: 'document',
    text: {
      fr: 'Message de {size} octets, au-delà de la limite de {limit}',
      en: 'Message of {size} bytes, above the limit of {limit}',
    },
    hint: { fr: 'Relevez la limite avec --max-bytes.', en: 'Raise the limit with --max-bytes.' },
  },
  'hl7v2-too-many-segments': {
    family: 'document',
    text: { fr: 'Plus de {limit} segments dans un message', en: 'More than {limit} segments in one message' },
    hint: { fr: 'Découpez le message.', en: 'Split the message.' },
  },
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
  'run-damaged': {
    family: 'operator',
    text: { fr: '{file}, ligne {line} : {reason}', en: '{file}, line {line}: {reason}' },
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
  'pack-not-found': {
    family: 'pack',
    text: { fr: 'Pack inconnu : {pack}', en: 'Unknown pack: {pack}' },
    hint: { fr: 'Packs disponibles : {available}', en: 'Available packs: {available}' },
  },
  'pack-invalid': {
    family: 'pack',
    text: { fr: '{file}, ligne {line} : {reason}', en: '{file}, line {line}: {reason}' },
    hint: { fr: '{remedyFr}', en: '{remedyEn}' },
  },
  'pki-bad-request': {
    family: 'operator',
    text: {
      fr: 'Certificat impossible : {field} « {value} » refusé',
      en: 'Cannot issue: {field} "{value}" is refused',
    },
    hint: {
      fr: 'CN : 1 à 64 caractères ; SAN : nom DNS ou adresse IP ; OU : 14 chiffres de SIRET ou 9 caractères de FINESS.',
      en: 'CN: 1 to 64 characters; SAN: DNS name or IP address; OU: 14 digits of SIRET or 9 characters of FINESS.',
    },
  },
  defect: {
    family: 'defect',
    text: { fr: 'Défaut d’Épreuve : {reason}', en: 'Defect in Épreuve: {reason}' },
    hint: { fr: 'Signalez-le avec la trace ci-dessus.', en: 'Please report it with the stack above.' },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** Makes the error of that code; throw what it returns. */
export function makeError(code: ErrorCode, data: MessageData = {}, options?: { cause?: unknown }): EpreuveError {
  return new EpreuveError(code, ERRORS[code], data, options);
}
