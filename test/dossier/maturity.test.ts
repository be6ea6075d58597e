import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { drawSvg, loadFonts } from '../../src/assets/index.js';
import {
  assessMaturity,
  type CriterionAnswer,
  renderMaturity,
  renderRadar,
  scoreDemarche,
} from '../../src/dossier/index.js';
import { compileMaturity } from '../../src/dossier/maturity/compile-maturity.js';
import { packMistakesOf } from '../../src/packs/compile/index.js';
import { readDataFolder } from '../../src/packs/index.js';
import { imageSize } from '../../src/reports/image-size.js';
import { maturity } from '../support/dossier.js';

type Answers = Record<string, CriterionAnswer>;
const demarche = (id: string) => {
  const found = maturity.demarches.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const axisOf = (answers: Answers, axis: string, id = 'dmn', at?: string) =>
  scoreDemarche(maturity, demarche(id), answers, at).axes.find((each) => each.axis.id === axis);

describe('the mean of an axis', () => {
  const identity: Answers = {
    'ID-1': { level: 'green' },
    'ID-2': { level: 'yellow' },
    'ID-3': { level: 'orange' },
    'ID-4': { level: 'red' },
  };

  test('is that of its mandatory criteria: green 3, yellow 2, orange 1, red 0', () => {
    expect(axisOf(identity, 'identity')).toMatchObject({ mean: 1.5, answered: 4, asked: 4, verdict: 'below' });
  });

  test('leaves options out', () => {
    expect(axisOf({ ...identity, 'ID-5': { level: 'green' } }, 'identity')?.mean).toBe(1.5);
  });

  test('leaves out what is not applicable', () => {
    const answers: Answers = { ...identity, 'ID-4': { level: 'not-applicable' } };
    expect(axisOf(answers, 'identity')).toMatchObject({ mean: 2, asked: 3, verdict: 'minimum' });
  });

  test('disappears with its axis when nothing is left', () => {
    expect(axisOf({ 'PO-1': { level: 'not-applicable' } }, 'portability')).toBeUndefined();
    expect(axisOf({}, 'portability')).toBeDefined();
    expect(axisOf({}, 'ethics')).toBeUndefined();
  });

  test('is never concluded while a mandatory criterion has no answer', () => {
    const three: Answers = { 'ID-1': { level: 'green' }, 'ID-2': { level: 'green' }, 'ID-3': { level: 'green' } };
    expect(axisOf(three, 'identity')).toMatchObject({ mean: 3, answered: 3, asked: 4, verdict: 'unknown' });
    expect(axisOf({}, 'identity')).toMatchObject({ mean: undefined, verdict: 'unknown' });
  });

  test('reaches the minimum, then the recommended level', () => {
    const all = (level: 'green' | 'yellow'): Answers =>
      Object.fromEntries(['ID-1', 'ID-2', 'ID-3', 'ID-4'].map((id) => [id, { level }]));
    expect(axisOf(all('yellow'), 'identity')?.verdict).toBe('minimum');
    expect(axisOf(all('green'), 'identity')?.verdict).toBe('recommended');
  });

  test('one answer serves every démarche that asks the criterion', () => {
    const answers: Answers = { 'IO-1': { level: 'green' }, 'IO-2': { level: 'green' } };
    expect(axisOf(answers, 'interoperability', 'dmn')?.answered).toBe(2);
    expect(axisOf(answers, 'interoperability', 'mes-catalogue')).toMatchObject({ answered: 2, asked: 3 });
  });

  test('is projected at the dates of the targets; a target not applicable changes nothing', () => {
    const answers: Answers = {
      ...identity,
      'ID-3': { level: 'orange', target: { level: 'green', date: '2027-03-31' } },
      'ID-4': { level: 'red', target: { notApplicable: true, comment: 'Sans objet' } },
    };
    expect(axisOf(answers, 'identity', 'dmn', '2027-03-30')?.mean).toBe(1.5);
    expect(axisOf(answers, 'identity', 'dmn', '2027-03-31')?.mean).toBe(2);
    const [state] = assessMaturity(maturity, ['dmn'], answers);
    expect(state?.later.map(({ date }) => date)).toEqual(['2027-03-31']);
    const text = renderMaturity(state ? [state] : [], maturity, answers, 'fr');
    expect(text).toContain('→ 31/03/2027 : 2 / 3');
    expect(text).toContain('cible sans objet (Sans objet)');
    expect(text).toContain(maturity.warning.fr);
  });

  test('stays between 0 and 3, and never falls when a level rises', () => {
    const level = fc.constantFrom<CriterionAnswer['level']>('green', 'yellow', 'orange', 'red', 'not-applicable');
    const answers = fc.dictionary(
      fc.constantFrom(...maturity.criteria.map(({ id }) => id)),
      fc.record({ level }),
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(answers, fc.constantFrom('dmn', 'mes-catalogue'), (given, id) => {
        const raised: Answers = Object.fromEntries(
          Object.entries(given).map(([name, answer]) => [
            name,
            answer.level === 'not-applicable' ? answer : { level: 'green' },
          ]),
        );
        for (const { axis, mean } of scoreDemarche(maturity, demarche(id), given).axes) {
          const after = axisOf(raised, axis.id, id)?.mean;
          if (mean === undefined) expect(after).toBeUndefined();
          else {
            expect(mean).toBeGreaterThanOrEqual(0);
            expect(mean).toBeLessThanOrEqual(3);
            expect(after).toBeGreaterThanOrEqual(mean);
          }
        }
      }),
    );
  });
});

describe('the radar', () => {
  const answers: Answers = Object.fromEntries(maturity.criteria.map(({ id }) => [id, { level: 'yellow' }]));

  test.each(['dmn', 'mes-catalogue'])('of %s is whole XML with every axis, the same twice, and a PNG', async (id) => {
    const [state] = assessMaturity(maturity, [id], answers);
    if (!state) throw new Error(id);
    const svg = renderRadar(state.now, { language: 'fr' });
    expect(XMLValidator.validate(svg)).toBe(true);
    for (const { axis } of state.now.axes) expect(svg).toContain(axis.title.fr);
    expect(renderRadar(state.now, { language: 'fr' })).toBe(svg);
    const fonts = await loadFonts();
    const png = await drawSvg(svg, fonts, 1);
    expect(imageSize(png)).toEqual({ width: 760, height: 560 });
    expect(await drawSvg(svg, fonts, 1)).toEqual(png);
  });

  test('shows what has no answer as such, and draws bars for less than three axes', () => {
    const few: Answers = { ...answers, 'ID-1': { level: 'green' } };
    for (const id of Object.keys(few)) if (!/^(ID|PO)/.test(id)) few[id] = { level: 'not-applicable' };
    delete few['ID-2'];
    const [state] = assessMaturity(maturity, ['dmn'], few);
    expect(state?.now.axes.map(({ axis }) => axis.id)).toEqual(['identity', 'portability']);
    const svg = state ? renderRadar(state.now, { language: 'en' }) : '';
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('/ 3 ?');
    expect(svg).not.toContain('<polygon');
  });
});

test('a mistake in the questionnaires is shown at its place', async () => {
  const folder = await readDataFolder('dmn-referential', 'referential.yaml');
  const text = (folder.files.get('maturity.yaml') ?? '').replace('axis: identity, minimum', 'axis: identityy, minimum');
  try {
    compileMaturity({ ...folder, files: new Map([['maturity.yaml', text]]) });
    throw new Error('a mistake was expected');
  } catch (error) {
    const [mistake] = packMistakesOf(error);
    expect(mistake?.reason.en).toBe('unknown axis: identityy');
    expect(mistake?.remedy.fr).toContain('identity');
  }
});
