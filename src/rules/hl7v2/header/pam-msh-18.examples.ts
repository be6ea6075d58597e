import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const accented = { 'PID-23': 'Orléans' };

export const examples: Examples = {
  passed: [
    { title: 'UTF-8 with an accent', message: adt('A28', accented) },
    {
      title: '8859/15 with an accent',
      message: Buffer.from(adt('A28', { ...accented, 'MSH-18': '8859/15' }), 'latin1'),
    },
    { title: 'empty, ASCII only', message: adt('A28', { 'MSH-18': '' }) },
  ],
  failed: [
    {
      title: 'two values',
      message: adt('A28', { 'MSH-18': '8859/15~UNICODE UTF-8' }),
      findings: [{ messageId: 'several', path: 'MSH-18', severity: 'error' }],
    },
    {
      title: 'empty with an accent',
      message: adt('A28', { ...accented, 'MSH-18': '' }),
      findings: [{ messageId: 'missing', path: 'MSH-18', severity: 'error' }],
    },
    {
      title: 'a spelling that is not in table 0211',
      message: adt('A28', { ...accented, 'MSH-18': 'UTF-8' }),
      findings: [{ messageId: 'notAllowed', path: 'MSH-18', severity: 'error' }],
    },
    {
      title: '8859/1: a warning',
      message: Buffer.from(adt('A28', { ...accented, 'MSH-18': '8859/1' }), 'latin1'),
      findings: [{ messageId: 'older', path: 'MSH-18', severity: 'warning' }],
    },
  ],
};
