import { join } from 'node:path';
import { Dmn, type DmnOptions } from '../../src/actors/index.js';
import { readRun } from '../../src/evidence/index.js';
import { judgeEvidence } from '../../src/index.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { type SendOptions, sendFile } from '../../src/scenarios/index.js';
import { toBlock } from '../../src/transports/index.js';
import { temporaryFolder } from '../support/folders.js';
import { listenRaw, plaintext } from '../support/wire.js';

const root = temporaryFolder();
let runs = 0;

const message = (number: number) =>
  adt('A28', { 'MSH-10': `M${number}`, 'PID-3': `P${number}^^^GAM-SIM^PI`, 'PID-32': 'PROV' });
const messages = (count: number) => Array.from({ length: count }, (_, index) => message(index + 1));
const listen = (options: Partial<DmnOptions> = {}) => Dmn.start({ endpoint: plaintext(), ...options });

interface Sent {
  readonly folder: string;
  /** `M1 AA`. */
  readonly answers: readonly string[];
  readonly error?: unknown;
}

async function send(port: number, content: string | Uint8Array, more: Partial<SendOptions> = {}): Promise<Sent> {
  runs += 1;
  const folder = join(root, `run-${runs}`);
  const answers: string[] = [];
  const onAnswer: SendOptions['onAnswer'] = ({ controlId }, answer) => answers.push(`${controlId} ${answer}`);
  const bytes = Buffer.from(content);
  try {
    await sendFile({ folder, endpoint: plaintext(port), bytes, answerWithinMs: 1000, onAnswer, ...more });
    return { folder, answers };
  } catch (error) {
    return { folder, answers, error };
  }
}

const FHS = 'FHS|^~\\&|A|B|C|D|20260105\rBHS|^~\\&|A|B|C|D|20260105\r';

test.each([
  ['one message', message(1), 1],
  ['messages one after the other', messages(3).join(''), 3],
  ['a batch', `${FHS}${messages(3).join('')}BTS|3\rFTS|1\r`, 3],
  ['a recording of MLLP', Buffer.concat(messages(2).map((text) => toBlock(Buffer.from(text)))), 2],
])('%s is sent, each message in its own block', async (_title, content, count) => {
  const dmn = await listen();
  const { folder, answers, error } = await send(dmn.port, content);
  await dmn.close();
  expect(error).toBeUndefined();
  expect(answers).toEqual(Array.from({ length: count }, (_, index) => `M${index + 1} AA`));
  const run = readRun(folder);
  const sent = run.items
    .filter(({ direction }) => direction === 'sent')
    .map(({ id }) => Buffer.from(run.bytes(id)).toString());
  expect(sent).toEqual(messages(count).map((text) => expect.stringContaining(text.trimEnd())));
  const result = await judgeEvidence(run);
  expect(result.outcome).toBe('passed');
  expect(result.items.filter(({ subject }) => subject === 'hl7v2/exchange')).toHaveLength(count);
});

test('a receiver that closes at each message is called again for the next one', async () => {
  const dmn = await listen({ behaviour: [{ fault: 'close' }] });
  const { answers, folder } = await send(dmn.port, messages(3).join(''));
  await dmn.close();
  expect(answers).toEqual(['M1 closed', 'M2 closed', 'M3 closed']);
  const result = await judgeEvidence(readRun(folder));
  expect(result.incomplete).toBe(false);
  expect(result.findings.filter(({ ruleId }) => ruleId === 'PAM-MLLP-ACK-CONN')).toHaveLength(3);
});

test('a receiver that never answers times out, message by message', async () => {
  const dmn = await listen({ behaviour: [{ fault: 'no-answer' }] });
  const { answers } = await send(dmn.port, messages(2).join(''), { answerWithinMs: 60 });
  await dmn.close();
  expect(answers).toEqual(['M1 timeout', 'M2 timeout']);
});

test('a port nobody listens on is thrown, and leaves a finished run that proves nothing', async () => {
  const server = await listenRaw(() => undefined);
  await server.close();
  const { error, folder } = await send(server.port, message(1));
  expect(error).toMatchObject({ code: 'refused' });
  const run = readRun(folder);
  expect(run.incomplete).toBe(false);
  expect((await judgeEvidence(run)).outcome).toBe('cantTell');
});

test('a receiver that is gone at the second message: the error is thrown, what was sent stays', async () => {
  const server = await listenRaw((peer) => peer.socket.once('data', () => void server.close()));
  const { error, folder, answers } = await send(server.port, messages(3).join(''));
  expect(answers).toEqual(['M1 closed']);
  expect(error).toMatchObject({ code: 'refused' });
  const result = await judgeEvidence(readRun(folder));
  expect(result.outcome).toBe('failed');
  expect(result.findings.map(({ ruleId }) => ruleId)).toContain('PAM-MLLP-ACK-CONN');
});

test('what is no message is a document error, and no run is left', async () => {
  const { error, folder } = await send(1, 'hello');
  expect(error).toMatchObject({ code: 'hl7v2-not-a-message' });
  expect(() => readRun(folder)).toThrow(expect.objectContaining({ code: 'run-not-found' }));
});

test('an error of the caller leaves a closed run', async () => {
  const dmn = await listen();
  const { error, folder } = await send(dmn.port, message(1), {
    onAnswer: () => {
      throw new RangeError('of the caller');
    },
  });
  await dmn.close();
  expect(error).toBeInstanceOf(RangeError);
  expect(readRun(folder).incomplete).toBe(false);
});
