import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const zfv = (addresses: string) => adt('A01', { ZFV: `ZFV||||||${addresses}` });

export const examples: Examples = {
  passed: [{ title: 'origin and destination', message: zfv('1 RUE A^^LYON^^69001^^ORI~2 RUE B^^PARIS^^75001^^DST') }],
  failed: [
    {
      title: 'home address',
      message: zfv('1 RUE A^^LYON^^69001^^H'),
      findings: [{ messageId: 'type', path: 'ZFV-6.7', severity: 'warning' }],
    },
    {
      title: 'second address without a type',
      message: zfv('1 RUE A^^LYON^^69001^^ORI~2 RUE B^^PARIS^^75001'),
      findings: [{ messageId: 'type', path: 'ZFV-6[2].7' }],
    },
  ],
  inapplicable: [{ title: 'no ZFV', message: adt('A01') }],
};
