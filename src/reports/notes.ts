import type { Finding, JudgedItem, Language, Suppression } from '../core/index.js';
import { LABELS } from './labels.js';

/** Why a finding does not count as a failure, in sentences: provoked on purpose, suppressed. */
export function notesOf({ provoked, suppressed }: Finding, language: Language): string[] {
  return [
    ...(provoked ? [LABELS.provokedNote[language]] : []),
    ...(suppressed ? [suppressionNote(suppressed, language)] : []),
  ];
}

/** The same for a whole item. */
export function itemNotes({ expected, suppressed }: JudgedItem, language: Language): string[] {
  return [
    ...(expected ? [LABELS.provokedNote[language]] : []),
    ...(suppressed ? [LABELS.suppressedItem[language]] : []),
  ];
}

/** `Dérogation : … (auteur, échéance 2027-03-31, INS 45)` */
export function suppressionNote({ reason, author, expires, requirementId }: Suppression, language: Language): string {
  const { suppressed, colon, expires: until } = LABELS;
  const more = [author, ...(expires ? [`${until[language].toLowerCase()} ${expires}`] : [])];
  if (requirementId !== undefined) more.push(requirementId);
  return `${suppressed[language]}${colon[language]}${reason} (${more.join(', ')})`;
}
