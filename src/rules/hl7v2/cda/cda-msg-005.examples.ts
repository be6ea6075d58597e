import type { Examples } from '../../examples.js';
import { level1 } from '../../pair/example-pairs.js';
import { mdm, oru } from './example-transport.js';

const withExtension = level1({
  replace: { 'id root="1.2.250.1.999.1.1.9.1"': 'id root="1.2.250.1.999.1" extension="D7"' },
});

export const examples: Examples = {
  passed: [
    { title: 'the root alone', message: mdm() },
    { title: 'root and extension', message: mdm('T02', withExtension, { 'TXA-12': 'D7^^1.2.250.1.999.1^ISO' }) },
    { title: 'replacement', message: mdm('T10') },
  ],
  failed: [
    {
      title: 'another identifier',
      message: mdm('T02', undefined, { 'TXA-12': '1.2.3' }),
      findings: [{ messageId: 'id', path: 'TXA-12', severity: 'error' }],
    },
    {
      title: 'the extension left out',
      message: mdm('T02', withExtension, { 'TXA-12': '1.2.250.1.999.1' }),
      findings: [{ messageId: 'id', path: 'TXA-12' }],
    },
    {
      title: 'no parent',
      message: mdm('T10', undefined, { 'TXA-13': '' }),
      findings: [{ messageId: 'noParent', path: 'TXA-13' }],
    },
    {
      title: 'another parent',
      message: mdm('T10', undefined, { 'TXA-13': '1.2.3' }),
      findings: [{ messageId: 'parent', path: 'TXA-13' }],
    },
  ],
  inapplicable: [{ title: 'an ORU', message: oru() }],
};
