import { join } from 'node:path';
import { type BehaviourRule, Dmn } from '../../src/actors/index.js';
import { systemClock } from '../../src/core/index.js';
import { RunRecorder, readRun } from '../../src/evidence/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { judgeEvidence, type RunResult } from '../../src/index.js';
import { DEMO_STORY, StoryPlayer } from '../../src/scenarios/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
let runs = 0;
const plaintext = { kind: 'plaintext' } as const;

interface Told {
  readonly result: RunResult;
  readonly folder: string;
  readonly error?: unknown;
}

/** The GAM plays its story to a DMN that was told to misbehave; `steps` of it. */
async function tell(behaviour: readonly BehaviourRule[], steps = 4, port?: number): Promise<Told> {
  runs += 1;
  const folder = join(root, `run-${runs}`);
  const title = { fr: 'Essai', en: 'Trial' };
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: 'test' } });
  const dmn = await Dmn.start({ endpoint: { host: '127.0.0.1', port: 0, security: plaintext }, behaviour });
  const endpoint = { host: '127.0.0.1', port: port ?? dmn.port, security: plaintext };
  const player = new StoryPlayer({ recorder, endpoint, clock: systemClock, answerWithinMs: 120 });
  let error: unknown;
  try {
    await player.play(DEMO_STORY.slice(0, steps));
  } catch (thrown) {
    error = thrown;
  } finally {
    await player.close();
    await dmn.close();
  }
  recorder.end();
  return { folder, error, result: await judgeEvidence(readRun(folder)) };
}

const steps = ({ result }: Told) =>
  result.steps.map(({ outcome, blame }) => [outcome, blame].filter(Boolean).join(' '));
const FAILED = 'failed tested-side';

test('a DMN that behaves passes; what cannot be seen from here is left to a person, and said', async () => {
  const told = await tell([]);
  expect(steps(told)).toEqual(['passed', 'passed', 'passed', 'passed']);
  expect(told.result.steps[0]?.reason?.fr).toContain('à constater dans votre DMN');
  expect(told.result.outcome).toBe('passed');
});

test.each([
  ['refuses a sound message', { answer: 'AE' }, 'acknowledgement AE, AA expected'],
  ['says nothing', { fault: 'no-answer' }, 'no acknowledgement, AA expected'],
  ['names another message', { fault: 'wrong-control-id' }, 'no acknowledgement, AA expected'],
  ['talks without blocks', { fault: 'missing-start-block' }, 'no acknowledgement, AA expected'],
  ['sends noise', { fault: 'garbage' }, 'no acknowledgement, AA expected'],
  ['hangs up', { fault: 'close' }, 'no acknowledgement, AA expected'],
  ['hangs up in the middle', { fault: 'cut-mid-frame' }, 'no acknowledgement, AA expected'],
] as const)('a DMN that %s at the second message fails that step, and is blamed', async (_title, rule, reason) => {
  const told = await tell([{ nth: 2, ...rule }]);
  expect(steps(told)).toEqual(['passed', FAILED, 'passed', 'passed']);
  expect(told.result.steps[1]?.reason?.en).toBe(reason);
  expect(told.result.outcome).toBe('failed');
  expect(told.error).toBeUndefined();
});

test('a DMN that accepts what had to be refused fails', async () => {
  const told = await tell([{ answer: 'AA' }], DEMO_STORY.length);
  expect(steps(told).at(-1)).toBe(FAILED);
  expect(told.result.steps.at(-1)?.reason?.en).toBe('acknowledgement AA, AE expected');
});

test('after a lost connection the GAM opens another and repeats no control id', async () => {
  const { folder, result } = await tell(
    [
      { nth: 1, fault: 'close' },
      { nth: 2, fault: 'close' },
    ],
    4,
  );
  const run = readRun(folder);
  expect(run.items.filter(({ kind }) => kind === 'handshake')).toHaveLength(3);
  const ids = run.items
    .filter(({ direction }) => direction === 'sent')
    .map(({ id }) => new Hl7v2Message(run.bytes(id)).controlId);
  expect(new Set(ids).size).toBe(4);
  expect(result.findings.map(({ ruleId }) => ruleId)).not.toContain('PAM-MSH-10-UNIQUE');
});

test('a DMN nobody can reach: every step is told as untested, and the error is thrown', async () => {
  const free = await Dmn.start({ endpoint: { host: '127.0.0.1', port: 0, security: plaintext } });
  const { port } = free;
  await free.close();
  const told = await tell([], 3, port);
  expect(told.error).toMatchObject({ code: 'refused' });
  expect(steps(told)).toEqual(['untested setup', 'untested earlier-step', 'untested earlier-step']);
  expect(told.result.steps[0]?.reason?.fr).toContain('refuse la connexion');
  expect(told.result.outcome).toBe('cantTell');
});
