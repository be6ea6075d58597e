import type { Examples } from '../../examples.js';
import { level1 } from '../example-documents.js';

const parameters = { destination: 'dmp' };
const ID = '<id root="1.2.250.1.999.1.1.9.1001"/>';
const withExtension = level1([ID, '<id root="1.2.250.1.999.1.1.9" extension="1001"/>']);

export const examples: Examples = {
  passed: [{ title: 'a root alone', cda: level1(), parameters }],
  failed: [
    {
      title: 'root and extension',
      cda: withExtension,
      parameters,
      findings: [{ messageId: 'extension', path: '/ClinicalDocument/id/@extension' }],
    },
  ],
  inapplicable: [
    { title: 'another destination', cda: withExtension },
    { title: 'no id', cda: level1([ID, '']), parameters },
  ],
};
