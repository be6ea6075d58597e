import type { CantTell, EpreuveError, Problem, Text } from '../../core/index.js';
import { problemOf } from '../document-error.js';
import type { FhirResource } from './context.js';

/** Subject of the rules on reading: the resource, or the error (family `document`) that kept it from being read. */
export type FhirFile = FhirResource | EpreuveError;

/** Ids of those rules; the first one that a pack turns on tells. Every other rule takes a resource that was read. */
export const FHIR_FILE_RULES: readonly string[] = ['FHM-101', 'fhir/readable'];

export type FhirFileMessage = 'encoding' | 'syntax';

export const FHIR_FILE_MESSAGES: Readonly<Record<FhirFileMessage, Text>> = {
  encoding: {
    fr: 'Ligne {line} : ce n’est pas de l’UTF-8, seul encodage de FHIR. Enregistrez le document en UTF-8.',
    en: 'Line {line}: this is not UTF-8, the only encoding of FHIR. Save the document as UTF-8.',
  },
  syntax: {
    fr: 'Ligne {line}, colonne {column} : ce n’est pas une ressource FHIR en JSON ou en XML ; rien n’a été validé au-delà.',
    en: 'Line {line}, column {column}: this is no FHIR resource in JSON or XML; nothing was validated beyond it.',
  },
};

/** Beyond a limit of ours nothing is known of the document. */
export function isBeyondLimits({ code }: EpreuveError): boolean {
  return code.startsWith('fhir-too-');
}

/** What the error says, at its place. */
export function unreadableProblem(error: EpreuveError): Problem<FhirFileMessage> | CantTell {
  if (isBeyondLimits(error)) return { cantTell: { fr: error.describe('fr').text, en: error.describe('en').text } };
  return problemOf(error.code === 'fhir-bad-encoding' ? 'encoding' : 'syntax', error);
}
