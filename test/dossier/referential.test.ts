import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type EpreuveError, isEpreuveError } from '../../src/core/index.js';
import { dossierJsonSchemas } from '../../src/dossier/json-schemas.js';
import { compileReferential } from '../../src/dossier/referential/compile-referential.js';
import {
  expandNumbers,
  isMeantBy,
  joinRequirementIds,
  readRequirementId,
} from '../../src/dossier/referential/requirement-id.js';
import { packMistakesOf } from '../../src/packs/compile/index.js';
import { type DataFolder, readDataFolder } from '../../src/packs/index.js';
import { findScenarios } from '../../src/scenarios/pack/load-scenarios.js';
import { referential } from '../support/dossier.js';

const folder = await readDataFolder('dmn-referential', 'referential.yaml');

/** The built-in pack with one file changed. */
function changed(path: string, change: (text: string) => string): DataFolder {
  const text = change(folder.files.get(path) ?? '');
  return { ...folder, files: new Map([...folder.files, [path, text]]) };
}

function mistakesOf(data: DataFolder): string[] {
  try {
    compileReferential(data);
    return [];
  } catch (error) {
    if (!isEpreuveError(error, 'pack')) throw error;
    return packMistakesOf(error).map(({ file, line, reason }) => `${file}:${line} ${reason.en}`);
  }
}

describe('the built-in requirement pack', () => {
  test('holds the requirements known from the reference, each once', () => {
    const ids = referential.requirements.map(({ id }) => id);
    const count = (family: string) => ids.filter((id) => id.startsWith(`${family} `)).length;
    expect(new Set(ids).size).toBe(82);
    expect(['INS', 'PSC', 'ANN', 'PORT', 'ApCV', 'IEPS', 'IEU', 'ADM', 'RGPD'].map(count)).toEqual([
      46, 6, 5, 1, 1, 9, 12, 1, 1,
    ]);
  });

  test('calls national only what a primary source says', () => {
    const national = referential.requirements.filter(({ standing }) => standing === 'national');
    expect(national.map(({ id }) => id).sort()).toEqual(['IEPS 6', 'IEU 1', 'IEU 2', 'IEU 5', 'INS 45', 'RGPD 1']);
    const everything = [
      ...referential.requirements,
      ...referential.requirements.flatMap(({ rules, notes, pitfalls, scenarios }) => [
        ...rules,
        ...notes,
        ...pitfalls,
        ...scenarios,
      ]),
      ...referential.platforms,
      ...referential.reminders,
      referential.penetrationTest,
    ];
    for (const { standing, sources } of everything) {
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.some(({ kind }) => kind === 'primary') || standing !== 'national').toBe(true);
    }
  });

  test('names scenarios that exist and say they cover the requirement', async () => {
    for (const { id, runs } of referential.requirements) {
      for (const run of runs) {
        const [scenario] = await findScenarios([run]);
        const covered = JSON.stringify(scenario?.file ?? {}).includes(`"${id}"`);
        expect({ run, covered }).toEqual({ run, covered: true });
      }
    }
  });

  test('gives every rule that exempts a sentence to swear', () => {
    const rules = referential.requirements.flatMap((requirement) => requirement.rules);
    const without = rules.filter(({ effect, declaration }) => effect === 'not-applicable' && !declaration);
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('a mistake in a requirement pack', () => {
  test.each<[string, DataFolder, string]>([
    [
      'national without a primary source',
      changed('requirements/ADM.yaml', (text) => text.replace('standing: transcription', 'standing: national')),
      'requirements/ADM.yaml:7 “national” needs a primary source (ANS, State)',
    ],
    [
      'an unknown source',
      changed('requirements/ADM.yaml', (text) => text.replace('[transcription]', '[transcript]')),
      'requirements/ADM.yaml:8 unknown source: transcript',
    ],
    [
      'an unknown scenario',
      changed('requirements/ADM.yaml', (text) => text.replace('setting]', 'settings]')),
      'requirements/ADM.yaml:10 unknown scenario: settings',
    ],
    [
      'an unknown key',
      changed('requirements/ADM.yaml', (text) => text.replace('family: ADM', 'family: ADM\ncolour: red')),
      'requirements/ADM.yaml:3 unknown key: colour',
    ],
    [
      'an unknown fact',
      changed('applicability.yaml', (text) => text.replace('fact: identity.role', 'fact: identity.rule')),
      'applicability.yaml:6 notApplicableWhen does not have the expected form',
    ],
    [
      'a rule about nothing',
      changed('applicability.yaml', (text) => text.replace('"INS 46"', '"INS 99"')),
      'unknown requirement: INS 99',
    ],
    [
      'a number written twice',
      changed('requirements/PORT.yaml', (text) => text.replace('["1"]', '["1", "1"]')),
      'requirements/PORT.yaml:5 PORT 1 is written twice',
    ],
    [
      'a family without a file',
      changed('referential.yaml', (text) => text.replace('families: [INS', 'families: [XYZ, INS')),
      'unknown file: requirements/XYZ.yaml',
    ],
    ['a file that nothing reads', changed('other.yaml', () => 'a: 1\n'), 'other.yaml:1 nothing reads this file'],
    ['no file at all', { name: 'empty', files: new Map() }, 'empty/'],
  ])('is shown at its place: %s', (_, data, expected) => {
    expect(mistakesOf(data).join('\n')).toContain(expected);
  });

  test('is told in both languages, with a remedy', () => {
    const data = changed('requirements/ADM.yaml', (text) => text.replace('family: ADM', 'family: "?"'));
    const error = (() => {
      try {
        return compileReferential(data);
      } catch (reason) {
        return reason;
      }
    })() as EpreuveError;
    for (const language of ['fr', 'en'] as const) {
      const { text, hint } = error.describe(language);
      expect(`${text}${hint}`).not.toMatch(/\{\w+\}|undefined/);
      expect(hint).toContain('INS');
    }
  });
});

describe('requirement ids', () => {
  test('are read however people write them', () => {
    for (const text of ['INS-45', 'ins 45', 'INS45', 'INS/45', 'INS_45']) {
      expect(readRequirementId(text, ['INS 4', 'INS 45'])).toBe('INS 45');
    }
    expect(readRequirementId('INS 99', ['INS 45'])).toBe('INS 99');
  });

  test('are joined into ranges that expand to the same', () => {
    expect(joinRequirementIds(['INS 1', 'INS 2', 'INS 3', 'INS 5', 'IEU 7', 'IEU 8'])).toBe('INS 1–3, 5, IEU 7, 8');
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = list.sort((a, b) => a - b);
        const joined = joinRequirementIds(sorted.map((number) => `INS ${number}`)).slice('INS '.length);
        const expanded = expandNumbers(joined.replaceAll('–', '-').split(', '));
        expect(expanded).toEqual(sorted);
        for (const number of sorted) expect(isMeantBy(`INS ${number}`, 'INS *')).toBe(true);
      }),
    );
  });
});

describe('JSON Schemas of dossier files', () => {
  test.each(Object.entries(dossierJsonSchemas()))('docs/schemas/%s is fresh', (name, text) => {
    // Else: node scripts/generate-pack-schemas.mjs
    expect(readFileSync(new URL(`../../docs/schemas/${name}`, import.meta.url), 'utf8')).toBe(text);
  });
});
