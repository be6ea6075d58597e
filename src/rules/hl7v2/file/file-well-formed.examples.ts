import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const batch = (count: number) => `FHS|^~\\&|A\rBHS|^~\\&|A\r${adt('A28')}${adt('A31')}BTS|${count}\rFTS|1\r`;

export const examples: Examples = {
  passed: [
    { title: 'two messages one after the other', file: adt('A28') + adt('A31') },
    { title: 'a batch with the right counts', file: batch(2) },
    { title: 'two MLLP blocks', file: `\x0b${adt('A28')}\x1c\r\x0b${adt('A31')}\x1c\r` },
  ],
  failed: [
    {
      title: 'a batch that announces three messages and holds two',
      file: batch(3),
      findings: [{ messageId: 'batch-count-mismatch', path: 'batch-count-mismatch', severity: 'error' }],
    },
    {
      title: 'an MLLP block without its last byte',
      file: `\x0b${adt('A28')}\x1c\x0b${adt('A31')}\x1c\r`,
      findings: [{ messageId: 'missing-carriage-return', path: 'missing-carriage-return', severity: 'warning' }],
    },
  ],
};
