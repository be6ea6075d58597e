import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

const contact = (role: string) => `NK1|1|PAT-TROIS^CAMILLE^^^^^L|SPO||||${role}`;

export const examples: Examples = {
  passed: [{ title: 'an emergency contact', message: withSegment(adt('A28'), 'PID', contact('C')) }],
  failed: [
    {
      title: 'trusted person in a creation',
      message: withSegment(adt('A28'), 'PID', contact('K')),
      findings: [{ messageId: 'identityMessage', path: 'NK1-7.1' }],
    },
    {
      title: 'the second contact of an update',
      message: withSegment(withSegment(adt('A31'), 'PID', contact('K')), 'PID', contact('C')),
      findings: [{ messageId: 'identityMessage', path: 'NK1(2)-7.1' }],
    },
  ],
  inapplicable: [
    { title: 'trusted person in an admission', message: withSegment(adt('A01'), 'PID', contact('K')) },
    { title: 'no contact', message: adt('A28') },
  ],
};
