import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describePath, steppingClock } from '../../src/core/index.js';
import { findIntegrityProblems, readRun, sealRun } from '../../src/evidence/index.js';
import { judgeEvidence, type RunResult } from '../../src/index.js';
import { builtInPlaces } from '../../src/packs/roots.js';
import { DEMO_STORY, documentStory, playDemo, type StoryProgress } from '../../src/scenarios/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const folder = join(root, 'demo');
const STORY = [...DEMO_STORY, ...documentStory()];
const progress: StoryProgress[] = [];
let handshakes = 0;
let result: RunResult;

beforeAll(async () => {
  await playDemo({
    folder,
    language: 'fr',
    onHandshake: () => handshakes++,
    onStep: (step) => progress.push(step),
  });
  result = await judgeEvidence(readRun(folder));
});

/** The messages of the story; the day of measures that follows it has tests of its own. */
const isMessage = ({ mediaType }: { mediaType: string }) => mediaType.includes('hl7-v2');

test('every step passes, and so does the whole', () => {
  expect(result.steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(result.steps.slice(0, STORY.length).map(({ id }) => id)).toEqual(STORY.map(({ id }) => id));
  expect(result.outcome).toBe('passed');
  expect(result.incomplete).toBe(false);
});

test('only what is provoked is wrong', () => {
  const heavy = result.findings.filter(({ severity }) => severity !== 'information');
  expect(heavy.filter(({ provoked }) => !provoked)).toEqual([]);
  const ofMessages = heavy.map(({ ruleId }) => ruleId).filter((ruleId) => ruleId.startsWith('PAM-'));
  expect(ofMessages).toEqual(['PAM-PID-3-INS-STATUS', 'PAM-MSH-12-VERSION', 'PAM-PID-3']);
});

test('the story holds what the product promises', () => {
  const events = STORY.map(({ message }) => message.event);
  expect(events).toEqual(
    expect.arrayContaining([
      'A28',
      'A31',
      'A40',
      'A47',
      'A05',
      'A01',
      'A02',
      'A21',
      'A22',
      'A03',
      'A13',
      'Z99',
      'R01',
      'T02',
    ]),
  );
  expect(DEMO_STORY.some(({ version }) => version === '2.3.1')).toBe(true);
  expect(DEMO_STORY.some(({ answer }) => answer !== 'AA')).toBe(true);
  expect(progress.map(({ step }) => step.id)).toEqual(STORY.map(({ id }) => id));
  expect(progress.find(({ step }) => step.id === 'refused')?.answer).toEqual({ code: 'AE', errors: ['101'] });
});

test('documents in messages are judged where they were carried, and as pairs', () => {
  const documents = result.items.filter(({ subject }) => subject === 'cda/document');
  expect(documents.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 9 }, () => 'passed'));
  expect(result.items.filter(({ subject }) => subject === 'cda/pair').map(({ facts }) => facts['found by'])).toEqual(
    Array.from({ length: 4 }, () => 'message'),
  );
  const inside = result.findings.find(({ ruleId }) => ruleId === 'CDA-N1-014');
  expect(inside && describePath(inside.location)).toMatch(/^\/ClinicalDocument\/.* < OBX-5\.5 < message < frame \d+$/);
  const refused = result.findings.filter(({ ruleId }) => ruleId === 'CDA-MSG-006');
  expect(refused.map(({ location, provoked }) => [location.path, provoked])).toEqual([
    ['PID-3[2].1', true],
    ['PID-3[2].1', true],
  ]);
});

test('steps cite the requirement a built-in scenario proves with the same message, and say whose DMN it was', () => {
  const cited = result.steps.filter(({ requirementIds }) => requirementIds.length > 0);
  expect(cited.map(({ id, requirementIds }) => [id, ...requirementIds])).toEqual([
    ['create', 'INS 45'],
    ['associate-ins', 'INS 45'],
    ['ins-not-validated', 'INS 45'],
  ]);
  expect(result.scenarios?.map(({ id, reference }) => [id, reference])).toEqual([
    ['demo/gam-dmn', true],
    ['demo/mes', true],
  ]);
  const pack = builtInPlaces().profiles;
  for (const file of ['create-and-associate', 'ins-not-validated']) {
    const scenario = parse(readFileSync(join(pack, 'dmn-identity', `${file}.yaml`), 'utf8'));
    expect(result.scenarios?.[0]?.requirements).toEqual(scenario.requirements);
  }
});

test('the evidence is complete: both sides of each handshake, every frame, the pages', () => {
  const { items } = readRun(folder);
  const sent = items.filter((item) => isMessage(item) && item.direction === 'sent');
  const received = items.filter((item) => isMessage(item) && item.direction === 'received');
  const sides = items
    .filter(({ kind }) => kind === 'handshake')
    .map(({ facts }) => `${facts?.side} ${facts?.authorized}`);
  expect(handshakes).toBeGreaterThanOrEqual(2);
  expect(sides.filter((side) => side === 'dmn true')).toHaveLength(2);
  expect(sides).toEqual(expect.arrayContaining(['gam true', 'gam-2.3.1 true']));
  expect(sides.filter((side) => side.endsWith('false'))).toEqual([]);
  expect(sent).toHaveLength(STORY.length);
  expect(received).toHaveLength(STORY.length);
  expect(items.filter(({ kind, name }) => kind === 'capture' && name.startsWith('dmn-page'))).toHaveLength(3);
  const exchanges = result.items.filter(({ subject }) => subject === 'hl7v2/exchange');
  expect(exchanges).toHaveLength(STORY.length);
  for (const { facts } of items.filter(({ kind }) => kind === 'handshake')) {
    expect(facts).toMatchObject({ security: 'mutual-tls', protocol: 'TLSv1.3' });
    expect(facts?.localSubject).toMatch(/^CN=/);
    expect(facts?.peerSubject).toMatch(/^CN=/);
  }
});

test('no private key is in the evidence', () => {
  for (const name of readdirSync(join(folder, 'evidence'))) {
    expect(readFileSync(join(folder, 'evidence', name), 'latin1')).not.toContain('PRIVATE KEY');
  }
});

test('judged again it gives the same bytes', async () => {
  expect(JSON.stringify(await judgeEvidence(readRun(folder)))).toBe(JSON.stringify(result));
});

test('sealed it verifies; one changed byte is found', () => {
  sealRun(folder, result.packs);
  expect(findIntegrityProblems(folder)).toEqual([]);
  const file = join(
    folder,
    'evidence',
    readdirSync(join(folder, 'evidence')).find((name) => name.includes('A28')) ?? '',
  );
  const bytes = readFileSync(file);
  bytes[60] = (bytes[60] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(findIntegrityProblems(folder).map(({ code }) => code)).toEqual(['changed']);
  expect(() => readRun(folder)).toThrow(expect.objectContaining({ code: 'run-damaged' }));
});

test('the times of a run are those of its clock', async () => {
  const own = join(root, 'clock');
  await playDemo({ folder: own, language: 'en', clock: steppingClock(new Date().toISOString(), 1) });
  const run = readRun(own);
  expect(run.items.every(({ at = '' }, index, all) => index === 0 || at >= (all[index - 1]?.at ?? ''))).toBe(true);
});
