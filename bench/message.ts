import { adt, withSegment } from '../src/rules/hl7v2/example-messages.js';

const DOCTOR = '801234567897^MEDECIN-TEST^CAMILLE^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^RPPS';

const CONTACT = 'C0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';

const EDITS = {
  'PID-11': '12 RUE DES ESSAIS^^CLERMONT-FERRAND^^63000^FRA^H~^^^^^^BDL^^63220',
  'PID-13': '^PRN^PH^^^^^^^^^0473000000',
  'PV1-7': DOCTOR,
};
const ONE = withSegment(adt('A01', EDITS), 'PID', `NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO${'|'.repeat(30)}${CONTACT}`);
const TRANSFER = adt('A02', EDITS);

/** A French ADT^A01 of about 1 KB: identity with INS, address, telephone, doctor, encounter with movement. */
export function admission(): Uint8Array {
  return Buffer.from(ONE);
}

/** The same admission with so many weights of the patient that it has `factor` times its bytes. */
export function admissionTimes(factor: number): Uint8Array {
  const lines: string[] = [];
  for (let size = ONE.length; size < ONE.length * factor; size += (lines.at(-1)?.length ?? 0) + 1) {
    lines.push(`OBX|${lines.length + 1}|NM|3142-7^POIDS CORPOREL^LN||72.5|kg^^UCUM|||||F|||20260105101500||${DOCTOR}`);
  }
  return Buffer.from(lines.length === 0 ? ONE : withSegment(ONE, 'ZFD', lines.join('\r')));
}

/** A file of one admission, then transfers of the same patient, a minute apart: one legal encounter. */
export function encounterFile(count: number): Uint8Array {
  const messages = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 5, 10, 15 + index)).toISOString().replace(/[-:T]/g, '').slice(0, 14);
    return (index === 0 ? ONE : TRANSFER)
      .replace('HARN-0001', `HARN-${index}`)
      .replace('ZBE|M0001^', `ZBE|M${index}^`)
      .replaceAll('20260105101500', at);
  });
  return Buffer.from(messages.join(''));
}
