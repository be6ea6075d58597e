import type { Examples } from '../examples.js';

const path = 'stream';

export const examples: Examples = {
  passed: [{ title: 'three clean blocks', stream: { frames: 3, violations: [] } }],
  failed: [
    {
      title: 'text sent without any envelope',
      stream: { frames: 0, violations: ['bytes-outside-frame'] },
      findings: [{ messageId: 'outside', path }],
    },
    {
      title: 'second start of block inside a block: still understood',
      stream: { frames: 1, violations: ['start-inside-frame'] },
      findings: [{ messageId: 'nested', path, severity: 'warning' }],
    },
    {
      title: 'last 0x0D forgotten: still understood',
      stream: { frames: 1, violations: ['missing-carriage-return'] },
      findings: [{ messageId: 'noCarriageReturn', path, severity: 'warning' }],
    },
    {
      title: 'connection closed in the middle of a block',
      stream: { frames: 2, violations: ['unterminated-frame'] },
      findings: [{ messageId: 'unterminated', path, severity: 'error' }],
    },
    {
      title: 'empty block, then one that never ends, then one too large',
      stream: { frames: 0, violations: ['empty-frame', 'stalled-frame', 'oversize-frame'] },
      findings: [
        { messageId: 'empty', path, severity: 'warning' },
        { messageId: 'stalled', path, severity: 'error' },
        { messageId: 'oversize', path, severity: 'error' },
      ],
    },
  ],
  inapplicable: [{ title: 'a connection that carried nothing', stream: { frames: 0, violations: [] } }],
};
