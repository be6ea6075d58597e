import { isEpreuveError } from '../core/index.js';
import { Hl7v2Message } from '../formats/hl7v2/index.js';

/** `ADT_A28`, `ACK_AA`: a short name without personal data; `unreadable` for what is no message. */
export function describeMessage(bytes: Uint8Array): string {
  try {
    const message = new Hl7v2Message(bytes);
    return `${message.type || 'unknown'}_${message.first('MSA') ? message.field('MSA', 1).text : message.event}`;
  } catch (error) {
    if (isEpreuveError(error, 'document')) return 'unreadable';
    throw error;
  }
}
