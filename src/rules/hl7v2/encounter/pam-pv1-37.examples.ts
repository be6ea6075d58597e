import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const destination = { 'PV1-37': '750000001' };

export const examples: Examples = {
  passed: [
    { title: 'discharge', message: adt('A03', destination) },
    { title: 'leave to a technical platform', message: adt('A21', destination) },
    { title: 'correction of a discharge', message: adt('Z99', { ...destination, 'ZBE-6': 'A03' }) },
  ],
  failed: [
    {
      title: 'admission',
      message: adt('A01', destination),
      findings: [{ messageId: 'unexpected', path: 'PV1-37', severity: 'warning' }],
    },
    {
      title: 'correction of an admission',
      message: adt('Z99', destination),
      findings: [{ messageId: 'unexpected', path: 'PV1-37' }],
    },
  ],
  inapplicable: [{ title: 'not valued', message: adt('A01') }],
};
