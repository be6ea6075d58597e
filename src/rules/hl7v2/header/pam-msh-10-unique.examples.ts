import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const create = adt('A28');

export const examples: Examples = {
  passed: [
    { title: 'two messages, two ids', sequence: [create, adt('A31', { 'MSH-10': 'HARN-0002' })] },
    { title: 'same id, other application', sequence: [create, adt('A31', { 'MSH-3': 'OTHER' })] },
    { title: 'sent again after a refusal', sequence: [{ message: create, accepted: false }, create] },
  ],
  failed: [
    {
      title: 'the id of another message',
      sequence: [create, adt('A31')],
      findings: [{ messageId: 'reused', path: 'MSH-10' }],
    },
    {
      title: 'an accepted message sent again',
      sequence: [{ message: create, accepted: true }, create],
      findings: [{ messageId: 'sentAgain', path: 'MSH-10' }],
    },
  ],
  inapplicable: [{ title: 'one message', sequence: [create] }],
};
