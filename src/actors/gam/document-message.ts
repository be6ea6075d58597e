import type { DocumentAct } from '../../formats/hl7v2/carried-documents.js';
import type { GamIdentity, GamSettings } from './pam-message.js';
import { msh, pid, segment, text } from './segments.js';

/** A CDA document as the sender knows it. */
export interface GamDocument {
  readonly bytes: Uint8Array;
  /** `ClinicalDocument/code`: OBX-3 and OBR-4. */
  readonly code: string;
  readonly label: string;
  /** LOINC, or the national code system. */
  readonly system: 'LN' | 'TRE_A05';
  /** `ClinicalDocument/id/@root`, TXA-12; and that of the document it replaces, TXA-13. */
  readonly id: string;
  readonly replaces?: string;
}

/** ORU^R01 with one document or both halves of a pair; MDM with one document (reference §7.8). */
export interface GamDocumentMessage {
  /** R01 is the ORU; T02, T10 and T04 are the MDM that send, replace and delete. */
  readonly event: 'R01' | 'T02' | 'T10' | 'T04';
  readonly identity: GamIdentity;
  readonly documents: readonly GamDocument[];
  readonly act: DocumentAct;
  /** ORC-2 and OBR-2. */
  readonly order: string;
}

const ORDERS: Readonly<Record<DocumentAct, string>> = { F: 'NW', C: 'RO', D: 'CA' };
const PROFILE = '2.1^CISIS_CDA_HL7_V2';

export function documentSegments(
  settings: GamSettings,
  message: GamDocumentMessage,
  controlId: string,
  at: string,
): string[] {
  const { event, identity, documents } = message;
  const isOru = event === 'R01';
  const type = isOru ? 'ORU^R01^ORU_R01' : `MDM^${event}^MDM_T02`;
  return [
    msh(settings, { type, controlId, at, version: isOru ? '2.5' : '2.6', profile: PROFILE }),
    ...(isOru ? [] : [segment('EVN', { 2: at })]),
    pid(settings, identity, undefined, ''),
    segment('PV1', { 1: '1', 2: 'N' }),
    ...documents.flatMap((document, index) => group(settings, message, document, index + 1, at)),
  ];
}

/** Order, request and document; in an MDM the notification stands between. */
function group(
  settings: GamSettings,
  { event, act, order }: GamDocumentMessage,
  document: GamDocument,
  number: number,
  at: string,
): string[] {
  const placer = `${text(order)}^${text(settings.application)}`;
  const code = `${text(document.code)}^${text(document.label)}^${document.system}`;
  const isOru = event === 'R01';
  const content = Buffer.from(document.bytes).toString('base64');
  const txa = segment('TXA', {
    1: '1',
    2: text(document.code),
    3: 'TEXT',
    12: text(document.id),
    13: text(document.replaces ?? ''),
    17: 'AU',
  });
  return [
    segment('ORC', { 1: ORDERS[act], 2: placer }),
    segment('OBR', { 1: String(number), 2: placer, 4: code, 7: isOru ? at : '' }),
    ...(isOru ? [] : [txa]),
    segment('OBX', { 1: '1', 2: 'ED', 3: code, 5: `^${isOru ? 'TEXT' : 'text'}^XML^Base64^${content}`, 11: act }),
  ];
}
