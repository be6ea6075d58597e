import type { Examples } from '../examples.js';
import { LEVEL1_ID, pair, related, secondVersion } from './example-pairs.js';

export const examples: Examples = {
  passed: [
    { title: 'same setId, next version', pair: secondVersion() },
    { title: 'the replaced versions are not at hand', pair: { ...secondVersion(), known: [] } },
  ],
  failed: [
    {
      title: 'version not raised',
      pair: secondVersion({ version: '1' }),
      findings: [{ messageId: 'version', path: '/ClinicalDocument/versionNumber', severity: 'warning' }],
    },
    {
      title: 'another setId',
      pair: secondVersion({ setId: '1.2.250.1.999.1.1.8.7' }),
      findings: [{ messageId: 'setId', path: '/ClinicalDocument/setId' }],
    },
    {
      title: 'what the link itself says of the replaced version',
      pair: {
        ...secondVersion({
          related: related('RPLC', LEVEL1_ID, '<setId root="1.2.250.1.999.7"/><versionNumber value="2"/>'),
        }),
        known: [],
      },
      findings: [
        { messageId: 'setId', path: '/ClinicalDocument/setId' },
        { messageId: 'version', path: '/ClinicalDocument/versionNumber' },
      ],
    },
  ],
  inapplicable: [{ title: 'a first version', pair: pair() }],
};
