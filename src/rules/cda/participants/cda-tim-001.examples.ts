import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const HIGH = '<high value="202601050815+0100"/>';

export const examples: Examples = {
  passed: [
    { title: 'a quarter of an hour', cda: level3() },
    { title: 'the day of the end alone', cda: level1([HIGH, '<high value="20260105"/>']) },
    { title: 'two zones', cda: level1([HIGH, '<high value="202601050730+0000"/>']) },
    { title: 'an end that is no date: the schema says so', cda: level1([HIGH, '<high value="demain"/>']) },
  ],
  failed: [
    {
      title: 'it ends the day before',
      cda: level1([HIGH, '<high value="20260104"/>']),
      findings: [
        { messageId: 'reversed', path: '/ClinicalDocument/documentationOf/serviceEvent/effectiveTime/high/@value' },
      ],
    },
    {
      title: 'it ends before, in another zone',
      cda: level1([HIGH, '<high value="202601050815+0400"/>']),
      findings: [
        { messageId: 'reversed', path: '/ClinicalDocument/documentationOf/serviceEvent/effectiveTime/high/@value' },
      ],
    },
  ],
  inapplicable: [{ title: 'no end', cda: level1([HIGH, '']) }],
};
