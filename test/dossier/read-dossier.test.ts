import fc from 'fast-check';
import { stringify } from 'yaml';
import { isEpreuveError } from '../../src/core/index.js';
import { readDossier, referentialOf } from '../../src/dossier/index.js';
import { packMistakesOf } from '../../src/packs/compile/index.js';
import { HEAD, maturity, referential } from '../support/dossier.js';

const read = (text: string) => readDossier(text, 'dossier.yaml', referential, maturity);

function mistakesOf(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!isEpreuveError(error, 'operator')) throw error;
    expect(error.code).toBe('dossier-invalid');
    for (const language of ['fr', 'en'] as const)
      expect(error.describe(language).text).not.toMatch(/\{(?:file|line|column|reason|more)\w*\}/);
    return packMistakesOf(error).map(({ line, column, reason }) => `${line}:${column} ${reason.en}`);
  }
}

const REQUIREMENTS = `${HEAD}requirements:\n  "INS 45":\n`;

describe('a mistake in dossier.yaml', () => {
  test.each<[string, string, string]>([
    ['an unknown key', `${HEAD}colour: red\n`, '5:1 unknown key: colour'],
    ['an unknown role', `${HEAD}identity: { role: master }\n`, '5:13 role « master » is not one of the values allowed'],
    ['an unknown requirement', `${HEAD}requirements:\n  "INS 99": {}\n`, 'unknown requirement: INS 99'],
    [
      'a requirement twice',
      `${HEAD}requirements:\n  "INS 45": {}\n  INS-45: {}\n`,
      'this requirement is written twice',
    ],
    ['a scenario of another', `${REQUIREMENTS}    scenario: export\n`, '7:5 "export" is not a scenario'],
    ['no reason', `${REQUIREMENTS}    applicable: false\n`, '7:5 “applicable” needs a reason'],
    ['two places', `${REQUIREMENTS}    proof1: { file: a.png, run: runs/a }\n`, 'one of the three'],
    ['no place', `${REQUIREMENTS}    proof1: { title: a }\n`, 'one of the three'],
    ['steps without run', `${REQUIREMENTS}    proof1: { file: a.png, steps: [a] }\n`, '“steps” only goes with “run”'],
    ['a fourth proof', `${REQUIREMENTS}    proof4: { file: a.png }\n`, '7:5 unknown key: proof4'],
    ['a bad link', `${REQUIREMENTS}    platformLink: "interop"\n`, '7:5 platformLink « interop »'],
    ['a link that runs', `${REQUIREMENTS}    platformLink: "javascript:alert(1)"\n`, '7:5 platformLink'],
    ['a bad digest', `${REQUIREMENTS}    proof1: { file: a.png, sha256: abc }\n`, 'sha256 « abc »'],
    ['a bad path', `${HEAD}path: cash\n`, '5:1 "cash" is not known'],
    ['a bad date', `${HEAD}date: "2027-02-30"\n`, '5:1 date'],
    ['a negative count', `${HEAD}penetrationTest: { high: -1, medium: 0 }\n`, 'high -1'],
    ['an unknown rule', `${HEAD}declarations: { nothing: a.pdf }\n`, 'unknown applicability rule: nothing'],
    ['an unknown démarche', `${HEAD}maturity: { demarches: [moon] }\n`, '"moon" is not known'],
    ['an unknown criterion', `${HEAD}maturity: { demarches: [dmn], answers: { XX-1: { level: green } } }\n`, 'XX-1'],
    [
      'a target without a date',
      `${HEAD}maturity: { demarches: [dmn], answers: { ID-1: { level: red, target: { level: green } } } }\n`,
      'a target has level and date',
    ],
    [
      'a target not applicable without a comment',
      `${HEAD}maturity: { demarches: [dmn], answers: { ID-1: { level: red, target: { notApplicable: true } } } }\n`,
      'a target has level and date',
    ],
    ['another format', HEAD.replace('dossier/1', 'dossier/2'), '1:1 format'],
    ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${HEAD}`, 'unknown key: a'],
    ['a tag that builds objects', `${HEAD}date: !!js/function "x"\n`, ''],
    ['no YAML', '\t{', ''],
    ['nothing', '', ''],
  ])('is shown at its place: %s', (_, text, expected) => {
    const mistakes = mistakesOf(text);
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.join('\n')).toContain(expected);
  });

  test('names every mistake at once', () => {
    expect(mistakesOf(`${HEAD}colour: red\nsize: 2\n`)).toHaveLength(2);
  });

  test('the referential of a dossier with mistakes elsewhere is not guessed', () => {
    expect(() => referentialOf('referential: x\n', 'dossier.yaml')).toThrow();
    expect(referentialOf(HEAD, 'dossier.yaml')).toBe('dmn-referential');
  });
});

test('a section whose lines are all comments is empty', () => {
  const { facts, requirements } = read(`${HEAD}identity:\n  # role: slave\nins:\naccess:\nrequirements:\n`);
  expect(facts).toEqual({});
  expect(requirements.size).toBe(0);
});

const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((value) => value.trim() !== '');

test('any text of a product comes back as it was written', () => {
  fc.assert(
    fc.property(text, text, fc.boolean(), (name, version, used) => {
      const written = {
        format: 'epreuve-dossier/1',
        product: { name, version },
        exploitant: { name },
        environment: 'preview',
        ins: { used },
      };
      const { product, facts } = read(stringify(written, { defaultStringType: 'QUOTE_DOUBLE' }));
      expect(product).toEqual({ name, version });
      expect(facts).toEqual({ 'ins.used': used });
    }),
  );
});

test('anything that is not a dossier gives mistakes, never another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.object().map((value) => stringify(value)),
      ),
      (any) => {
        expect(mistakesOf(any).length).toBeGreaterThan(0);
      },
    ),
  );
});
