import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'creation', message: adt('A28') },
    { title: 'merge needs no visit', message: adt('A40') },
    { title: 'change of account needs no movement', message: adt('A44') },
  ],
  failed: [
    {
      title: 'creation without visit',
      message: adt('A28', { PV1: null }),
      findings: [{ messageId: 'missing', path: 'PV1' }],
    },
    {
      title: 'merge without the identity that goes',
      message: adt('A40', { MRG: null }),
      findings: [{ messageId: 'missing', path: 'MRG' }],
    },
    {
      title: 'admission without movement',
      message: adt('A01', { ZBE: null }),
      findings: [{ messageId: 'missing', path: 'ZBE', severity: 'error' }],
    },
    {
      title: 'no event and no patient',
      message: adt('A28', { EVN: null, PID: null }),
      findings: [
        { messageId: 'missing', path: 'EVN' },
        { messageId: 'missing', path: 'PID' },
      ],
    },
  ],
  inapplicable: [{ title: 'a message PAM does not describe', message: adt('A28', { 'MSH-9': 'ORU^R01^ORU_R01' }) }],
};
