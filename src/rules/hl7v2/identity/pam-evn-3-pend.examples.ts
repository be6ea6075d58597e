import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

const planned = (event: string, discharge: string) =>
  withSegment(adt('A16', { 'EVN-3': event }), 'PV1', `PV2${'|'.repeat(9)}${discharge}`);

export const examples: Examples = {
  passed: [
    { title: 'the same date', message: planned('20260110140000', '20260110140000') },
    { title: 'the same day, less precise', message: planned('20260110140000', '20260110') },
  ],
  failed: [
    {
      title: 'two days',
      message: planned('20260110', '20260111'),
      findings: [{ messageId: 'different', path: 'EVN-3' }],
    },
    {
      title: 'only in EVN-3',
      message: planned('20260110', ''),
      findings: [{ messageId: 'onlyHere', path: 'PV2-9' }],
    },
    {
      title: 'only in PV2-9',
      message: planned('', '20260110'),
      findings: [{ messageId: 'onlyThere', path: 'EVN-3' }],
    },
  ],
  inapplicable: [
    { title: 'no planned date', message: adt('A16') },
    { title: 'discharge done', message: adt('A03', { 'EVN-3': '20260110' }) },
  ],
};
