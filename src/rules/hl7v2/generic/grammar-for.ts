import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { GrammarRow } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { ownValue } from '../pack-values.js';

/**
 * The grammar of a message: that of its event in the pack, else the dictionary's for `type_event` (`ORU_R01`), for its
 * MSH-9.3, or for its type alone (`ACK`).
 */
export function grammarFor(message: Hl7v2Message, { profile }: Hl7v2Context): GrammarRow | undefined {
  const { type, event } = message;
  const row = type === 'ADT' ? ownValue(profile.events, event) : undefined;
  const structure = message.msh.field(9).component(3).text;
  for (const key of [row?.grammar, `${type}_${event}`, structure, type]) {
    const grammar = key === undefined ? undefined : ownValue(profile.grammars, key);
    if (grammar) return grammar;
  }
  return undefined;
}

/** PAM packs describe events: there PAM-SEG-ORDER and PAM-SEG-REQUIRED judge the structure. */
export function describesEvents({ profile }: Hl7v2Context): boolean {
  for (const _ in profile.events) return true;
  return false;
}
