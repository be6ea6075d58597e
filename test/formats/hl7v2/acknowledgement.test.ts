import fc from 'fast-check';
import {
  type AcknowledgementError,
  createAcknowledgement,
  decodeProblems,
  Hl7v2Message,
} from '../../../src/formats/hl7v2/index.js';
import { bytesOf, messageText, mutatedMessage, parse } from './arbitraries.js';

const HEADER =
  'MSH|^~\\&|GAM-SIM|ETAB-SIM|DMN-SUT|EDITEUR|20260105101500||ADT^A28^ADT_A05|HARN-0001|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR';
const OPTIONS = { code: 'AA', controlId: 'ACK-0001', at: new Date('2026-01-05T10:15:01Z') } as const;
const MISSING: AcknowledgementError = { path: 'PID-3', code: '101' };

function acknowledge(text: string, options: Partial<Parameters<typeof createAcknowledgement>[1]> = {}) {
  const { bytes, ...rest } = createAcknowledgement(new Hl7v2Message(bytesOf(text)), { ...OPTIONS, ...options });
  return { text: Buffer.from(bytes).toString('latin1'), ...rest };
}

test('a positive acknowledgement gives the header back', () => {
  expect(acknowledge(`${HEADER}\r`)).toEqual({
    text:
      'MSH|^~\\&|DMN-SUT|EDITEUR|GAM-SIM|ETAB-SIM|20260105101501+0000||ACK^A28^ACK|ACK-0001|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR\r' +
      'MSA|AA|HARN-0001\r',
    notEchoed: [],
    omittedErrors: 0,
  });
});

test('one ERR per problem, located as ERL', () => {
  const errors: AcknowledgementError[] = [
    MISSING,
    { path: 'PID(2)-3[2].4.1', code: '102', severity: 'W', userMessage: 'Clé | fausse', applicationCode: '900' },
    { path: 'MSH-9.2', code: '201' },
    { path: 'PV1', code: '100' },
    { path: 'segment 4', code: '207', diagnostic: 'x'.repeat(3000) },
  ];
  const lines = acknowledge(HEADER, { code: 'AE', errors }).text.split('\r');
  expect(lines.slice(1, -1)).toEqual([
    'MSA|AE|HARN-0001',
    'ERR||PID^1^3|101^Required field missing^HL70357|E',
    'ERR||PID^2^3^2^4^1|102^Data type error^HL70357|W|900|||Cl\xc3\xa9 \\F\\ fausse',
    'ERR||MSH^1^9^1^2|201^Unsupported event code^HL70357|E',
    'ERR||PV1^1|100^Segment sequence error^HL70357|E',
    `ERR|||207^Application internal error^HL70357|E|||${'x'.repeat(2048)}`,
  ]);
});

test.each(['2.3.1', '2.4', '2.1'])('a sender at %s gets ERR-1, repeated', (version) => {
  const text = HEADER.replace('2.5^FRA^2.11', version);
  const errors: AcknowledgementError[] = [MISSING, { code: '207' }];
  expect(acknowledge(text, { code: 'AE', errors }).text).toContain(
    'ERR|PID^1^3^101&Required field missing&HL70357~^^^207&Application internal error&HL70357\r',
  );
});

test.each(['2.5.1', '2.6', '2.10', '', 'abc'])('a sender at "%s" gets ERR of HL7 2.5', (version) => {
  expect(acknowledge(HEADER.replace('2.5^FRA^2.11', version), { errors: [MISSING] }).text).toContain(
    'ERR||PID^1^3|101',
  );
});

test('a header with nothing in it is answered, and what is missing is said', () => {
  const { text, notEchoed } = acknowledge('MSH|^~\\&', { sendingApplication: 'DMN-SIM', sendingFacility: 'ETAB' });
  expect(text).toBe('MSH|^~\\&|DMN-SIM|ETAB|||20260105101501+0000||ACK|ACK-0001|T|2.5|||||FRA||FR\rMSA|AA|\r');
  expect(notEchoed.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'MSH-5 empty',
    'MSH-6 empty',
    'MSH-3 empty',
    'MSH-4 empty',
    'MSH-9 empty',
    'MSH-11 empty',
    'MSH-12 empty',
    'MSH-10 empty',
  ]);
});

