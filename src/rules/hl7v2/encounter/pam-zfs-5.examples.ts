import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const zfs = (text: string) => adt('A31', { ZFS: text });

export const examples: Examples = {
  passed: [{ title: 'free care', message: zfs('ZFS|1|L1^GAM-SIM|20260105||INSERT|SPL|1') }],
  failed: [
    {
      title: 'no start and no mode',
      message: zfs('ZFS|1|L1^GAM-SIM|||INSERT'),
      findings: [
        { messageId: 'missing', path: 'ZFS-3', severity: 'error' },
        { messageId: 'missing', path: 'ZFS-6' },
      ],
    },
    {
      title: 'an action of its own',
      message: zfs('ZFS|1|L1^GAM-SIM|20260105||ADD|SPL'),
      findings: [{ messageId: 'action', path: 'ZFS-5' }],
    },
  ],
  inapplicable: [{ title: 'no ZFS', message: adt('A31') }],
};
