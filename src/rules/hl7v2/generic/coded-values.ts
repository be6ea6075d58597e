import type { CantTell } from '../../../core/index.js';
import type { Element, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { TableRow } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable } from '../pack-values.js';
import type { ElementPlan } from './rows.js';
import { walkOf } from './walk.js';

/** Which tables a rule speaks of. */
export interface TableChoice {
  readonly kind: 'closed' | 'open';
  /** Tables of a national pack, or all the others. */
  readonly national: boolean;
}

/** A code that its table does not hold. */
export interface ForeignCode {
  readonly element: Element;
  readonly plan: ElementPlan;
  readonly table: TableRow;
  readonly code: string;
}

/**
 * Codes of a message outside the tables chosen, and a `cantTell` per table that is closed but not at hand: a table a
 * row names and the pack does not hold, or one without any code.
 */
export function* foreignCodes(
  message: Hl7v2Message,
  context: Hl7v2Context,
  choice: TableChoice,
): Generator<ForeignCode | CantTell> {
  for (const { element, plan } of walkOf(message, context.profile).codes) {
    const { coded } = plan;
    if (!coded) continue;
    const { table } = coded;
    if (coded.isNational !== choice.national || coded.kind !== choice.kind) continue;
    if (!table) {
      yield missingTable(coded.tableId);
      continue;
    }
    const code = element.text;
    if (hasCode(table, code) || element.isNull) continue;
    if (!choice.national && isOfAnotherSystem(element)) continue;
    yield { element, plan, table, code };
  }
}

/** CE.3 may say that the code comes from another system than the HL7 table (HL7 2.5 chapter 2A). */
function isOfAnotherSystem(element: Element): boolean {
  if (!('repetition' in element || 'component' in element)) return false;
  const { path, segment } = element;
  if (!path.endsWith('.1')) return false;
  const system = segment.message.at(`${path.slice(0, -1)}3`).text;
  return system !== '' && !/^HL7\d{4}$/.test(system);
}

/** A few codes of a table, for a message: `E, I, N, O, R, V`. */
export function codesOf(table: TableRow): string {
  const codes = Object.keys(table.codes);
  const shown = codes.slice(0, 20).join(', ');
  return codes.length > 20 ? `${shown}…` : shown;
}
