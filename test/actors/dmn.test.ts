import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type BehaviourRule,
  Dmn,
  type DmnOptions,
  type Endpoint,
  MllpSender,
  makeTestIdentities,
  type SendOutcome,
  type TestIdentities,
} from '../../src/actors/index.js';
import { RunRecorder, readRun } from '../../src/evidence/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { judgeEvidence, type RunResult } from '../../src/index.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { WireRecorder } from '../../src/scenarios/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
let runs = 0;
let identities: TestIdentities;
beforeAll(async () => {
  identities = await makeTestIdentities(new Date());
});

type Kind = 'plaintext' | 'mutual-tls';

const security = (kind: Kind, side: 'gam' | 'dmn'): Endpoint['security'] =>
  kind === 'plaintext' ? { kind } : { kind, tls: identities[side] };

interface Played {
  readonly outcomes: readonly SendOutcome[];
  readonly result: RunResult;
  /** What the sender recorded: `sent-ADT_A28`, `framing-unterminated-frame`… */
  readonly evidence: readonly string[];
}

const A28 = (controlId: string) => Buffer.from(adt('A28', { 'MSH-10': controlId, 'PID-3.1': controlId }));

/** A sender tells the DMN some messages; everything it saw is recorded and judged. */
async function play(
  behaviour: readonly BehaviourRule[],
  { kind = 'plaintext', count = 1, withinMs = 150 }: { kind?: Kind; count?: number; withinMs?: number } = {},
): Promise<Played> {
  runs += 1;
  const folder = join(root, `run-${runs}`);
  const text = { fr: 'Essai', en: 'Trial' };
  const recorder = new RunRecorder({ folder, title: text, tool: { name: 'epreuve', version: 'test' } });
  const wire = new WireRecorder(recorder, 'sender');
  const dmn = await Dmn.start({ endpoint: { host: '127.0.0.1', port: 0, security: security(kind, 'dmn') }, behaviour });
  const endpoint = { host: '127.0.0.1', port: dmn.port, security: security(kind, 'gam') };
  const sender = await MllpSender.connect(endpoint, { observers: [wire.observer], limits: { frameTimeoutMs: 60 } });
  const outcomes: SendOutcome[] = [];
  try {
    for (let number = 1; number <= count; number++) {
      const outcome = await sender.send(A28(`T000${number}`), withinMs);
      if (outcome.silence) wire.recordSilence(`T000${number}`, sender.channel.id, outcome.silence);
      outcomes.push(outcome);
    }
  } finally {
    await sender.close();
    await dmn.close();
  }
  recorder.end();
  const run = readRun(folder);
  return {
    outcomes,
    result: await judgeEvidence(run),
    evidence: run.items.map(({ name }) => name.split('.')[0] ?? ''),
  };
}

const codeOf = ({ answer, silence }: SendOutcome) => (answer ? new Hl7v2Message(answer).field('MSA', 1).text : silence);
const errorsOf = ({ findings }: RunResult) => [
  ...new Set(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)),
];
/** Reasons of items that could not be read. */
const unreadable = ({ items }: RunResult) => items.flatMap(({ reason, outcome }) => (reason ? [outcome] : []));

describe.each(['plaintext', 'mutual-tls'] as const)('over %s', (kind) => {
  test('a DMN that behaves well acknowledges, and everything judged passes', async () => {
    const { outcomes, result, evidence } = await play([], { kind, count: 3 });
    expect(outcomes.map(codeOf)).toEqual(['AA', 'AE', 'AE']);
    expect(evidence.slice(0, 3)).toEqual(['handshake-sender', 'sent-ADT_A28', 'received-ACK_AA']);
    // The second and third bear the matricule of the first: 205 is a right answer to a message that is sound by itself.
    expect(errorsOf(result)).toEqual([]);
    const handshake = result.items.find(({ subject }) => subject === 'wire/handshake');
    expect(handshake?.facts.security).toBe(kind);
    expect(result.outcome).toBe('passed');
  });
});

