import type { SpecReference } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';

/** Messages of the ANS part that transmit a CDA document: first sending, replacement, deletion (reference §7.8). */
const MDM_EVENTS: Readonly<Record<string, DocumentAct>> = { T02: 'F', T10: 'C', T04: 'D' };

/** OBX-11 of a document: F first sending, C replacement, D deletion. */
export type DocumentAct = 'F' | 'C' | 'D';

export function isOru(message: Hl7v2Message): boolean {
  return message.type === 'ORU' && message.event === 'R01';
}

export function isMdm(message: Hl7v2Message): boolean {
  return message.type === 'MDM' && Object.hasOwn(MDM_EVENTS, message.event);
}

/** What the event of an MDM message says of its document; undefined for ORU, whose event says nothing. */
export function actOfEvent(message: Hl7v2Message): DocumentAct | undefined {
  return isMdm(message) ? MDM_EVENTS[message.event] : undefined;
}

/** MSH-21 claims the ANS profile. */
export function declaresTransport(message: Hl7v2Message): boolean {
  return message.msh.field(21).raw.includes('CISIS_CDA_HL7_V2');
}

/** Whether the message is a transmission of CDA documents: by its profile, its event or what it carries. */
export function transmitsCda(message: Hl7v2Message): boolean {
  if (isMdm(message)) return true;
  return (
    isOru(message) && (declaresTransport(message) || message.all('OBX').some((obx) => looksLikeXml(obx.field(5).raw)))
  );
}

function looksLikeXml(raw: string): boolean {
  return /^\^[A-Za-z]*\^XML\^Base64\^/i.test(raw.slice(0, 60));
}

export function ansTransport(section: string): SpecReference {
  return { standard: "ANS volet Transmission d'un document CDA R2 en HL7 v2 (2026-04-21)", section };
}
