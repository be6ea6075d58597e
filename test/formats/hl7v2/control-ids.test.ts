import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { acknowledgedId, controlIdOf, Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import { bytesOf, messageText, mutatedMessage } from './arbitraries.js';

function parsed(bytes: Uint8Array): Hl7v2Message | undefined {
  try {
    return new Hl7v2Message(bytes);
  } catch (error) {
    if (isEpreuveError(error, 'document')) return undefined;
    throw error;
  }
}

function idsOf(bytes: Uint8Array): { own: string; acknowledged: string | undefined } {
  const message = parsed(bytes);
  const acknowledged = message?.first('MSA') ? message.field('MSA', 2).text : undefined;
  return { own: message?.controlId ?? '', acknowledged };
}

const usualStart = 'MSH|^~\\&|A|B|C|D|20260105||ACK^A28^ACK|';
const id = fc
  .array(
    fc.constantFrom('A', '1', '-', '.', ' ', '^', '&', '\\', '\\F\\', '""', '\xc3\xa9', '\xff', '\0', '\n', '\t'),
    {
      maxLength: 4,
    },
  )
  .map((pieces) => pieces.join(''));
const lines = fc
  .array(fc.constantFrom('MSA', 'MSA|', 'MSA|AA', 'MSAX|AA|1', 'ERR|1', '', 'MSA|AA|', 'msa|AA|1', '\n', '\xe9'), {
    maxLength: 4,
  })
  .map((names) => names.join('\r'));
const acknowledgement = fc
  .tuple(id, fc.constantFrom('|T|2.5', '', '|T|2.5||||||8859/1', '|T|2.5||||||UNICODE UTF-8'), lines, id)
  .map(([own, rest, between, acked]) => `${usualStart}${own}${rest}\r${between}\rMSA|AA|${acked}|texte\r`);

test('the control ids read in haste are those the parser reads', () => {
  const anything = fc.oneof(messageText, mutatedMessage, acknowledgement).map(bytesOf);
  let named = 0;
  fc.assert(
    fc.property(anything, (bytes) => {
      const expected = idsOf(bytes);
      if (expected.own !== '' && expected.acknowledged) named += 1;
      expect({ own: controlIdOf(bytes), acknowledged: acknowledgedId(bytes) }).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
  expect(named).toBeGreaterThan(100);
});

test('a message in the middle of a larger buffer is read at its own place', () => {
  const whole = bytesOf(`MSH|^~\\&|X|||||||9|\r${usualStart}ID-7|T|2.5\rMSA|AA|ID-6\r`);
  const message = new Uint8Array(whole.buffer, whole.byteOffset + 20, whole.length - 20);
  expect([controlIdOf(message), acknowledgedId(message)]).toEqual(['ID-7', 'ID-6']);
});
