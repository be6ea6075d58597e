import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

const role = (code: string) => `ROL||AD|${code}|810000000001^SIMULATEUR^MEDECIN^^^^^^^L^^^IDNPS`;

export const examples: Examples = {
  passed: [
    { title: 'right after the patient', message: withSegment(adt('A01'), 'PID', role('ODRP')) },
    { title: 'the referring physician after the visit', message: withSegment(adt('A01'), 'ZFD', role('RP')) },
  ],
  failed: [
    {
      title: 'general practitioner after the visit',
      message: withSegment(adt('A01'), 'ZFD', role('ODRP')),
      findings: [{ messageId: 'misplaced', path: 'ROL' }],
    },
  ],
  inapplicable: [{ title: 'no physician', message: adt('A28') }],
};
