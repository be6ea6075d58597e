import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    {
      title: 'separators of the text, escaped',
      message: adt('A31', { 'PID-11': '12 RUE \\T\\ COUR^BAT A\\S\\ESC 2' }),
    },
    { title: 'bytes, formatting, local', message: adt('A31', { 'PID-23': 'A\\X0D0A\\B\\.br\\C\\Z01\\D' }) },
  ],
  failed: [
    {
      title: 'a Windows path: the last one is not closed',
      message: adt('A31', { 'PID-23': 'C:\\docs\\patient\\x' }),
      findings: [
        { messageId: 'unknown', path: 'PID-23' },
        { messageId: 'unterminated', path: 'PID-23' },
      ],
    },
    {
      title: 'a lone escape does not reach over a separator',
      message: adt('A31', { 'PID-11': 'A\\B^C\\D' }),
      findings: [
        { messageId: 'unterminated', path: 'PID-11.1' },
        { messageId: 'unterminated', path: 'PID-11.2' },
      ],
    },
  ],
  inapplicable: [{ title: 'no escape character', message: adt('A31') }],
};
