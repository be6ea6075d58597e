import type { Examples } from '../examples.js';
import { pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'a PDF and a laboratory report', pair: pair() }],
  failed: [
    {
      title: 'a word processor file',
      pair: pair({ replace: { 'application/pdf': 'application/msword' } }),
      findings: [{ messageId: 'noMedia', path: '/ClinicalDocument/component/nonXMLBody/text' }],
    },
    {
      title: 'a model of nobody',
      pair: pair({}, { replace: { '1.3.6.1.4.1.19376.1.3.3': '1.2.250.1.999.7' } }),
      findings: [{ messageId: 'noModel', path: '/ClinicalDocument/templateId' }],
    },
  ],
  inapplicable: [{ title: 'a level 3 alone', pair: { level3: pair().level3 } }],
};