describe('scripted behaviours, as the sender and the judge see them', () => {
  test.each([
    ['AA', []],
    ['CA', ['PAM-ACK-MODE']],
    ['AE', []],
    ['AR', []],
    ['CE', ['PAM-ACK-MODE']],
    ['CR', ['PAM-ACK-MODE']],
  ] as const)('answer %s', async (answer, errors) => {
    const { outcomes, result } = await play([{ answer }]);
    expect(outcomes.map(codeOf)).toEqual([answer]);
    expect(errorsOf(result).filter((ruleId) => ruleId !== 'PAM-ACK-FITS')).toEqual(errors);
    // Refusing a sound message is told, be it as a warning.
    const refused = answer !== 'AA' && answer !== 'CA';
    expect(result.findings.some(({ ruleId }) => ruleId === 'PAM-ACK-FITS')).toBe(refused);
  });

  test('a scripted error travels in ERR', async () => {
    const { outcomes } = await play([{ answer: 'AE', error: '103' }]);
    const message = new Hl7v2Message(outcomes[0]?.answer ?? new Uint8Array());
    expect(message.field('ERR', 3).component(1).text).toBe('103');
  });

  test('delay below the deadline', async () => {
    const before = performance.now();
    const { outcomes } = await play([{ delayMs: 60 }], { withinMs: 2000 });
    expect(outcomes.map(codeOf)).toEqual(['AA']);
    expect(performance.now() - before).toBeGreaterThan(55);
  });

  test('delay beyond the deadline: a timeout, and the late answer stays tied to its message', async () => {
    const { outcomes, result, evidence } = await play([{ nth: 1, delayMs: 220 }, {}], { count: 2, withinMs: 150 });
    // The second one is answered once the first is dealt with, and takes the late answer of the first for its own in no case.
    expect(outcomes.map(codeOf)).toEqual(['timeout', 'AE']);
    expect(evidence).toEqual(LATE);
    expect(errorsOf(result)).toEqual(['PAM-ACK-TIMEOUT']);
  });

  const LATE = [
    'handshake-sender',
    'sent-ADT_A28',
    'silence-timeout',
    'sent-ADT_A28',
    'received-ACK_AA',
    'received-ACK_AE',
  ];

  test('no answer', async () => {
    const { outcomes, result } = await play([{ fault: 'no-answer' }]);
    expect(outcomes.map(codeOf)).toEqual(['timeout']);
    expect(errorsOf(result)).toEqual(['PAM-ACK-TIMEOUT']);
  });

  test('cut in the middle of a frame', async () => {
    const { outcomes, result, evidence } = await play([{ fault: 'cut-mid-frame' }]);
    expect(outcomes.map(codeOf)).toEqual(['closed']);
    expect(evidence).toContain('framing-unterminated-frame');
    expect(errorsOf(result).sort()).toEqual(['PAM-MLLP-ACK-CONN', 'PAM-MLLP-FRAME']);
  });

  test('garbage', async () => {
    const { outcomes, result, evidence } = await play([{ fault: 'garbage' }]);
    expect(outcomes.map(codeOf)).toEqual(['timeout']);
    expect(evidence).toContain('framing-bytes-outside-frame');
    expect(errorsOf(result).sort()).toEqual(['PAM-ACK-TIMEOUT', 'PAM-MLLP-FRAME']);
  });

  test('the control id of another message', async () => {
    const { outcomes, result, evidence } = await play([{ fault: 'wrong-control-id' }]);
    expect(outcomes.map(codeOf)).toEqual(['timeout']);
    expect(evidence).toContain('received-ACK_AA');
    expect(errorsOf(result)).toEqual(['PAM-ACK-MSA2']);
  });

  test('no start of block', async () => {
    const { outcomes, result } = await play([{ fault: 'missing-start-block' }]);
    expect(outcomes.map(codeOf)).toEqual(['timeout']);
    expect(errorsOf(result).sort()).toEqual(['PAM-ACK-TIMEOUT', 'PAM-MLLP-FRAME']);
  });

  test('no end of block: the frame stalls and the connection is cut', async () => {
    const { outcomes, result, evidence } = await play([{ fault: 'missing-end-block' }], { withinMs: 1000 });
    expect(outcomes.map(codeOf)).toEqual(['closed']);
    expect(evidence).toContain('framing-stalled-frame');
    expect(errorsOf(result).sort()).toEqual(['PAM-MLLP-ACK-CONN', 'PAM-MLLP-FRAME']);
  });

  test('two answers', async () => {
    const { outcomes, evidence } = await play([{ nth: 1, fault: 'two-answers' }], { count: 2, withinMs: 2000 });
    expect(outcomes.map(codeOf)).toEqual(['AA', 'AE']);
    expect(evidence.filter((name) => name.startsWith('received'))).toHaveLength(3);
  });

  test('close without a word', async () => {
    const { outcomes, result } = await play([{ fault: 'close' }]);
    expect(outcomes.map(codeOf)).toEqual(['closed']);
    expect(errorsOf(result)).toEqual(['PAM-MLLP-ACK-CONN']);
    expect(unreadable(result)).toEqual([]);
  });

  test('a fault on the second message only leaves the first in peace', async () => {
    const { outcomes } = await play([{ nth: 2, fault: 'no-answer' }], { count: 2 });
    expect(outcomes.map(codeOf)).toEqual(['AA', 'timeout']);
  });
});

