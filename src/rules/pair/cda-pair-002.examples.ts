import type { Examples } from '../examples.js';
import { LEVEL3_ID, pair, related } from './example-pairs.js';

const UUID = '0f9a1c1e-7b1d-4a52-9d55-2f6a0c8e1a11';

export const examples: Examples = {
  passed: [
    { title: 'id of the level 1', pair: pair() },
    {
      title: 'UUID in the other letter case',
      pair: pair({ id: UUID }, { related: related('XFRM', UUID.toUpperCase()) }),
    },
    { title: 'in no-xfrm mode too', pair: { ...pair(), mode: 'no-xfrm' } },
  ],
  failed: [
    {
      title: 'the id of the level 3 itself',
      pair: pair({}, { related: related('XFRM', LEVEL3_ID) }),
      findings: [
        { messageId: 'other', path: '/ClinicalDocument/relatedDocument/parentDocument/id', severity: 'error' },
      ],
    },
    {
      title: 'an extension that the level 1 does not have',
      pair: pair({}, { replace: { '.9.1"/></parent': '.9.1" extension="X"/></parent' } }),
      findings: [{ messageId: 'other', path: '/ClinicalDocument/relatedDocument/parentDocument/id' }],
    },
    {
      title: 'no identifier, in no-xfrm mode',
      pair: {
        ...pair({}, { related: '<relatedDocument typeCode="XFRM"><parentDocument/></relatedDocument>' }),
        mode: 'no-xfrm',
      },
      findings: [{ messageId: 'absent', path: '/ClinicalDocument/relatedDocument' }],
    },
  ],
  inapplicable: [{ title: 'no link', pair: pair({}, { related: '' }) }],
};
