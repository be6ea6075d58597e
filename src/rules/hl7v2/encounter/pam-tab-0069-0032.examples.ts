import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a pair of the annex', message: adt('A01', { 'PV1-10': '102', 'PV1-21': '03' }) },
    { title: 'a discipline outside the annex', message: adt('A01', { 'PV1-10': 'ZZZ', 'PV1-21': '03' }) },
  ],
  failed: [
    {
      title: 'an activity of another discipline',
      message: adt('A01', { 'PV1-10': '104', 'PV1-21': '07' }),
      findings: [{ messageId: 'incompatible', path: 'PV1-21', severity: 'information' }],
    },
  ],
  inapplicable: [
    { title: 'neither', message: adt('A01') },
    { title: 'discipline alone', message: adt('A01', { 'PV1-10': '102' }) },
  ],
};
