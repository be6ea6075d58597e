import type { Examples } from '../../examples.js';
import { level1, level3 } from '../../pair/example-pairs.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

export const examples: Examples = {
  passed: [
    { title: 'two in an ORU', message: oru() },
    { title: 'one in an MDM', message: mdm() },
  ],
  failed: [
    {
      title: 'three in an ORU',
      message: oru([{ text: level1() }, { text: level3() }, { text: level1({ id: '1.2.3' }) }]),
      findings: [{ messageId: 'tooMany', path: 'OBX(3)', severity: 'error' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
