import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

/** Demands `FR` in MSH-19. */
const pack = './docs/examples/overlay-pack';

export const examples: Examples = {
  passed: [
    { title: 'the value the pack fixes', pack, message: adt('A31') },
    { title: 'no value: another rule says whether one is required', pack, message: adt('A31', { 'MSH-19': '' }) },
  ],
  failed: [
    {
      title: 'another language',
      pack,
      message: adt('A31', { 'MSH-19': 'EN' }),
      findings: [{ messageId: 'otherValue', path: 'MSH-19' }],
    },
  ],
};
