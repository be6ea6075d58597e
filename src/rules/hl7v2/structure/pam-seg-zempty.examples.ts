import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a ZFD with values', message: adt('A28') },
    { title: 'a value deleted on purpose', message: adt('A28', { ZFD: 'ZFD|||""' }) },
  ],
  failed: [
    {
      title: 'separators only',
      message: adt('A28', { ZFD: 'ZFD||||||^&' }),
      findings: [{ messageId: 'empty', path: 'ZFD' }],
    },
    { title: 'name only', message: adt('A01', { ZFD: 'ZFD' }), findings: [{ messageId: 'empty', path: 'ZFD' }] },
  ],
  inapplicable: [{ title: 'no Z segment', message: adt('A28', { ZFD: null }) }],
};
