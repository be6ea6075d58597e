import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker, Question } from '../../src/scenarios/index.js';
import { findDifference, readPatients } from '../../src/scenarios/run/state.js';
import { scenarioBench } from '../support/scenarios.js';

const { play, write } = scenarioBench();

const scenario = (steps: string) => `id: mine
title: { fr: Le mien, en: Mine }
summary: { fr: Un essai, en: A trial }
identities:
  patient: {}
steps:
${steps}`;
const SEND = `  - id: create
    title: { fr: Création, en: Creation }
    send:
      pam: { event: A28, patient: patient }
`;
const SEE = `  - id: seen
    title: { fr: Vu, en: Seen }
    expect:
      seen: { fr: il existe, en: it exists }
      state: [{ patient: "\${patient.identifier}" }]
`;
const PROMPT = `  - id: shown
    title: { fr: Montré, en: Shown }
    prompt: { wants: WANTS, ask: { fr: Montrez, en: Show } }
`;

test('a scenario passes against the reference DMN, and its exchanges are judged', async () => {
  const { result, steps, end } = await play(['dmn-identity/ins-not-validated']);
  expect(end).toEqual({ interrupted: false, defects: [] });
  expect(steps.filter((step) => !step.endsWith(' passed'))).toEqual([]);
  expect(result.outcome).toBe('passed');
  expect(result.scenarios?.[0]).toMatchObject({ id: 'dmn-identity/ins-not-validated', seed: 'test' });
  expect(result.steps.at(-1)?.requirementIds).toEqual(['INS 45']);
  expect(result.items.some(({ subject }) => subject === 'hl7v2/exchange')).toBe(true);
});

describe('who is to blame', () => {
  test('the setup, when the tested side cannot be reached; what follows is told and not played', async () => {
    const { result, steps } = await play([write('mine.yaml', scenario(SEND + SEE))], {
      target: (target) => ({ ...target, ...(target.mllp && { mllp: { ...target.mllp, port: 1 } }) }),
    });
    expect(steps).toEqual(['create cantTell setup', 'seen untested earlier-step']);
    expect(result.outcome).toBe('cantTell');
  });

  test('the setup, when the target lacks what a step needs, with the remedy', async () => {
    const { result, steps } = await play([write('mine.yaml', scenario(SEND))], {
      target: ({ mllp: _one, ...target }) => target,
    });
    expect(steps).toEqual(['create cantTell setup']);
    expect(result.steps[0]?.reason?.en).toContain('add mllp: { host, port, tls }');
  });

  test('the tested side, when it refuses', async () => {
    const { steps } = await play([write('mine.yaml', scenario(SEND + SEE))], { behaviour: [{ answer: 'AE' }] });
    expect(steps).toEqual(['create failed tested-side', 'seen untested earlier-step']);
  });

  test('the harness, when it breaks: told, the other scenarios go on, and the run does not pass', async () => {
    const { end, steps, result } = await play([write('mine.yaml', scenario(SEND + SEE)), 'dmn-identity/refusals'], {
      target: (target) => ({
        ...target,
        get state(): never {
          throw new TypeError('broken on purpose');
        },
      }),
    });
    expect(end.defects).toHaveLength(2);
    expect(steps.filter((step) => step.includes('harness'))).toEqual([
      'seen cantTell harness',
      'nothing-stored cantTell harness',
    ]);
    expect(result.outcome).toBe('cantTell');
  });
});

test('a retry is counted and told', async () => {
  const retried = SEE.replace('    expect:', '    retry: { attempts: 3, every: 1ms }\n    expect:').replace(
    'state:',
    'within: 0ms\n      state:',
  );
  const { result, events } = await play([write('mine.yaml', scenario(retried))], { maxWaitMs: 0 });
  expect(result.steps[0]).toMatchObject({ outcome: 'failed', attempts: 3, blame: 'tested-side' });
  expect(events.filter(({ kind }) => kind === 'attempt')).toHaveLength(2);
});

test('a group stops at its first failure, and the scenario goes on when the group says so', async () => {
  const inner = (SEND + SEE).replace(/^/gm, '    ').replace('event: A28', 'event: A28').trimEnd();
  const group = `  - id: group
    title: { fr: Groupe, en: Group }
    onFailure: continue
    group:
      steps:
${inner}
`;
  const after = SEND.replace('id: create', 'id: after').replace('A28', 'A31');
  const { steps } = await play([write('mine.yaml', scenario(group + after))], {
    behaviour: [{ event: 'A28', answer: 'AR' }],
  });
  expect(steps).toEqual(['create failed tested-side', 'seen untested earlier-step', 'after passed']);
});

test('what is skipped says why and is no pass', async () => {
  const skipped = SEND.replace('    send:', '    skip: { fr: pas encore, en: not yet }\n    send:');
  const { result } = await play([write('mine.yaml', scenario(skipped))]);
  expect(result.steps[0]).toMatchObject({ outcome: 'untested', reason: { en: 'not yet' } });
  expect(result.outcome).toBe('cantTell');
});

