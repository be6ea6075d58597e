import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'the French profile', message: adt('A28') },
    {
      title: 'with the transaction before it',
      message: adt('A28', { 'MSH-21': 'ITI-30^IHE~2.11^IHE_FRANCE-2.11-PAM' }),
    },
  ],
  failed: [
    { title: 'empty', message: adt('A28', { 'MSH-21': '' }), findings: [{ messageId: 'missing', path: 'MSH-21' }] },
    {
      title: 'an older version of the profile',
      message: adt('A28', { 'MSH-21': '2.10^IHE_FRANCE-2.10-PAM' }),
      findings: [{ messageId: 'other', path: 'MSH-21' }],
    },
    {
      title: 'the wrong separator, as older samples had it',
      message: adt('A28', { 'MSH-21': '2.11~IHE_FRANCE-2.11-PAM' }),
      findings: [{ messageId: 'split', path: 'MSH-21' }],
    },
  ],
  inapplicable: [{ title: 'acknowledgement', message: ack('A28') }],
};
