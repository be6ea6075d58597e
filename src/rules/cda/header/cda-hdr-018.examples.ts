import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const TIME = '<effectiveTime value="20260105101500+0100"/>';

export const examples: Examples = {
  passed: [
    { title: 'to the second, with a zone', cda: level3() },
    { title: 'the day alone', cda: level1([TIME, '<effectiveTime value="20260105"/>']) },
  ],
  failed: [
    {
      title: 'missing',
      cda: level1([TIME, '']),
      findings: [{ messageId: 'count', path: '/ClinicalDocument' }],
    },
    {
      title: 'twice',
      cda: level1([TIME, TIME + TIME]),
      findings: [{ messageId: 'count', path: '/ClinicalDocument/effectiveTime[2]' }],
    },
    {
      title: 'unknown',
      cda: level1([TIME, '<effectiveTime nullFlavor="UNK"/>']),
      findings: [{ messageId: 'missing', path: '/ClinicalDocument/effectiveTime' }],
    },
    {
      title: '30 February',
      cda: level1([TIME, '<effectiveTime value="20260230"/>']),
      findings: [{ messageId: 'wrong', path: '/ClinicalDocument/effectiveTime/@value' }],
    },
  ],
};
