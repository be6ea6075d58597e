import type { Examples } from '../../examples.js';
import { level1, level3 } from '../../pair/example-pairs.js';
import { adt } from '../example-messages.js';
import { mdm, oru, REPLACES } from './example-transport.js';

export const examples: Examples = {
  passed: [
    { title: 'first sending', message: oru() },
    { title: 'MDM replacement', message: mdm('T10') },
    { title: 'MDM deletion', message: mdm('T04') },
    {
      title: 'ORU deletion of both halves',
      message: oru([
        { text: level1(), act: 'D' },
        { text: level3(), act: 'D' },
      ]),
    },
  ],
  failed: [
    {
      title: 'no status of a document',
      message: mdm('T02', undefined, { 'OBX-11': 'P' }),
      findings: [{ messageId: 'unknown', path: 'OBX-11', severity: 'error' }],
    },
    {
      title: 'a deletion sent as T02',
      message: mdm('T02', undefined, { 'OBX-11': 'D', 'ORC-1': 'CA' }),
      findings: [{ messageId: 'event', path: 'OBX-11' }],
    },
    {
      title: 'ORC-1 says something else',
      message: mdm('T04', undefined, { 'ORC-1': 'NW' }),
      findings: [{ messageId: 'order', path: 'ORC-1' }],
    },
    {
      title: 'a replacement whose document replaces nothing',
      message: oru([{ text: level1(), act: 'C' }]),
      findings: [{ messageId: 'noReplacement', path: 'OBX-11' }],
    },
    {
      title: 'a first sending whose document replaces another',
      message: oru([{ text: level1(REPLACES) }]),
      findings: [{ messageId: 'noParent', path: 'OBX-11' }],
    },
    {
      title: 'one half is deleted',
      message: oru([{ text: level1(), act: 'D' }, { text: level3() }]),
      findings: [{ messageId: 'halves', path: 'OBX(2)-11' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
