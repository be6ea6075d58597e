import type { Examples } from '../examples.js';
import { adt } from '../hl7v2/example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'CR between segments', message: adt('A28') },
    { title: 'LF inside a free text is data', message: adt('A28', { 'PID-23': 'line one\nline two' }) },
  ],
  failed: [
    {
      title: 'line feeds',
      message: adt('A28').replaceAll('\r', '\n'),
      findings: [{ messageId: 'lineFeed', path: 'MSH', severity: 'warning' }],
    },
    {
      title: 'carriage returns and line feeds',
      message: adt('A28').replaceAll('\r', '\r\n'),
      findings: [{ messageId: 'carriageReturnLineFeed', path: 'MSH', severity: 'warning' }],
    },
  ],
};
