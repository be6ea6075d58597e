import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

const contact = 'NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO';

export const examples: Examples = {
  passed: [{ title: 'one contact', message: withSegment(adt('A28'), 'PID', contact) }],
  failed: [
    {
      title: 'creation without contact: an observation',
      message: adt('A28'),
      findings: [{ messageId: 'absent', path: 'NK1', severity: 'information' }],
    },
  ],
  inapplicable: [{ title: 'merge', message: adt('A40') }],
};
