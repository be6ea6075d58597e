import type { Examples } from '../examples.js';
import { pair, pdfCopy } from './example-pairs.js';

const COPY = '/ClinicalDocument/component/structuredBody/component[1]/section/entry/observationMedia/value';

export const examples: Examples = {
  passed: [{ title: 'the same bytes', pair: pair({}, { replace: { '<section>': pdfCopy() } }) }],
  failed: [
    {
      title: 'other bytes',
      pair: pair({}, { replace: { '<section>': pdfCopy('JVBERi0xLjUK') } }),
      findings: [{ messageId: 'otherBytes', path: COPY, severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'no copy', pair: pair() }],
};
