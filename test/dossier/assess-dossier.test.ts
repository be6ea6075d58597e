import { type AssessedDossier, checkGates, outcomeOfGates } from '../../src/dossier/index.js';
import { renderGates, renderStatus } from '../../src/dossier/render/status-text.js';
import { assess, type Found, present, requirementOf, runOf, SLAVE, stepOf } from '../support/dossier.js';

const proof = (text: string, found: Found = {}) => {
  const { proofs, state } = requirementOf(assess(`${SLAVE}requirements:\n  INS 45:\n${text}`, found), 'INS 45');
  return { state, proofs: proofs.map((each) => each.state) };
};
const gate = (assessed: AssessedDossier, id: string) => checkGates(assessed).find((each) => each.id === id);

const both = '    proof1: { run: runs/a }\n    proof2: { file: account.png }\n';
const account = present('account.png');

test('states stand under one another, a long list of numbers on a line of its own', () => {
  const status = renderStatus(assess(SLAVE), 'fr');
  expect(status).toMatch(/^ {2}INS 4, 6, 11–35[^\n]*\n {16}– sans objet/m);
  expect(status).toMatch(/^ {2}INS 45 {8}○ à compléter/m);
});

describe('proofs of a requirement', () => {
  test('are ready when the run passed and the file is there', () => {
    const runs = [runOf('runs/a', [stepOf('s1', 'passed', ['INS-45'])])];
    expect(proof(both, { runs, files: [account] })).toEqual({ state: 'ready', proofs: ['ready', 'ready'] });
  });

  test('a run of the DMN of Épreuve is shown where it would stand, and never counted', () => {
    const title = { fr: 'Démo', en: 'Demo' };
    const ours = { id: 'demo/x', title, digest: 'd', seed: 's', reference: true as const };
    const step = { ...stepOf('s1', 'passed', ['INS 45']), scenario: 'demo/x' };
    const demo = runOf('runs/demo', [step], { result: { scenarios: [ours] } });
    const found = assess(`${SLAVE}runs: [runs/demo]\n`, { runs: [demo] });
    const [first] = requirementOf(found, 'INS 45').proofs;
    expect(first).toMatchObject({ state: 'reference-run', found: true, run: { path: 'runs/demo' } });
    expect(requirementOf(found, 'INS 45').state).toBe('missing');
    expect(gate(found, 'outcomes')?.outcome).toBe('cantTell');
    expect(proof('    proof1: { run: runs/demo }\n', { runs: [demo] }).proofs[0]).toBe('reference-run');
    const own = runOf('runs/own', [stepOf('s1', 'passed', ['INS 45'])]);
    const both = assess(`${SLAVE}runs: [runs/demo, runs/own]\n`, { runs: [demo, own] });
    expect(requirementOf(both, 'INS 45').proofs[0]).toMatchObject({ state: 'ready', run: { path: 'runs/own' } });
  });

  test.each<[string, string, Found, string[]]>([
    ['nothing given', '    comment: none\n', {}, ['missing', 'missing']],
    [
      'a failed step',
      both,
      { runs: [runOf('runs/a', [stepOf('s', 'failed', ['INS 45'])])] },
      ['failed', 'file-missing'],
    ],
    [
      'a step that could not tell',
      both,
      { runs: [runOf('runs/a', [stepOf('s', 'cantTell', ['INS 45'])])], files: [account] },
      ['inconclusive', 'ready'],
    ],
    [
      'a run cut short',
      both,
      {
        runs: [runOf('runs/a', [stepOf('s', 'passed', ['INS 45'])], { result: { incomplete: true } })],
        files: [account],
      },
      ['inconclusive', 'ready'],
    ],
    [
      'a changed run',
      both,
      { runs: [runOf('runs/a', [], { state: 'changed' })], files: [account] },
      ['run-changed', 'ready'],
    ],
    ['a run nobody found', both, { files: [account] }, ['run-missing', 'ready']],
    [
      'a run of other tools',
      both,
      { runs: [runOf('runs/a', [], { state: 'other-tools' })], files: [account] },
      ['run-unsure', 'ready'],
    ],
    [
      'a run whose own outcome failed',
      both,
      { runs: [runOf('runs/a', [], { result: { outcome: 'failed' } })], files: [account] },
      ['failed', 'ready'],
    ],
    [
      'a step the run does not have',
      '    proof1: { run: runs/a, steps: [s9] }\n',
      { runs: [runOf('runs/a', [stepOf('s1', 'passed')])] },
      ['step-unknown', 'missing'],
    ],
    [
      'a file outside',
      '    proof2: { file: ../../secret }\n',
      { files: [{ path: '../../secret', state: 'refused' }] },
      ['missing', 'file-refused'],
    ],
    [
      'another digest',
      `    proof2: { file: account.png, sha256: "${'0'.repeat(64)}" }\n`,
      { files: [account] },
      ['missing', 'file-changed'],
    ],
    ['a log for a capture', '    proof2: { file: a.log }\n', { files: [present('a.log')] }, ['missing', 'wrong-kind']],
    ['a PDF, which may hold any', '    proof2: { file: a.pdf }\n', { files: [present('a.pdf')] }, ['missing', 'ready']],
    ['a link of the platform', '    platformLink: "https://x.example/1"\n', {}, ['ready', 'missing']],
  ])('%s', (_, text, found, expected) => {
    expect(proof(text, found).proofs).toEqual(expected);
  });

  test('a run of the dossier whose steps name the requirement is found; one that passed is preferred', () => {
    const runs = [
      runOf('runs/bad', [stepOf('s', 'failed', ['INS 45'])]),
      runOf('runs/good', [stepOf('s', 'passed', ['DMN', 'ins45'])]),
    ];
    const assessed = assess(`${SLAVE}runs: [runs/bad, runs/good]\n`, { runs });
    const [first] = requirementOf(assessed, 'INS 45').proofs;
    expect(first).toMatchObject({ state: 'ready', found: true, run: { path: 'runs/good' } });
  });

  test('a run without steps of the requirement is not found for it', () => {
    const assessed = assess(`${SLAVE}runs: [runs/a]\n`, { runs: [runOf('runs/a', [stepOf('s', 'passed')])] });
    expect(requirementOf(assessed, 'INS 45').proofs[0]?.state).toBe('missing');
  });
});

