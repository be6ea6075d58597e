import fc from 'fast-check';
import { INS_OIDS, INS_PATTERN, insKeyOf, isEpreuveError } from '../../src/core/index.js';
import { findScenarios } from '../../src/scenarios/index.js';
import { fillValues, namesIn } from '../../src/scenarios/pack/templates.js';
import { drawIdentity } from '../../src/scenarios/run/identities.js';
import { scenarioBench } from '../support/scenarios.js';

const { write } = scenarioBench();

const GOOD = `id: mine
title: { fr: Le mien, en: Mine }
summary: { fr: Un essai, en: A trial }
identities:
  patient: {}
steps:
  - id: create
    title: { fr: Création, en: Creation }
    send:
      pam: { event: A28, patient: patient }
`;

/** What the loader says: `file:line reason (remedy)` in English. */
async function mistakesOf(name: string, text: string): Promise<string> {
  try {
    await findScenarios([write(name, text)]);
    return '';
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
    const { text: said, hint } = error.describe('en');
    return `${error.family} ${said} → ${hint}`;
  }
}

test('a file alone is a scenario', async () => {
  const [scenario] = await findScenarios([write('mine.yaml', GOOD)]);
  expect(scenario?.reference).toBe('mine');
  expect(await mistakesOf('mine.yaml', GOOD)).toBe('');
});

test.each([
  ['an unknown key', GOOD.replace('event: A28', 'evnt: A28'), /line 10.*evnt/s],
  [
    'an unknown identity',
    GOOD.replace('patient: patient }', 'patient: patiens }'),
    /line 10.*identity: patiens.*Did you mean patient/s,
  ],
  ['an unknown variable', GOOD.replace('Création', `"\${patient.nom}"`), /line 8.*variable: patient\.nom/s],
  ['an unknown requirement', `${GOOD}    requirements: [INS 45]\n`, /line 11.*requirement: INS 45/s],
  ['two kinds', `${GOOD}    prompt: { ask: { fr: a, en: b } }\n`, /line 7.*2 kind.*exactly one/s],
  ['no kind', GOOD.replace(/ {4}send:\n.*\n/, ''), /line 7.*0 kind/s],
  ['an id written twice', `${GOOD}${GOOD.slice(GOOD.indexOf('  - id'))}`, /line 11.*written twice/s],
  ['a bad duration', `${GOOD}      within: 5 seconds\n`, /line 11.*5 seconds.*500ms, 5s/s],
  ['a missing text', GOOD.replace(', en: Mine', ''), /line 2.*en is missing/s],
  ['broken YAML', GOOD.replace('steps:', 'steps: ['), /unreadable YAML/],
])('%s is told with its line and a remedy', async (_what, text, expected) => {
  const said = await mistakesOf('mine.yaml', text);
  expect(said).toMatch(/^pack mine\.yaml/);
  expect(said).toMatch(expected);
});

test('an unknown scenario names those there are', async () => {
  await expect(findScenarios(['dmn-identity/nope'])).rejects.toMatchObject({ code: 'scenario-not-found' });
  await expect(findScenarios(['nope'])).rejects.toThrow(/not found: nope/);
});

test('any text is a scenario, or a pack error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
      const said = await mistakesOf('any.yaml', text);
      expect(said).toMatch(/^(pack .*|)$/s);
    }),
    { numRuns: 60 },
  );
});

test('values go where they are named, and nowhere else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, value) => {
      const values = new Map([['a', value]]);
      const [filled = ''] = fillValues([text], values);
      if (namesIn(text).length === 0) expect(filled).toBe(text);
      expect(fillValues(`\${a}`, values)).toBe(value);
      expect(fillValues(`\${b}`, values)).toBe(`\${b}`);
    }),
  );
});

test('identities are drawn from the seed: the same each time, with a matricule that nobody bears and its right key', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('F', 'M'), (seed, sex) => {
      const person = drawIdentity(seed, 'patient', { sex });
      expect(drawIdentity(seed, 'patient', { sex })).toEqual(person);
      expect(person.ins).toMatch(INS_PATTERN);
      expect(person.ins.slice(13)).toBe(insKeyOf(person.ins));
      expect(person.ins[0]).toBe(sex === 'M' ? '1' : '2');
      expect(person.ins.slice(1, 5)).toBe(person.birthDate.slice(2, 6));
      // No department 00 was ever given out.
      expect(person.ins.slice(5, 7)).toBe('00');
    }),
  );
  expect(drawIdentity('1', 'a', {}).ins).not.toBe(drawIdentity('2', 'a', {}).ins);
  expect(INS_OIDS.testNir).toBe('1.2.250.1.213.1.4.10');
});
