import { Readable, Writable } from 'node:stream';
import { makeSession } from '../../src/cli/io.js';
import { tellSecondOpinion } from '../../src/cli/second-opinion.js';
import { type Hl7v2Message, secondOpinion } from '../../src/index.js';

const TEXT = 'MSH|^~\\&|GAM|E|D|F|20260105101501||ADT^A28|1|T|2.5\rPID|1||SECRET42\r';
const FIELDS: readonly string[] = ['', 'GAM', 'E', 'D', 'F', '20260105101501', '', 'ADT^A28', '1', 'T', '2.5'];

/** A parser that reads PID-3 otherwise. */
const other = {
  segments: [
    { segmentType: 'MSH', fields: [], field: (at: number) => ({ toHL7String: () => FIELDS[at - 2] ?? '' }) },
    { segmentType: 'PID', fields: [], field: (at: number) => ({ toHL7String: () => (at === 1 ? '1' : '') }) },
  ],
};
const ask = (message: Hl7v2Message) => secondOpinion(message, async () => ({ HL7Message: { parse: () => other } }));
const missing = (message: Hl7v2Message) => secondOpinion(message, () => Promise.reject(new Error('not installed')));

const document = (text: string) => ({
  name: 'a.hl7',
  mediaType: 'x-application/hl7-v2+er7',
  bytes: new Uint8Array(Buffer.from(text)),
});

async function tell(text: string, asked: typeof ask, options: { showValues?: boolean; keepStdout?: boolean } = {}) {
  const texts = { stdout: '', stderr: '' };
  const into = (name: keyof typeof texts) =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[name] += String(chunk);
        done();
      },
    });
  const io = {
    stdin: Readable.from([]),
    stdout: into('stdout'),
    stderr: into('stderr'),
    environment: {},
    isTerminal: false,
    interrupted: new Promise<void>(() => {}),
  };
  const session = makeSession(io, { language: 'fr', colour: false, quiet: false });
  await tellSecondOpinion([document(text)], { showValues: false, keepStdout: false, ...options }, session, asked);
  return texts;
}

test('a disagreement names its place and masks both readings', async () => {
  const { stdout } = await tell(TEXT, ask);
  expect(stdout).toContain('a.hl7:1 (hl7v2)\n  PID-3      valeur : «•••» ; «»\n');
  expect(stdout).toContain('0 message(s) lu(s) de même sur 1');
  expect(stdout).not.toContain('SECRET42');
});

test('values are shown when asked for', async () => {
  const { stdout } = await tell(TEXT, ask, { showValues: true });
  expect(stdout).toContain('valeur : «SECRET42» ; «»');
});

test('without the package one line says so, whatever the number of messages', async () => {
  const { stdout, stderr } = await tell(TEXT + TEXT, missing);
  expect(stdout).toBe('');
  expect(stderr.match(/npm install hl7v2/g)).toHaveLength(1);
});

test('standard output is left to the JSON report', async () => {
  const { stdout, stderr } = await tell(TEXT, ask, { keepStdout: true });
  expect(stdout).toBe('');
  expect(stderr).toContain('PID-3');
});

test('control characters of a value do not reach the terminal', async () => {
  const { stdout } = await tell(TEXT.replace('SECRET42', 'A\x1b[31mB'), ask, { showValues: true });
  expect(stdout).toContain('«A·[31mB»');
});
