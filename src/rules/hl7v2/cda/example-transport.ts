import { type Edits, editMessage } from '../../../formats/hl7v2/edit.js';
import { type HalfEdits, level1, level3, related } from '../../pair/example-pairs.js';

/** Valid messages that carry CDA documents; examples change one value at a time. Official test patient and test OID. */

const AT = '20260105101500+0100';
const PID =
  'PID|1||T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||^^^^^^BDL^^51215|||||||||||||||||||||VALI';
const CODE = '11502-2^CR examens biologiques^LN';

export const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** A document as its message carries it. */
export interface Carried {
  readonly text: string;
  /** OBX-11 and what ORC-1 goes with it. */
  readonly act?: 'F' | 'C' | 'D';
}

const ORDERS = { F: 'NW', C: 'RO', D: 'CA' };

/** ORU^R01 in HL7 2.5 with its documents, the valid pair unless said otherwise. */
export function oru(
  documents: readonly Carried[] = [{ text: level1() }, { text: level3() }],
  edits: Edits = {},
): string {
  const groups = documents.flatMap(({ text, act = 'F' }, index) => [
    `ORC|${ORDERS[act]}|C0001^GAM-SIM`,
    `OBR|${index + 1}|C0001^GAM-SIM||${CODE}|||20260105080000`,
    `OBX|1|ED|${CODE}||^TEXT^XML^Base64^${base64(text)}||||||${act}`,
  ]);
  const segments = [header('ORU^R01^ORU_R01', '2.5'), PID, 'PV1|1|N', ...groups];
  return editMessage(segments.join('\r'), edits);
}

/** MDM in HL7 2.6 with its document: T02 first sending, T10 replacement, T04 deletion. */
export function mdm(event: 'T02' | 'T10' | 'T04' = 'T02', document?: string, edits: Edits = {}): string {
  const act = ({ T02: 'F', T10: 'C', T04: 'D' } as const)[event];
  const text = document ?? level1(event === 'T10' ? REPLACES : {});
  const parent = event === 'T10' ? '1.2.250.1.999.1.1.9.0' : '';
  const segments = [
    header(`MDM^${event}^MDM_T02`, '2.6'),
    `EVN||${AT}`,
    PID,
    'PV1|1|N',
    `ORC|${ORDERS[act]}|C0001^GAM-SIM`,
    `OBR|1|C0001^GAM-SIM||${CODE}`,
    `TXA|1|11502-2|TEXT|||||||||1.2.250.1.999.1.1.9.1|${parent}||||AU`,
    `OBX|1|ED|${CODE}||^text^XML^Base64^${base64(text)}||||||${act}`,
  ];
  return editMessage(segments.join('\r'), edits);
}

/** A level 1 that replaces an earlier one. */
export const REPLACES: HalfEdits = { version: '2', related: related('RPLC', '1.2.250.1.999.1.1.9.0') };

function header(type: string, version: string): string {
  return `MSH|^~\\&|LGC-SIM|LABO|DMN-SUT|EDITEUR|${AT}||${type}|HARN-0001|T|${version}|||||FRA|UNICODE UTF-8|FR||2.1^CISIS_CDA_HL7_V2`;
}