test('separators and bytes of the sender are kept', () => {
  const { text } = acknowledge('MSH$%@!*$GAM%1.2*x$E$D!S!$\xe9$2026$$ADT%A01$C!F!1$P$2.5$$$$$$8859/15');
  expect(text).toBe(
    'MSH$%@!*$D!S!$\xe9$GAM%1.2*x$E$20260105101501+0000$$ACK%A01%ACK$ACK-0001$P$2.5$$$$$FRA$8859/15$FR\rMSA$AA$C!F!1\r',
  );
});

test('separators that could not carry an answer are replaced by the standard ones', () => {
  const { text } = acknowledge('MSH|^~|GAM|E|D\\E|F|2026||ADT^A01|C&1|P|2.5');
  expect(text).toContain('MSH|^~\\&|D\\E\\E|F|GAM|E|');
  expect(text).toContain('MSA|AA|C\\T\\1\r');
});

test('texts fit the character set of the answer', () => {
  const errors = [{ ...MISSING, userMessage: 'Prénom œuvré' }];
  const ascii = acknowledge(HEADER.replace('UNICODE UTF-8', ''), { errors });
  expect(ascii.text).toContain('|Prenom oeuvre\r');
  const unknown = acknowledge(HEADER.replace('UNICODE UTF-8', 'UTF8').replace('GAM-SIM', 'H\xe9'), { errors });
  expect(unknown.text).toContain('UNICODE UTF-8');
  expect(unknown.text).toContain('H\xc3\xa9');
  expect(unknown.notEchoed).toEqual([{ path: 'MSH-18', reason: 'unknown-charset' }]);
  const repeated = acknowledge(HEADER.replace('UNICODE UTF-8', '8859/15~UNICODE UTF-8'));
  expect(repeated.text).toContain('|FRA|8859/15|FR\r');
  expect(repeated.notEchoed).toEqual([{ path: 'MSH-18', reason: 'repeated' }]);
});

test('what could break a frame or fill the answer is not copied', () => {
  const control = acknowledge(HEADER.replace('HARN-0001', 'A\x1cB'));
  expect(control.text).toContain('MSA|AA|A\\X1C\\B\r');
  expect(control.notEchoed).toEqual([{ path: 'MSH-10', reason: 'control-characters' }]);
  const long = acknowledge(HEADER.replace('HARN-0001', 'A'.repeat(5000)), { errors: Array(150).fill(MISSING) });
  expect(long.notEchoed).toEqual([{ path: 'MSH-10', reason: 'too-long' }]);
  expect(long.text.match(/ERR\|/g)).toHaveLength(100);
  expect(long.omittedErrors).toBe(50);
});

test('any message that parses gets an answer that parses, decodes and names it', () => {
  fc.assert(
    fc.property(fc.oneof(messageText, mutatedMessage), (text) => {
      let message: Hl7v2Message;
      try {
        message = new Hl7v2Message(bytesOf(text));
      } catch {
        return;
      }
      const { bytes, notEchoed } = createAcknowledgement(message, { ...OPTIONS, errors: [MISSING] });
      const answer = new Hl7v2Message(bytes);
      expect(answer.segments.map(({ name }) => name)).toEqual(['MSH', 'MSA', 'ERR']);
      expect(answer.anomalies.filter(({ code }) => code !== 'nul-byte')).toEqual([]);
      if (notEchoed.length === 0) expect(answer.at('MSA-2').raw).toBe(message.msh.field(10).raw);
      if (decodeProblems(message).length === 0) expect(decodeProblems(answer)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('an accented control id comes back byte for byte', () => {
  const answer = createAcknowledgement(parse(HEADER.replace('HARN', 'É')), OPTIONS);
  expect(new Hl7v2Message(answer.bytes).text('MSA-2')).toBe('É-0001');
});