describe('the DMN', () => {
  const start = (options: Partial<DmnOptions> = {}) =>
    Dmn.start({ endpoint: { host: '127.0.0.1', port: 0, security: { kind: 'plaintext' } }, ...options });
  const connect = (dmn: Dmn) =>
    MllpSender.connect({ host: '127.0.0.1', port: dmn.port, security: { kind: 'plaintext' } });

  test('answers nothing to an acknowledgement, and closes on what is no message', async () => {
    let handled = 0;
    const dmn = await start({ onMessage: () => handled++ });
    const sender = await connect(dmn);
    await sender.channel.send(Buffer.from('MSH|^~\\&|A|B|C|D|20260105||ACK|1|T|2.5\rMSA|AA|1\r'));
    await sender.channel.send(Buffer.from('hello'));
    await expect(sender.channel.receive({ withinMs: 2000 })).rejects.toMatchObject({ code: 'closed' });
    await sender.close();
    await dmn.close();
    expect(handled).toBe(2);
  });

  test('in mode accept, acknowledges without integrating', async () => {
    const dmn = await start({ mode: 'accept' });
    const sender = await connect(dmn);
    const { answer } = await sender.send(Buffer.from(adt('A99', { 'PID-3': '' })), 2000);
    expect(codeOf({ ...(answer && { answer }) })).toBe('AA');
    expect(dmn.consumer.store.patients).toEqual([]);
    await sender.close();
    await dmn.close();
  });

  test('does not wait for a delayed answer when it closes', async () => {
    const dmn = await start({ behaviour: [{ delayMs: 600_000 }] });
    const sender = await connect(dmn);
    const sending = sender.send(A28('T0001'), 10_000);
    await wait(50);
    const before = performance.now();
    await dmn.close();
    expect((await sending).silence).toBe('closed');
    expect(performance.now() - before).toBeLessThan(3000);
    await sender.close();
  });

  test('a sender that leaves before its answer disturbs nobody', async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.message);
    process.on('warning', listen);
    const dmn = await start({ behaviour: [{ nth: 1, delayMs: 50 }] });
    const first = await connect(dmn);
    await first.channel.send(A28('T0001'));
    await first.close();
    const second = await connect(dmn);
    expect(codeOf(await second.send(A28('T0002'), 2000))).toBe('AE');
    await wait(80);
    await second.close();
    await dmn.close();
    process.off('warning', listen);
    expect(warnings.filter((text) => text.includes('handler'))).toEqual([]);
  });

  test('serves several senders at once', async () => {
    const dmn = await start({ mode: 'accept' });
    const senders = await Promise.all(Array.from({ length: 5 }, () => connect(dmn)));
    const outcomes = await Promise.all(senders.map((sender, index) => sender.send(A28(`T${index}`), 3000)));
    expect(outcomes.map(codeOf)).toEqual(['AA', 'AA', 'AA', 'AA', 'AA']);
    await Promise.all(senders.map((sender) => sender.close()));
    await dmn.close();
  });

  test('a port in use is told', async () => {
    const dmn = await start();
    const endpoint = { host: '127.0.0.1', port: dmn.port, security: { kind: 'plaintext' } } as const;
    await expect(Dmn.start({ endpoint })).rejects.toMatchObject({ code: 'port-in-use' });
    await dmn.close();
  });

  test('a message that MLLP cannot carry is not sent', async () => {
    const dmn = await start();
    const sender = await connect(dmn);
    const unframeable = Buffer.from(adt('A28').replace('PAT-TROIS', 'PAT\x1cTROIS'));
    await expect(sender.send(unframeable, 1000)).rejects.toMatchObject({ code: 'unframeable' });
    await sender.close();
    await dmn.close();
  });
});
