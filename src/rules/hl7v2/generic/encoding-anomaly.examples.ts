import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'segments only', message: adt('A31') },
    { title: 'line feeds, which PAM-MLLP-SEGSEP tells', message: adt('A31').replaceAll('\r', '\n') },
  ],
  failed: [
    {
      title: 'byte order mark and blank lines before MSH',
      message: `\ufeff\r\n${adt('A31')}`,
      findings: [
        { messageId: 'byteOrderMark', path: 'MSH' },
        { messageId: 'leadingBlank', path: 'MSH' },
      ],
    },
    {
      title: 'an empty line between two segments',
      message: adt('A31').replace('\rPID', '\r\rPID'),
      findings: [{ messageId: 'emptyLine', path: 'MSH' }],
    },
    {
      title: 'a NUL byte',
      message: adt('A31', { 'PID-23': 'PARIS\0' }),
      findings: [{ messageId: 'nulByte', path: 'MSH' }],
    },
  ],
};
