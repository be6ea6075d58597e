import type { Examples } from '../../examples.js';
import { ALL, fed, search } from './exchange-examples.js';

export const examples: Examples = {
  passed: [
    { title: 'no page asked for', ...search(ALL) },
    { title: 'the second page of 100', ...search(`${ALL}&_count=100&_offset=1`) },
  ],
  failed: [
    {
      title: 'too many',
      ...search(`${ALL}&_count=500`),
      findings: [{ messageId: 'value', path: 'GET Observation _count' }],
    },
    {
      title: 'a negative page',
      ...search(`${ALL}&_offset=-1`),
      findings: [{ messageId: 'value', path: 'GET Observation _offset' }],
    },
  ],
  inapplicable: [{ title: 'a feed', ...fed() }],
};
