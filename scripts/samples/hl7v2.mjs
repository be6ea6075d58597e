// The synthetic HL7 v2 samples: each valid message of the French profile, then files with one fault each. All data are
// the official test patient and invented identifiers. `rules` are the rules that must find the fault, and no other.
import { makeFaults } from './hl7v2-faults.mjs';
import { ACCENTED, batch, framed, IPP, latin9, NO_INS, numbered } from './pieces.mjs';

const CONTACT = `NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO${'|'.repeat(30)}C0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI`;
const WARD = '2000^100^B^GAM-SIM&1.2.250.1.999.1&ISO';

/** `[{ name, fault?: { fr, en }, rules?, bytes }]`, in the order of the names. */
export function makeSamples({ adt, ack, withSegment, EXAMPLE_EVENTS }) {
  const valid = [...EXAMPLE_EVENTS.map((event) => named(event, adt(event))), ...tracking(adt), accountNumber(adt)];
  const samples = [
    ...valid.map(([name, text]) => sample(`${name}-valid`, text)),
    ...otherValid({ adt, ack, withSegment }),
    ...makeFaults({ adt, ack }).map(({ name, content, ...fault }) => sample(name, content, fault)),
  ];
  return samples.sort((left, right) => (left.name < right.name ? -1 : 1));
}

const sample = (name, content, fault = {}) => ({
  name: `${name}.hl7`,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  ...fault,
});

const WHAT = {
  A28: 'create-patient',
  A31: 'update-patient',
  A40: 'merge',
  A47: 'change-identifier',
  A24: 'link',
  A37: 'unlink',
  A01: 'admit',
  A02: 'transfer',
  A03: 'discharge',
  A04: 'register',
  A05: 'pre-admit',
  A06: 'to-inpatient',
  A07: 'to-outpatient',
  A11: 'cancel-admit',
  A12: 'cancel-transfer',
  A13: 'cancel-discharge',
  A14: 'pending-admit',
  A15: 'pending-transfer',
  A16: 'pending-discharge',
  A21: 'leave',
  A22: 'return',
  A25: 'cancel-pending-discharge',
  A26: 'cancel-pending-transfer',
  A27: 'cancel-pending-admit',
  A38: 'cancel-pre-admit',
  A44: 'move-account',
  A52: 'cancel-leave',
  A53: 'cancel-return',
  A54: 'change-doctor',
  A55: 'cancel-change-doctor',
  Z99: 'correct-movement',
};

/** `ADT_A05-A28-create-patient`. */
function named(event, text) {
  const structure = text.split('\r')[0].split('|')[8].split('^')[2];
  return [`${structure}-${event}-${WHAT[event] ?? 'event'}`, text];
}

/** The tracking events carry no movement: only where the patient goes. */
function tracking(adt) {
  const events = { A09: 'ADT_A09', A10: 'ADT_A09', A32: 'ADT_A21', A33: 'ADT_A21' };
  const what = { A09: 'depart', A10: 'arrive', A32: 'cancel-arrive', A33: 'cancel-depart' };
  return Object.entries(events).map(([event, structure]) => {
    const edits = { 'MSH-9': `ADT^${event}^${structure}`, 'EVN-1': '', ZBE: null, ZFD: null, 'PV1-11': WARD };
    return [`${structure}-${event}-${what[event]}`, adt('A02', { ...edits, 'PV1-6': '' })];
  });
}

function accountNumber(adt) {
  const old = 'D0002^^^GAM-SIM&1.2.250.1.999.1&ISO^AN';
  const edits = {
    'MSH-9': 'ADT^A49^ADT_A30',
    'PID-18': 'D0001^^^GAM-SIM&1.2.250.1.999.1&ISO^AN',
    MRG: `MRG|${IPP}||${old}`,
  };
  return ['ADT_A30-A49-account-number', adt('A47', edits)];
}

function otherValid({ adt, ack, withSegment }) {
  const accented = adt('A31', ACCENTED);
  return [
    sample('ACK-A28-accepted-valid', ack('A28')),
    sample('ADT_A05-A28-contact-valid', withSegment(adt('A28'), 'PID', CONTACT)),
    sample('ADT_A05-A28-private-identifier-only-valid', adt('A28', { 'PID-32': 'PROV', ...NO_INS })),
    sample('ADT_A05-A31-accents-8859-15-valid', latin9(accented.replace('UNICODE UTF-8', '8859/15'))),
    sample('ADT_A05-A31-accents-utf-8-valid', accented),
    sample('ADT-A28-A31-two-messages-valid', adt('A28') + numbered(adt('A31'), 2)),
    sample('ADT-A28-mllp-framed-valid', framed(adt('A28')) + framed(numbered(adt('A31'), 2))),
    sample('ADT-A28-A31-batch-valid', batch([adt('A28'), numbered(adt('A31'), 2)], 2)),
  ];
}
