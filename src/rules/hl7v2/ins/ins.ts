import type { Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';

/** Matricule INS: 13 characters and a 2-digit key (reference §4.3). */
export const INS_PATTERN = /^[1-8]\d{4}(?:\d{5}|2[AB]\d{3})\d{3}\d{2}$/;

/** OIDs of the INS (DT §N.1). */
export const INS_OIDS = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  testNir: '1.2.250.1.213.1.4.10',
  demonstrationNir: '1.2.250.1.213.1.4.11',
} as const;

/** Repetitions of PID-3 typed INS that carry a matricule (a withdrawal, `""`, carries none). */
export function insIdentifiers(message: Hl7v2Message): readonly Repetition[] {
  return message
    .all('PID')
    .flatMap((pid) => pid.field(3).repetitions)
    .filter((identifier) => identifier.component(5).text === 'INS' && isCarried(identifier));
}

function isCarried(identifier: Repetition): boolean {
  const matricule = identifier.component(1);
  return matricule.isValued && !matricule.isNull;
}

export function isProductionInsOid(identifier: Repetition): boolean {
  const oid = identifier.component(4).subcomponent(2).text;
  return oid === INS_OIDS.nir || oid === INS_OIDS.nia;
}

/** Two-digit key of the first 13 characters of a matricule that matches `INS_PATTERN`. */
export function insKeyOf(matricule: string): string {
  const digits = matricule.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return String(97n - (BigInt(digits) % 97n)).padStart(2, '0');
}
