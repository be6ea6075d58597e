import type { CantTell } from '../../core/index.js';
import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import type { EventRow } from '../../packs/index.js';
import type { Hl7v2Context } from './context.js';
import { ownValue } from './pack-values.js';

/** Row of the message's event; undefined for an event the pack does not know and for anything but ADT. */
export function eventRowOf(message: Hl7v2Message, context: Hl7v2Context): EventRow | undefined {
  return message.type === 'ADT' ? ownValue(context.profile.events, message.event) : undefined;
}

/** Acknowledgements are judged by rules of their own (reference §9.7). */
export function isAcknowledgement(message: Hl7v2Message): boolean {
  return message.type === 'ACK';
}

/** Without a row for the event there is no structure and no grammar to hold against the message. */
export function unknownEvent(message: Hl7v2Message): CantTell {
  const { event } = message;
  // A reason is never masked, so only what surely is an event code is repeated in it.
  const name = /^[A-Z]\d\d$/.test(event) ? ` ${event}` : '';
  return {
    cantTell: {
      fr: `Le pack ne décrit pas l’événement${name} de ce message : ni structure, ni grammaire à lui opposer.`,
      en: `The pack does not describe the event${name} of this message: there is no structure or grammar to hold against it.`,
    },
  };
}
