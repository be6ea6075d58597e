import type { RunResult } from '../../core/index.js';
import { LABELS, SEVERITY_WORDS } from '../labels.js';
import { isIdle, suppressionRows } from '../suppression-rows.js';
import type { TextContext } from './finding-text.js';
import { wrap } from './wrap.js';

/** Every entry of the suppression file; those that suppress nothing are warnings. */
export function suppressionsText(result: RunResult, { language, palette }: TextContext): string[] {
  const rows = suppressionRows(result, language);
  if (rows.length === 0) return [];
  const colon = LABELS.colon[language];
  const warning = palette.severity.warning(SEVERITY_WORDS.warning[language]);
  const lines = rows.map((row) => {
    const { told, target, reason, author, expires, requirementId } = row;
    const until = expires && `${LABELS.expires[language].toLowerCase()} ${expires}`;
    const who = [author, until, requirementId].filter((part) => part).join(', ');
    const text = wrap(`${target} – ${told} – ${reason} (${who})`, 4);
    return isIdle(row) ? `  ${warning}${colon}${text}` : `  ${text}`;
  });
  return ['', palette.bold(LABELS.suppressions[language]), ...lines];
}
