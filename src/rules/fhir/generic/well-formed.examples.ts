import type { Examples } from '../../examples.js';
import { weight } from './example-resources.js';

const json = (inside: string) => `{"resourceType":"Basic","code":{"text":"a"}${inside}}`;
const xml = (inside: string) => `<Basic xmlns="http://hl7.org/fhir"><code><text value="a"/></code>${inside}</Basic>`;

export const examples: Examples = {
  passed: [
    { title: 'plain JSON', fhir: { resource: weight() } },
    { title: 'plain XML', fhir: { resource: xml('') } },
  ],
  failed: [
    {
      title: 'a byte order mark',
      fhir: { resource: `\ufeff${json('')}` },
      findings: [{ messageId: 'byteOrderMark', path: 'Basic', severity: 'warning' }],
    },
    {
      title: 'a key written twice',
      fhir: { resource: json(',"id":"a","id":"b"') },
      findings: [{ messageId: 'duplicateKey', path: 'Basic' }],
    },
    {
      title: 'half a character',
      fhir: { resource: json(',"language":"\\ud83d"') },
      findings: [{ messageId: 'loneSurrogate', path: 'Basic.language' }],
    },
    {
      title: 'an array in an array',
      fhir: { resource: json(',"identifier":[[{"value":"a"}]]') },
      findings: [{ messageId: 'nestedArray', path: 'Basic.identifier[0]' }],
    },
    {
      title: 'extensions of an object beside it',
      fhir: { resource: json(',"subject":{"display":"a"},"_subject":{"id":"b"}') },
      findings: [{ messageId: 'orphanUnderscore', path: 'Basic._subject' }],
    },
    {
      title: 'text between XML tags',
      fhir: { resource: xml('lost') },
      findings: [{ messageId: 'textContent', path: 'Basic' }],
    },
    {
      title: 'a foreign element and a foreign attribute',
      fhir: { resource: xml('<language value="fr" other="x"/><note xmlns="urn:example"/>') },
      findings: [
        { messageId: 'unknownAttribute', path: 'Basic.language' },
        { messageId: 'foreignNamespace', path: 'Basic.note' },
      ],
    },
  ],
};
