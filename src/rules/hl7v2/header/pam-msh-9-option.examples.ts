import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'link, with the option declared', message: adt('A24'), parameters: { declaredOptions: ['Link/Unlink'] } },
  ],
  failed: [
    {
      title: 'link, with other options declared',
      message: adt('A24'),
      parameters: { declaredOptions: ['Merge'] },
      findings: [{ messageId: 'undeclared', path: 'MSH-9.2' }],
    },
    {
      title: 'pending transfer, no option declared at all',
      message: adt('A15'),
      parameters: { declaredOptions: [] },
      findings: [{ messageId: 'undeclared', path: 'MSH-9.2' }],
    },
  ],
  inapplicable: [
    { title: 'nobody said which options are declared', message: adt('A24') },
    { title: 'an event of the base profile', message: adt('A28'), parameters: { declaredOptions: ['Merge'] } },
  ],
};
