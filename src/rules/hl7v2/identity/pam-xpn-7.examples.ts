import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a contact with its type', message: withSegment(adt('A28'), 'PID', 'NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO') },
    { title: 'PID-5 has a rule of its own', message: adt('A28', { 'PID-5.7': '' }) },
  ],
  failed: [
    {
      title: 'a contact without type',
      message: withSegment(adt('A28'), 'PID', 'NK1|1|PAT-TROIS^CAMILLE|SPO'),
      findings: [{ messageId: 'missing', path: 'NK1-2.7' }],
    },
    {
      title: 'name of the mother',
      message: adt('A28', { 'PID-6': 'MERE-TEST^CAMILLE' }),
      findings: [{ messageId: 'missing', path: 'PID-6.7' }],
    },
  ],
};
