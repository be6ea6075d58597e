import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const acc = (text: string) => adt('A01', { ACC: text });

export const examples: Examples = {
  passed: [{ title: 'work accident', message: acc('ACC|20260105|T') }],
  failed: [
    {
      title: 'no code',
      message: acc('ACC|20260105'),
      findings: [{ messageId: 'missing', path: 'ACC-2', severity: 'warning' }],
    },
    {
      title: 'a code of its own',
      message: acc('ACC|20260105|AT'),
      findings: [{ messageId: 'unknown', path: 'ACC-2' }],
    },
  ],
  inapplicable: [{ title: 'no accident', message: adt('A01') }],
};
