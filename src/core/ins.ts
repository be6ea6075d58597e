/** The INS (identité nationale de santé): what rules, redaction and generated identities share (reference §4.3, §4.4). */

/** Matricule INS: 13 characters and a 2-digit key. */
export const INS_PATTERN = /^[1-8]\d{4}(?:\d{5}|2[AB]\d{3})\d{3}\d{2}$/;

/** OIDs of the INS (DT §N.1). */
export const INS_OIDS = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  testNir: '1.2.250.1.213.1.4.10',
  demonstrationNir: '1.2.250.1.213.1.4.11',
} as const;

/** Two-digit key of the first 13 characters of a matricule that matches `INS_PATTERN`. */
export function insKeyOf(matricule: string): string {
  const digits = matricule.slice(0, 13).replace('2A', '19').replace('2B', '18');
  // Thirteen digits are exact in a number.
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}
