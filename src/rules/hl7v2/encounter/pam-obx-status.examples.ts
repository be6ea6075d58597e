import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const obx = (code: string, status: string) =>
  adt('A28', { OBX: `OBX|1|NM|${code}||70|kg^^UCUM|||||${status}|||20260105||^DOCTEUR` });

export const examples: Examples = {
  passed: [
    { title: 'weight measured, verified', message: obx('3141-9^Poids^LN', 'F') },
    { title: 'height estimated', message: obx('8301-4^Taille^LN', 'R') },
  ],
  failed: [
    {
      title: 'a blood pressure',
      message: obx('8480-6^Systolique^LN', 'F'),
      findings: [{ messageId: 'code', path: 'OBX-3', severity: 'warning' }],
    },
    {
      title: 'a status of laboratory results',
      message: obx('3141-9^Poids^LN', 'P'),
      findings: [{ messageId: 'status', path: 'OBX-11' }],
    },
    {
      title: 'neither',
      message: obx('', ''),
      findings: [
        { messageId: 'noCode', path: 'OBX-3' },
        { messageId: 'noStatus', path: 'OBX-11' },
      ],
    },
  ],
  inapplicable: [{ title: 'no observation', message: adt('A28') }],
};
