import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const XDS_SD = '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>';

export const examples: Examples = {
  passed: [
    { title: 'OIDs', cda: level3() },
    { title: 'a UUID', cda: level1([XDS_SD, '<templateId root="6A3C1F0E-6D3E-4B7D-9C59-6F0B9B6F2A10"/>']) },
  ],
  failed: [
    {
      title: 'a leading zero',
      cda: level1([XDS_SD, '<templateId root="1.3.06.1.4.1.19376.1.2.20"/>']),
      findings: [{ messageId: 'wrong', path: '/ClinicalDocument/templateId[3]/@root' }],
    },
    {
      title: 'no root',
      cda: level1([XDS_SD, '<templateId extension="2024.01"/>']),
      findings: [{ messageId: 'wrong', path: '/ClinicalDocument/templateId[3]' }],
    },
  ],
  inapplicable: [
    {
      title: 'no templateId',
      cda: level1(
        ...['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1', '1.3.6.1.4.1.19376.1.2.20'].map(
          (root): [string, string] => [`<templateId root="${root}"/>`, ''],
        ),
      ),
    },
  ],
};
