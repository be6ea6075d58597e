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
      title: 'another code in OBX-3',
      message: mdm('T02', undefined, { 'OBX-3.1': '34133-9' }),
      findings: [{ messageId: 'code', path: 'OBX-3.1', severity: 'error' }],
    },
    {
      title: 'another coding system',
      message: mdm('T02', undefined, { 'OBX-3.3': 'L' }),
      findings: [{ messageId: 'system', path: 'OBX-3.3' }],
    },
    {
      title: 'another code in OBR-4',
      message: mdm('T02', undefined, { 'OBR-4.1': '34133-9' }),
      findings: [{ messageId: 'order', path: 'OBR-4.1' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
