import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeTestIdentities } from '../../src/actors/index.js';
import { judgeEvidence } from '../../src/index.js';
import { readRun, RunRecorder } from '../../src/evidence/index.js';
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
  console.log(steps.map((s) => `${s.outcome} ${s.title.fr} ${s.answer?.status} ${s.reason.fr}`).join('\n'));
  expect(steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(handshakes).toMatchObject([{ protocol: 'TLSv1.3', authorized: 'true' }]);
  const run = readRun(folder);
  const result = await judgeEvidence(run);
  console.log(result.outcome, JSON.stringify(result.counts), [...new Set(result.findings.filter(f=>f.severity!=='information').map(f=>f.severity+' '+f.ruleId+' '+f.message?.fr+' '+f.location.path))].join('\n'));
  console.log(result.items.map(i=>i.subject+' '+i.title+' '+i.outcome+' '+i.packs.join()+(i.reason?.fr??'')).join('\n'));
});
