import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

export const examples: Examples = {
  passed: [
    { title: 'ORU', message: oru() },
    { title: 'MDM', message: mdm() },
  ],
  failed: [
    {
      title: 'OBX-2 is TX',
      message: mdm('T02', undefined, { 'OBX-2': 'TX' }),
      findings: [{ messageId: 'type', path: 'OBX-2', severity: 'error' }],
    },
    {
      title: 'OBX-5.3 and OBX-5.4 are something else',
      message: mdm('T02', undefined, { 'OBX-5.3': 'HL7', 'OBX-5.4': 'Hex' }),
      findings: [
        { messageId: 'form', path: 'OBX-5.3' },
        { messageId: 'form', path: 'OBX-5.4' },
      ],
    },
    {
      title: 'capital letters in an MDM',
      message: mdm('T02', undefined, { 'OBX-5.2': 'TEXT' }),
      findings: [{ messageId: 'letterCase', path: 'OBX-5.2', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
