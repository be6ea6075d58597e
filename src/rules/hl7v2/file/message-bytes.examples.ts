import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'segments ended by CR', message: adt('A28') }],
  failed: [
    {
      title: 'a byte order mark before MSH',
      message: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(adt('A28'))]),
      findings: [{ messageId: 'byteOrderMark', path: 'MSH', severity: 'warning' }],
    },
    {
      title: 'a NUL byte in a value',
      message: adt('A28', { 'PID-13': '^PRN^CP^^^^^^^^^06\0' }),
      findings: [{ messageId: 'nulByte', path: 'MSH', severity: 'error' }],
    },
    {
      title: 'two segment ends in a row',
      message: adt('A28').replace('\rPV1', '\r\rPV1'),
      findings: [{ messageId: 'emptyLine', path: 'MSH', severity: 'information' }],
    },
    {
      title: 'a line end before MSH',
      message: `\r${adt('A28')}`,
      findings: [{ messageId: 'leadingBlank', path: 'MSH', severity: 'information' }],
    },
  ],
};
