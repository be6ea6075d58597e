import { isEpreuveError } from '../../core/index.js';
import { Hl7v2Message } from './message.js';

/** The message, or undefined for bytes that are none: only document errors are taken so, anything else is ours. */
export function tryReadHl7v2(bytes: Uint8Array): Hl7v2Message | undefined {
  try {
    return new Hl7v2Message(bytes);
  } catch (error) {
    if (isEpreuveError(error, 'document')) return undefined;
    throw error;
  }
}
