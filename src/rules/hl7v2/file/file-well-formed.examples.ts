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
    {
      title: 'bytes between two blocks',
      file: `\x0b${adt('A28')}\x1c\rXX\x0b${adt('A31')}\x1c\r`,
      findings: [
        { messageId: 'bytes-outside-frame', path: 'bytes-outside-frame' },
        { messageId: 'junk-after-message', path: 'junk-after-message' },
      ],
    },
    {
      title: 'a block that starts inside another',
      file: `\x0b${adt('A28')}\x0b${adt('A31')}\x1c\r`,
      findings: [{ messageId: 'start-inside-frame', path: 'start-inside-frame' }],
    },
    {
      title: 'a block without its end',
      file: `\x0b${adt('A28')}\x1c\r\x0b${adt('A31')}`,
      findings: [{ messageId: 'unterminated-frame', path: 'unterminated-frame' }],
    },
    {
      title: 'an empty block',
      file: `\x0b\x1c\r\x0b${adt('A31')}\x1c\r`,
      findings: [{ messageId: 'empty-frame', path: 'empty-frame' }],
    },
    {
      title: 'two messages in one block',
      file: `\x0b${adt('A28')}${adt('A31')}\x1c\r`,
      findings: [{ messageId: 'many-messages-in-frame', path: 'many-messages-in-frame' }],
    },
    {
      title: 'a batch without its trailers',
      file: `FHS|^~\\&|A\rBHS|^~\\&|A\r${adt('A28')}`,
      findings: [
        { messageId: 'batch-trailer-missing', path: 'batch-trailer-missing' },
        { messageId: 'file-trailer-missing', path: 'file-trailer-missing' },
      ],
    },
    {
      title: 'a batch without its headers',
      file: `${adt('A28')}BTS|1\rFTS|1\r`,
      findings: [
        { messageId: 'batch-header-missing', path: 'batch-header-missing' },
        { messageId: 'file-header-missing', path: 'file-header-missing' },
      ],
    },
    {
      title: 'a file that announces two batches and holds one',
      file: `FHS|^~\\&|A\rBHS|^~\\&|A\r${adt('A28')}BTS|1\rFTS|2\r`,
      findings: [{ messageId: 'file-count-mismatch', path: 'file-count-mismatch' }],
    },
    {
      title: 'blank lines between two messages',
      file: `${adt('A28')}\r\r${adt('A31')}`,
      findings: [{ messageId: 'blank-lines', path: 'blank-lines', severity: 'information' }],
    },
    {
      title: 'text before the first message',
      file: `a note\r${adt('A28')}`,
      findings: [{ messageId: 'junk-before-message', path: 'junk-before-message' }],
    },
    {
      title: 'text after a batch',
      file: `${batch(2)}a note\r`,
      findings: [{ messageId: 'junk-after-message', path: 'junk-after-message' }],
    },
  ],
};
