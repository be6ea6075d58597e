import { type EpreuveError, makeError, type Text } from '../../core/index.js';
import { TextPositions } from './text-positions.js';

/** A `fhir-syntax` error that tells the line and column of a character of the text. */
export function syntaxError(text: string, at: number, reason: Text, firstLine = 1): EpreuveError {
  const { line, column } = new TextPositions(text, text.length, 0).lineAndColumn(Math.min(at, text.length));
  return makeError('fhir-syntax', { line: line + firstLine - 1, column, reasonFr: reason.fr, reasonEn: reason.en });
}
