import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [{ title: 'original mode', message: adt('A28') }],
  failed: [
    {
      title: 'both acknowledgements asked for',
      message: adt('A28', { 'MSH-15': 'AL', 'MSH-16': 'AL' }),
      findings: [
        { messageId: 'valued', path: 'MSH-15' },
        { messageId: 'valued', path: 'MSH-16' },
      ],
    },
    {
      title: '« never » is a value too',
      message: adt('A28', { 'MSH-15': 'NE' }),
      findings: [{ messageId: 'valued', path: 'MSH-15' }],
    },
  ],
  inapplicable: [
    {
      title: 'both sides agreed on enhanced mode',
      message: adt('A28', { 'MSH-15': 'AL', 'MSH-16': 'AL' }),
      parameters: { enhancedAcknowledgement: true },
    },
  ],
};
