import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

const contact = `NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO${'|'.repeat(30)}`;

export const examples: Examples = {
  passed: [{ title: 'identified', message: withSegment(adt('A28'), 'PID', `${contact}C0001^^^GAM-SIM^PN`) }],
  failed: [
    {
      title: 'empty',
      message: withSegment(adt('A28'), 'PID', contact),
      findings: [{ messageId: 'missing', path: 'NK1-33' }],
    },
    {
      title: 'segment too short to hold it',
      message: withSegment(adt('A28'), 'PID', 'NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO'),
      findings: [{ messageId: 'missing', path: 'NK1-33' }],
    },
  ],
  inapplicable: [{ title: 'no contact', message: adt('A28') }],
};
