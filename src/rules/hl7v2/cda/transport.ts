import type { SpecReference } from '../../../core/index.js';

export {
  actOfEvent,
  type DocumentAct,
  declaresTransport,
  isMdm,
  isOru,
  transmitsCda,
} from '../../../formats/hl7v2/carried-documents.js';

export function ansTransport(section: string): SpecReference {
  return { standard: "ANS volet Transmission d'un document CDA R2 en HL7 v2 (2026-04-21)", section };
}
