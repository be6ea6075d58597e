import { describePath, type Finding, type Language, type RuleEntry } from '../core/index.js';
import { messageOf } from './arrange.js';
import { labelsIn } from './labels.js';
import { notesOf } from './notes.js';

/** `ligne 3, colonne 49, PID-3[2].1` */
export function placeOf({ location }: Finding, language: Language): string {
  const label = labelsIn(language);
  return `${label('line')} ${location.line}, ${label('column')} ${location.column}, ${describePath(location)}`;
}

/** `Trouvé : 88. Attendu : 89.`; empty when the finding says neither. */
export function valuesOf({ found, expected }: Finding, language: Language): string {
  const label = labelsIn(language);
  const parts: string[] = [];
  if (found !== undefined) parts.push(`${label('found')}${label('colon')}${found === '' ? label('nothing') : found}`);
  if (expected !== undefined) parts.push(`${label('expected')}${label('colon')}${expected}`);
  return parts.join(' ; ');
}

/** The message, then why it does not count when it does not. */
export function toldMessage(finding: Finding, rule: RuleEntry | undefined, language: Language): string {
  const message = messageOf(finding, rule, language);
  const notes = notesOf(finding, language);
  return notes.length === 0 ? message : `${message} – ${notes.join(' ')}`;
}
