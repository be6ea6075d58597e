import type { Examples } from '../../examples.js';
import { ack, adt, withSegment } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'creation', message: adt('A28') },
    { title: 'admission with its Z segments', message: adt('A01') },
    { title: 'merge', message: adt('A40') },
    { title: 'acknowledgement', message: ack('A28') },
    { title: 'an unknown Z segment has a rule of its own', message: `${adt('A28')}ZZZ|1\r` },
    { title: 'a missing segment has a rule of its own', message: adt('A01', { ZBE: null }) },
  ],
  failed: [
    {
      title: 'PV2 on a creation',
      message: withSegment(adt('A28'), 'PV1', 'PV2||CP'),
      findings: [{ messageId: 'unexpected', path: 'PV2' }],
    },
    {
      title: 'PD1 after the visit',
      message: withSegment(adt('A28'), 'PV1', 'PD1||F'),
      findings: [{ messageId: 'misplaced', path: 'PD1' }],
    },
    {
      title: 'two visits',
      message: withSegment(adt('A28'), 'PV1', 'PV1||N'),
      findings: [{ messageId: 'tooMany', path: 'PV1(2)' }],
    },
    {
      title: 'a second patient to merge',
      message: `${adt('A40')}PID|1||T0003^^^GAM-SIM^PI\rMRG|T0004^^^GAM-SIM^PI\r`,
      findings: [
        { messageId: 'tooMany', path: 'PID(2)' },
        { messageId: 'tooMany', path: 'MRG(2)' },
      ],
    },
  ],
  inapplicable: [{ title: 'a message PAM does not describe', message: adt('A28', { 'MSH-9': 'ORU^R01^ORU_R01' }) }],
};
