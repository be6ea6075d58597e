import type { Examples } from '../../examples.js';
import { level1 } from '../../pair/example-pairs.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

const MAIL = 'OBX|2|ED|1^XDM/1.0/DDM||^text^^Base64^Qm9uam91cg==||||||F';

export const examples: Examples = {
  passed: [
    { title: 'an ORU with a pair', message: oru() },
    { title: 'an MDM', message: mdm() },
    {
      title: 'XML that is refused: judged as a document, at its place',
      message: oru([{ text: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }]),
    },
    { title: 'the text of a mail beside the document', message: mdm().concat('\r', MAIL) },
  ],
  failed: [
    {
      title: 'a foreign character in the Base64',
      message: mdm('T02', undefined, { 'OBX-5.5': 'PENsaW5p*2Fs' }),
      findings: [{ messageId: 'base64', path: 'OBX-5.5', severity: 'error' }],
    },
    {
      title: 'no content',
      message: mdm('T02', undefined, { 'OBX-5.5': '' }),
      findings: [{ messageId: 'base64', path: 'OBX-5.5' }],
    },
    {
      title: 'content that is no CDA',
      message: oru([{ text: 'Bonjour' }]),
      findings: [{ messageId: 'notCda', path: 'OBX-5.5' }],
    },
    {
      title: 'no padding',
      message: oru([{ text: `${level1()} ` }]).replace(/=+\|{6}F/, '||||||F'),
      findings: [{ messageId: 'padding', path: 'OBX-5.5', severity: 'warning' }],
    },
    {
      title: 'the profile without a document',
      message: oru([]),
      findings: [{ messageId: 'none', path: 'MSH' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