describe('a requirement that does not apply', () => {
  test('waits for a signed declaration, its own or that of its rule', () => {
    const open = requirementOf(assess(SLAVE), 'IEU 2');
    expect(open).toMatchObject({ state: 'not-applicable', declaration: { state: 'to-sign' } });
    const shared = assess(`${SLAVE}declarations: { ri-profile: a.pdf }\n`, { files: [present('a.pdf')] });
    expect(requirementOf(shared, 'INS 20').declaration?.state).toBe('signed');
    expect(requirementOf(shared, 'IEU 2').declaration?.state).toBe('to-sign');
    const lost = assess(`${SLAVE}requirements:\n  IEU 2: { declaration: gone.pdf }\n`);
    expect(requirementOf(lost, 'IEU 2').declaration?.state).toBe('broken');
  });

  test('the exploitant may decide otherwise, with a reason', () => {
    const stated = assess(
      `${SLAVE}requirements:\n  INS 36: { applicable: false, reason: "lu" }\n  IEU 2: { applicable: true, reason: "lu" }\n`,
    );
    expect(requirementOf(stated, 'INS 36').state).toBe('not-applicable');
    expect(requirementOf(stated, 'IEU 2').state).toBe('missing');
    expect(requirementOf(assess(SLAVE), 'INS 36').state).toBe('undecided');
  });
});

describe('gates', () => {
  test.each<[string, Found, string]>([
    ['', {}, 'cantTell'],
    ['penetrationTest: { high: 0, medium: 9, report: p.pdf }\n', { files: [present('p.pdf')] }, 'passed'],
    ['penetrationTest: { high: 0, medium: 10, report: p.pdf }\n', { files: [present('p.pdf')] }, 'failed'],
    ['penetrationTest: { high: 1, medium: 0, report: p.pdf }\n', { files: [present('p.pdf')] }, 'failed'],
    ['penetrationTest: { high: 0, medium: 0 }\n', {}, 'cantTell'],
    ['penetrationTest: { high: 0, medium: 0, report: p.pdf }\n', {}, 'cantTell'],
  ])('penetration test: %s', (text, found, outcome) => {
    expect(gate(assess(SLAVE + text, found), 'penetration-test')?.outcome).toBe(outcome);
  });

  test.each<[string, string]>([
    ['https://interop.referencement.esante.gouv.fr/test/1', 'passed'],
    ['https://interop.esante.gouv.fr/test/1', 'cantTell'],
    ['https://elsewhere.example/test/1', 'cantTell'],
    ['http://interop.referencement.esante.gouv.fr/test/1', 'failed'],
  ])('link %s: %s', (link, outcome) => {
    const assessed = assess(`${SLAVE}requirements:\n  INS 45: { platformLink: "${link}" }\n`);
    expect(gate(assessed, 'links')?.outcome).toBe(outcome);
  });

  test('the address of the platform is the user’s when given', () => {
    const text = `${SLAVE}platforms: { referencement: "https://moved.example" }\nrequirements:\n  INS 45: { platformLink: "https://moved.example/1" }\n`;
    expect(gate(assess(text), 'links')?.outcome).toBe('passed');
    expect(assess(text).platform.address).toBe('https://moved.example');
  });

  test('what concerns nothing is inapplicable, not passed; the whole is never passed while something is missing', () => {
    const gates = checkGates(assess(SLAVE));
    const outcomes = Object.fromEntries(gates.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes).toMatchObject({ files: 'inapplicable', digests: 'inapplicable', runs: 'inapplicable' });
    expect(outcomes).toMatchObject({ links: 'inapplicable', outcomes: 'inapplicable', proofs: 'cantTell' });
    expect(outcomeOfGates(gates)).toBe('cantTell');
    expect(outcomeOfGates(checkGates(assess(`${SLAVE}runs: [a]\n`, { runs: [{ path: 'a', state: 'changed' }] })))).toBe(
      'failed',
    );
  });
});

test('status shows the standing of every requirement, and every count, in both languages', () => {
  const assessed = assess(SLAVE);
  const fr = renderStatus(assessed, 'fr');
  expect(fr).toContain('82 exigences : 0 prête, 44 à compléter, 0 à corriger, 1 à trancher, 37 sans objet');
  for (const line of fr
    .replace(/\n {16}(?=[^ ])/g, ' ')
    .split('\n')
    .filter((text) => /^ {2}[A-Z]\w+ \d/.test(text))) {
    expect(line).toMatch(/\[(ANS, source primaire|transcription non officielle)\]$/);
  }
  expect(fr).toContain(assessed.referential.warning.fr);
  expect(renderStatus(assessed, 'en')).toContain('82 requirements: 0 ready');
  const gates = checkGates(assessed);
  expect(renderGates(gates, 'fr')).toContain('INS 4, 6, 11–35, 37–40 : attestation à signer (ri-profile)');
  expect(renderGates(gates, 'en')).toContain('? Penetration test');
});
