import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const numbered = (event: string, id: string, edits: Record<string, string> = {}) =>
  adt(event, { 'MSH-10': id, ...edits });

export const examples: Examples = {
  passed: [
    {
      title: 'created, then updated',
      sequence: [numbered('A28', '1'), numbered('A31', '2', { 'PID-13': '^^^^^^^^^^^0100000000' })],
    },
    {
      title: 'changed through A47',
      sequence: [numbered('A28', '1', { 'PID-3.1': 'T0002' }), numbered('A47', '2'), numbered('A31', '3')],
    },
    {
      title: 'an identifier of another domain is added',
      sequence: [
        numbered('A28', '1', { 'PID-3': 'T0001^^^GAM-SIM^PI' }),
        numbered('A31', '2', { 'PID-3': 'T0001^^^GAM-SIM^PI~R55^^^REGION^RRI' }),
      ],
    },
  ],
  failed: [
    {
      title: 'another IPP for the same INS',
      sequence: [numbered('A28', '1'), numbered('A31', '2', { 'PID-3.1': 'T0009' })],
      findings: [{ messageId: 'changed', path: 'PID-3.1', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'no A31', sequence: [numbered('A28', '1')] }],
};