describe('a person', () => {
  const asked = (wants: string) => write('mine.yaml', scenario(PROMPT.replace('WANTS', wants)));

  test.each([
    ['confirm', { kind: 'yes' }, 'shown passed'],
    ['confirm', { kind: 'no' }, 'shown failed tested-side'],
    ['confirm', { kind: 'unknown' }, 'shown cantTell setup'],
    ['confirm', undefined, 'shown cantTell setup'],
    ['declaration', { kind: 'declaration', by: 'Camille Essai' }, 'shown passed'],
    ['file', { kind: 'files', files: [{ name: 'export.csv', bytes: Buffer.from('a;b') }] }, 'shown passed'],
  ] as const)('asked to %s, answers %j: %s', async (wants, reply, expected) => {
    const questions: Question[] = [];
    const asker: Asker = async (question) => {
      questions.push(question);
      return reply;
    };
    const { steps, result, folder } = await play([asked(wants)], { asker });
    expect(steps).toEqual([expected]);
    expect(questions[0]).toMatchObject({ id: 'mine/shown', wants, ask: { en: 'Show' } });
    expect(questions[0]?.until.getTime()).toBeGreaterThan(Date.now());
    const kept = result.evidence.filter(({ name }) => /^(answer|declaration|export)/.test(name));
    expect(kept).toHaveLength(reply ? 1 : 0);
    if (reply?.kind === 'declaration') {
      const file = readFileSync(join(folder, 'evidence', `${kept[0]?.id}-declaration.json`), 'utf8');
      expect(JSON.parse(file)).toMatchObject({ question: { en: 'Show' }, by: 'Camille Essai' });
    }
  });

  test('who is not there makes no pass, and the remedy is told', async () => {
    const { steps, result } = await play([asked('confirm')]);
    expect(steps).toEqual(['shown cantTell setup']);
    expect(result.steps[0]?.reason?.en).toMatch(/terminal, or add a call hooks\.steps/);
    const { result: looked } = await play([write('mine.yaml', scenario(SEND + SEE))], {
      target: ({ state: _state, ...target }) => target,
    });
    expect(looked.steps[1]).toMatchObject({ outcome: 'cantTell', blame: 'setup' });
    expect(looked.steps[1]?.reason?.en).toContain('hooks.state');
  });

  test('looks into the tested system when no call can', async () => {
    const { steps } = await play([write('mine.yaml', scenario(SEND + SEE))], {
      asker: async ({ ask }) => ({ kind: ask.en === 'In your system: it exists' ? 'yes' : 'no' }),
      target: ({ state: _state, ...target }) => target,
    });
    expect(steps).toEqual(['create passed', 'seen passed']);
  });
});

test('manual scenarios pass with every proof, and never without', async () => {
  const files = [{ name: 'proof.txt', bytes: Buffer.from('proof') }];
  const asker: Asker = async ({ wants }) =>
    wants === 'declaration' ? { kind: 'declaration', by: 'X' } : { kind: 'files', files };
  expect((await play(['dmn-manual'], { asker })).result.outcome).toBe('passed');
  const alone = await play(['dmn-manual']);
  expect(alone.result.outcome).toBe('cantTell');
  expect(alone.steps.filter((step) => step.includes('passed'))).toEqual([]);
});

test('a page that cannot be pictured is told, never drawn', async () => {
  const { steps, result } = await play(['dmn-identity/create-and-associate']);
  expect(steps.at(-1)).toBe('account cantTell setup');
  expect(result.evidence.filter(({ kind }) => kind === 'capture')).toEqual([]);
});

test('what the tested side sent does not come out in a reason', async () => {
  const steps = `  - id: listen
    title: { fr: Écoute, en: Listens }
    listen: { on: mllp }
  - id: receive
    title: { fr: Reçoit, en: Receives }
    receive:
      ask: { fr: Envoyez, en: Send }
      within: 5s
      save: { name: PID-5.1 }
      reference: { pam: { event: A28, patient: patient } }
  - id: seen
    title: { fr: Vu, en: Seen }
    expect:
      seen: { fr: "nommé \${name}", en: "named \${name}" }
      message: { PID-5.1: "\${name}" }
`;
  const { result } = await play([write('mine.yaml', scenario(steps))]);
  expect(result.steps[2]).toMatchObject({ outcome: 'passed', reason: { en: 'named •••' } });
});

test('a scenario sends no file from outside its own folder', async () => {
  const file = SEND.replace('pam: { event: A28, patient: patient }', 'file: ../../../etc/hostname');
  const { steps, result } = await play([write('mine.yaml', scenario(file))]);
  expect(steps).toEqual(['create cantTell setup']);
  expect(result.steps[0]?.reason?.en).toContain('not found');
});

describe('what a state call answers', () => {
  const wanted = { patient: 'A1', ins: 'none', encounter: { visit: 'V1', movements: 1 } };

  test.each(['', '{', '[1]', '"x"', '{"patients": 3}', '[null]', '[[]]'])('%j is no list of patients', (text) => {
    expect(readPatients(Buffer.from(text))).toBeUndefined();
  });

  test.each([
    ['[]', 'patient not found'],
    ['[{"identifiers":"A1"}]', 'patient not found'],
    ['[{"identifiers":[{"value":"A1"}],"ins":[{"matricule":"1"}]}]', 'an INS is stored'],
    [
      '[{"identifiers":[{"value":"A1"}],"ins":{},"encounters":[{"visit":"V1","movements":{}}]}]',
      '0 movement(s) instead of 1',
    ],
    ['[{"identifiers":[{"value":"A1"}]},{"identifiers":[{"value":"A1"}]}]', 'several patients bear this identifier'],
  ])('%s: %s', (text, expected) => {
    expect(findDifference(wanted, readPatients(Buffer.from(text)) ?? [])?.en).toBe(expected);
  });
});
