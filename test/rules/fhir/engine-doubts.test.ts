import { EXAMPLE, HL7, profile, profiled, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { checker, told } from '../../support/fhir-report.js';

const bound = profile('bound', 'Observation', [
  {
    id: 'Observation.method',
    path: 'Observation.method',
    binding: { strength: 'required', valueSet: 'urn:nowhere|2' },
  },
  {
    id: 'Observation',
    path: 'Observation',
    constraint: [
      { key: 'x-1', severity: 'error', human: 'h', expression: 'nonsense(' },
      { key: 'x-2', severity: 'error', human: 'h', expression: "method.text.startsWith('a')" },
    ],
  },
  {
    id: 'Observation.subject',
    path: 'Observation.subject',
    type: [{ code: 'Reference', targetProfile: ['urn:nobody'] }],
  },
]);

test('what is not at hand is named, and never passed', async () => {
  const check = await checker([bound]);
  const method = { coding: [{ system: 'urn:s', code: 'c' }], text: 'a' };
  const report = check(weight({ method, subject: { reference: 'Patient/1' } }), [`${EXAMPLE}bound`]);
  expect(told(report)).toEqual([]);
  expect(report.doubts.map(({ kind, reason }) => `${kind}: ${reason.en}`).sort()).toEqual([
    'code-in-value-set: Unknown value set: urn:nowhere|2',
    'invariant: Invariant that cannot be evaluated: x-1',
    'reference: Unknown profile: urn:nobody',
  ]);
});

test('an invariant of a profile is judged by FHIRPath', async () => {
  const check = await checker([bound]);
  expect(told(check(weight({ method: { text: 'b' } }), [`${EXAMPLE}bound`]))).toContain('invariant broken Observation');
});

test('an unknown profile of meta.profile is a doubt, and the base resource is judged all the same', async () => {
  const check = await checker();
  const report = check(profiled('https://nowhere.example/p|1.0', { status: 'x' }));
  expect(told(report)).toEqual(['code-in-value-set notInValueSet Observation.status']);
  expect(report.doubts.map(({ reason }) => reason.en)).toEqual(['Unknown profile: https://nowhere.example/p']);
});

test('names from a document are not repeated when they are no canonicals', async () => {
  const check = await checker();
  const [doubt] = check(profiled('DUPONT Jean, né le 3 mars')).doubts;
  expect(doubt?.reason).toEqual({ fr: 'Profil inconnu : meta.profile', en: 'Unknown profile: meta.profile' });
});

test('two profiles that ask for the same thing tell it once', async () => {
  const check = await checker();
  const report = check(weight({ subject: undefined }), [`${HL7}bodyweight`, `${HL7}vitalsigns`]);
  expect(told(report)).toEqual(['cardinality tooFew Observation.subject']);
});
