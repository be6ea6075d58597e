import type { Examples } from '../../examples.js';
import { ack, adt } from '../example-messages.js';

const tolerant = { acceptedVersions: ['2.5', '2.5.1'], toleratedVersions: ['2.3.1', '2.4'] };

export const examples: Examples = {
  passed: [
    { title: '2.5', message: adt('A28') },
    { title: '2.5.1 where the pack accepts it', message: adt('A28', { 'MSH-12.1': '2.5.1' }), parameters: tolerant },
  ],
  failed: [
    {
      title: '2.5.1 in the strict profile: a warning',
      message: adt('A28', { 'MSH-12.1': '2.5.1' }),
      findings: [{ messageId: 'tolerated', path: 'MSH-12.1', severity: 'warning' }],
    },
    {
      title: '2.3.1 in the strict profile',
      message: adt('A28', { 'MSH-12': '2.3.1' }),
      findings: [{ messageId: 'unsupported', path: 'MSH-12.1', severity: 'error' }],
    },
    {
      title: '2.3.1 where the pack tolerates it',
      message: adt('A28', { 'MSH-12': '2.3.1' }),
      parameters: tolerant,
      findings: [{ messageId: 'tolerated', path: 'MSH-12.1', severity: 'warning' }],
    },
    {
      title: '2.2 even where the pack is tolerant',
      message: adt('A28', { 'MSH-12': '2.2' }),
      parameters: tolerant,
      findings: [{ messageId: 'unsupported', path: 'MSH-12.1', severity: 'error' }],
    },
    { title: 'empty', message: adt('A28', { 'MSH-12': '' }), findings: [{ messageId: 'missing', path: 'MSH-12' }] },
  ],
  inapplicable: [
    { title: 'an acknowledgement repeats the version it got', message: ack('A28', { 'MSH-12': '2.3.1' }) },
  ],
};
