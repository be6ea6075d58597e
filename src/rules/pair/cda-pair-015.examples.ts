import type { Examples } from '../examples.js';
import { level3, pair, pdfCopy } from './example-pairs.js';

const BODY = '/ClinicalDocument/component/structuredBody';

export const examples: Examples = {
  passed: [{ title: 'alone, without copy', pair: { level3: level3() } }],
  failed: [
    {
      title: 'alone, with its copy',
      pair: { level3: level3({ replace: { '<section>': pdfCopy() } }) },
      findings: [
        {
          messageId: 'segur',
          path: `${BODY}/component[1]/section/entry/observationMedia/value`,
          severity: 'information',
        },
      ],
    },
  ],
  inapplicable: [{ title: 'a pair', pair: pair() }],
};
