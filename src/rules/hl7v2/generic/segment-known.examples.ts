import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const pack = 'hl7v2-base@2.5';
/** A structure the dictionary does not hold, so that the rules of structure are silent. */
const local = { 'MSH-9': 'ZZZ^Z01^ZZZ_Z01' };

export const examples: Examples = {
  passed: [{ title: 'segments of HL7, and Z segments', pack, message: adt('A01', local) }],
  failed: [
    {
      title: 'a segment that does not exist, and a line of text',
      pack,
      message: `${adt('A01', { ...local, PIX: 'PIX|1' })}suite du texte\r`,
      findings: [
        { messageId: 'unknown', path: 'PIX' },
        { messageId: 'unknown', path: 'segment 8' },
      ],
    },
  ],
  inapplicable: [{ title: 'the pack has a grammar for the message', pack, message: adt('A01') }],
};
