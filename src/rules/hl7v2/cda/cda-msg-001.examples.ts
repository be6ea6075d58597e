import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

export const examples: Examples = {
  passed: [
    { title: 'an ORU with a pair', message: oru() },
    { title: 'an MDM', message: mdm() },
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
      title: 'a document type declaration',
      message: oru([{ text: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }]),
      findings: [{ messageId: 'notCda', path: 'OBX-5.5' }],
    },
    {
      title: 'the profile without a document',
      message: oru([]),
      findings: [{ messageId: 'none', path: 'MSH' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
