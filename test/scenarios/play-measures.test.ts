import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeTestIdentities } from '../../src/actors/index.js';
import { RunRecorder, readRun } from '../../src/evidence/index.js';
import { judgeEvidence } from '../../src/index.js';
import { type MeasureProgress, playMeasures } from '../../src/scenarios/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();

test('the day of measures plays over mutual TLS, every step as expected, and is judged', async () => {
  const folder = join(root, 'run');
  const title = { fr: 'Essai', en: 'Trial' };
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: 'test' } });
  const identities = await makeTestIdentities(new Date());
  const steps: MeasureProgress[] = [];
  const handshakes: unknown[] = [];
  await playMeasures({
    recorder,
    identities,
    language: 'fr',
    onStep: (step) => steps.push(step),
    onHandshake: (facts) => handshakes.push(facts),
  });
  recorder.end();
  expect(steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(handshakes).toMatchObject([{ protocol: 'TLSv1.3', authorized: 'true' }]);
  const run = readRun(folder);
  const result = await judgeEvidence(run);
  expect(result.steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(result.outcome).toBe('passed');
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([
    { ruleId: 'FHM-806', provoked: true },
    { ruleId: 'FHM-807', provoked: true },
  ]);
  expect(result.items.filter(({ subject }) => subject === 'hl7v2/message' || subject === 'wire/stream')).toEqual([]);
  expect(run.items.filter(({ kind }) => kind === 'capture').map(({ name }) => name)).toEqual([
    'mes-page-list.html',
    'mes-page-patients-1.html',
  ]);
});

test('no token reaches the evidence', () => {
  const run = readRun(join(root, 'run'));
  const everything = run.items.map(({ id }) => Buffer.from(run.bytes(id)).toString('latin1')).join('\n');
  expect(everything).toContain('authorization: [sha256 ');
  expect(everything).not.toContain('epreuve-demo-access-token');
  expect(everything).not.toMatch(/eyJ[\w-]+\./);
});

test('no fact of the evidence names the patient', () => {
  const run = readRun(join(root, 'run'));
  expect(JSON.stringify(run.items.map(({ facts, name }) => [facts, name]))).not.toContain('PE-0000');
});
