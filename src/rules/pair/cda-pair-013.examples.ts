import type { Examples } from '../examples.js';
import { LEVEL1_ID, pair, related } from './example-pairs.js';

const link = (setId: string, version: string) =>
  pair({}, { related: related('XFRM', LEVEL1_ID, `<setId root="${setId}"/><versionNumber value="${version}"/>`) });
const PARENT = '/ClinicalDocument/relatedDocument/parentDocument';

export const examples: Examples = {
  passed: [{ title: 'those of the level 1', pair: link('1.2.250.1.999.1.1.8.1', '1') }],
  failed: [
    {
      title: 'the setId of the level 3',
      pair: link('1.2.250.1.999.1.1.8.3', '1'),
      findings: [{ messageId: 'setId', path: `${PARENT}/setId`, severity: 'warning' }],
    },
    {
      title: 'another version',
      pair: link('1.2.250.1.999.1.1.8.1', '4'),
      findings: [{ messageId: 'version', path: `${PARENT}/versionNumber` }],
    },
  ],
  inapplicable: [{ title: 'an id alone', pair: pair() }],
};
