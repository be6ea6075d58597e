import type { Examples } from '../../examples.js';
import { adt, withSegment } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'ZFD on a creation', message: adt('A28') },
    { title: 'ZFM on a transfer', message: withSegment(adt('A02'), 'ZBE', 'ZFM|6|6') },
    {
      title: 'ZFM on the update of a transfer',
      message: withSegment(adt('Z99', { 'ZBE-6': 'A02' }), 'ZBE', 'ZFM|6|6'),
    },
    { title: 'an unknown Z segment has a rule of its own', message: `${adt('A28')}ZZZ|1\r` },
  ],
  failed: [
    {
      title: 'ZFA on a transfer',
      message: withSegment(adt('A02'), 'ZBE', 'ZFA|ACTIF'),
      findings: [{ messageId: 'meaningless', path: 'ZFA' }],
    },
    {
      title: 'ZFP on the update of a discharge',
      message: withSegment(adt('Z99', { 'ZBE-6': 'A03' }), 'ZBE', 'ZFP|5'),
      findings: [{ messageId: 'meaningless', path: 'ZFP' }],
    },
    {
      title: 'a movement on an identity message',
      message: withSegment(adt('A28'), 'PV1', 'ZBE|M0001^GAM-SIM|20260105101500||INSERT|N'),
      findings: [{ messageId: 'notInStructure', path: 'ZBE' }],
    },
  ],
  inapplicable: [{ title: 'no Z segment', message: adt('A40') }],
};
