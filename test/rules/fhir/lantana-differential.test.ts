import { createRequire } from 'node:module';
import { generateMeasure } from '../../../src/index.js';
import { patient, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { MEASURES } from '../../support/fhir-mutation-run.js';
import { OPERATORS } from '../../support/fhir-operators.js';
import { type Check, checker } from '../../support/fhir-report.js';
import { STRUCTURES } from '../../support/fhir-structures.js';

/**
 * A second opinion on base R4 that reads terminology and types of references: `fhir` (Lantana), without profiles. It
 * evaluates no invariant and no form of dates. A new disagreement fails the test.
 */
interface Lantana {
  validate(resource: unknown, options: { errorOnUnexpected: boolean }): { readonly valid: boolean };
}
type Verdict = 'valid' | 'invalid';

const { Fhir }: { Fhir: new () => Lantana } = createRequire(import.meta.url)('fhir');
const lantana = new Fhir();
let check: Check;
beforeAll(async () => {
  check = await checker();
});

function weSay(resource: object): Verdict {
  const { problems } = check(JSON.parse(JSON.stringify(resource)));
  return problems.some(({ severity, constraintId }) => severity === undefined && constraintId !== 'dom-6')
    ? 'invalid'
    : 'valid';
}

function theySay(resource: object): Verdict {
  try {
    const { valid } = lantana.validate(JSON.parse(JSON.stringify(resource)), { errorOnUnexpected: true });
    return valid ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

const AGREED: Readonly<Record<string, object>> = {
  ...STRUCTURES,
  'boolean in quotes': patient({ active: 'true' }),
  null: weight({ method: null }),
  'a note without text': weight({ note: [{ authorString: 'a' }] }),
  'a link without its patient': patient({ link: [{ type: 'seealso' }] }),
  'contained without a type': weight({ contained: [{ id: 'p' }] }),
  'status outside its value set': weight({ status: 'fini' }),
  'gender outside its value set': patient({ gender: 'x' }),
  'reference of a wrong type': weight({ subject: { reference: 'Practitioner/1' } }),
};

/** We refuse, `fhir` accepts. */
const DISAGREED: Readonly<Record<string, readonly [object, string]>> = {
  'date badly written': [patient({ birthDate: '03/03/1979' }), 'it reads no form of dates'],
  'day that does not exist': [patient({ birthDate: '2026-02-30' }), 'it reads no form of dates'],
  'both reason and value (obs-6)': [weight({ dataAbsentReason: { text: 'a' } }), 'it evaluates no invariant'],
  'contact without anything (pat-1)': [patient({ contact: [{ gender: 'male' }] }), 'it evaluates no invariant'],
  'two values': [weight({ valueString: 'a' }), 'it does not count choices'],
  'empty object': [weight({ method: {} }), 'it takes what is empty as absent'],
  'empty array': [weight({ note: [] }), 'it takes what is empty as absent'],
  'a fraction as integer': [patient({ multipleBirthInteger: 1.5 }), 'it tells numbers apart no further'],
};

test.each(Object.entries(AGREED))('both say the same of: %s', (_, resource) => {
  expect(weSay(resource)).toBe(theySay(resource));
});

test.each(Object.entries(DISAGREED))('a known disagreement: %s', (_, [resource]) => {
  expect([weSay(resource), theySay(resource)]).toEqual(['invalid', 'valid']);
});

/** Base R4 knows nothing of the profiles. */
const plain = (text: string): object => {
  const { meta: _, ...resource } = JSON.parse(text);
  return resource;
};

test('every measure is valid for both', () => {
  for (const { name, mode } of MEASURES) {
    const resource = plain(JSON.stringify(generateMeasure(name, mode, 2)));
    expect({ name, ours: weSay(resource), theirs: theySay(resource) }).toEqual({
      name,
      ours: 'valid',
      theirs: 'valid',
    });
  }
});

test('of everything the operators change, nothing that it refuses passes us', () => {
  const missed: string[] = [];
  let refused = 0;
  const structural = OPERATORS.filter(({ rule }) => /^FHM-10/.test(rule));
  for (const name of ['weight', 'bloodPressure', 'glucose'] as const) {
    const valid = generateMeasure(name, 'guide', 2);
    for (const { name: operator, mutantsOf } of structural) {
      for (const { path, text } of mutantsOf(valid, name)) {
        if (path.startsWith('meta') || theySay(plain(text)) === 'valid') continue;
        refused += 1;
        if (weSay(plain(text)) === 'valid') missed.push(`${name} ${operator} ${path}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(refused).toBeGreaterThan(200);
});
