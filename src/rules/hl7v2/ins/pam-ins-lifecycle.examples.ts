import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const PI = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';
const AUTHORITY = '^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const INS = `279035121518989${AUTHORITY}`;
const OTHER = `100999999999996${AUTHORITY}`;

const numbered = (event: string, id: string, edits: Record<string, string> = {}) =>
  adt(event, { 'MSH-10': id, ...edits });
const created = numbered('A28', '1', { 'PID-3': PI, 'PID-32': 'PROV' });
const given = numbered('A31', '2');
const withdrawn = numbered('A47', '3', { 'PID-3[2].1': '""', 'PID-32': 'PROV', 'MRG-1': INS });

export const examples: Examples = {
  passed: [
    {
      title: 'created, given, withdrawn, given back',
      sequence: [created, given, withdrawn, numbered('A31', '4'), numbered('A01', '5')],
    },
    {
      title: 'matricule replaced through A47',
      sequence: [created, given, numbered('A47', '3', { 'PID-3': `${PI}~${OTHER}`, 'MRG-1': INS })],
    },
    {
      title: 'history before the sequence unknown',
      sequence: [numbered('A31', '2', { 'PID-3': PI, 'PID-32': 'PROV' }), withdrawn],
    },
    {
      title: 'a refused change does not count',
      sequence: [
        created,
        { message: numbered('A31', '2', { 'PID-3': `${PI}~${OTHER}` }), accepted: false },
        numbered('A31', '3'),
      ],
    },
    {
      title: 'NIA, then NIR',
      sequence: [
        created,
        numbered('A31', '2', { 'PID-3': `${PI}~100999999999996^^^ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9&ISO^INS` }),
        numbered('A31', '3'),
      ],
    },
  ],
  failed: [
    {
      title: 'withdrawn but never given',
      sequence: [created, withdrawn],
      findings: [{ messageId: 'neverGiven', path: 'MRG-1', severity: 'warning' }],
    },
    {
      title: 'another INS withdrawn',
      sequence: [created, given, numbered('A47', '3', { 'PID-3[2].1': '""', 'PID-32': 'PROV', 'MRG-1': OTHER })],
      findings: [{ messageId: 'otherIns', path: 'MRG-1' }],
    },
    {
      title: 'changed through A31',
      sequence: [created, given, numbered('A31', '3', { 'PID-3': `${PI}~${OTHER}` })],
      findings: [{ messageId: 'changed', path: 'PID-3[2].1' }],
    },
    {
      title: 'withdrawn through A31',
      sequence: [created, given, numbered('A31', '3', { 'PID-3[2].1': '""', 'PID-32': 'PROV' })],
      findings: [{ messageId: 'removed', path: 'PID-3[2]' }],
    },
    {
      title: 'still sent with an admission after a downgrade',
      sequence: [created, given, withdrawn, numbered('A01', '4')],
      findings: [{ messageId: 'stillSent', path: 'PID-3[2].1' }],
    },
  ],
  inapplicable: [{ title: 'no INS anywhere', sequence: [created] }],
};
