import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'identity message', message: adt('A28') },
    { title: 'segment number', message: adt('A31', { 'PV1-1': '1' }) },
    { title: 'visit message', message: adt('A01') },
  ],
  failed: [
    {
      title: 'N with an admission',
      message: adt('A01', { 'PV1-2': 'N' }),
      findings: [{ messageId: 'inEncounter', path: 'PV1-2', severity: 'error' }],
    },
    {
      title: 'inpatient in an identity message',
      message: adt('A31', { 'PV1-2': 'I' }),
      findings: [{ messageId: 'notN', path: 'PV1-2' }],
    },
    {
      title: 'visit number with N',
      message: adt('A31', { 'PV1-19': 'V0001^^^GAM-SIM^VN' }),
      findings: [{ messageId: 'otherFields', path: 'PV1-2' }],
    },
  ],
  inapplicable: [{ title: 'a message without PV1', message: adt('A40') }],
};
