import { describe, expect, test } from '@jest/globals';
import { evidenceOfDocuments, type JudgeEvidenceOptions, judgeEvidence } from '../../../src/index.js';
import { type Edits, measure, patient } from '../../../src/rules/fhir/mesures/example-resources.js';
import { ALL, search } from '../../../src/rules/fhir/mesures/exchange-examples.js';
import { fhm825 } from '../../../src/rules/fhir/mesures/fhm-825.js';
import { fhirExchangeOf } from '../../support/fhir-example.js';

async function judged(resource: object, options: JudgeEvidenceOptions = {}) {
  const bytes = Buffer.from(JSON.stringify(resource));
  const evidence = evidenceOfDocuments([{ name: 'r.json', mediaType: 'application/fhir+json', bytes }]);
  const { items, outcome } = await judgeEvidence(evidence, options);
  return { outcome, of: (id: string) => items[0]?.rules.find(({ ruleId }) => ruleId === id) };
}

describe('a future date (FHM-208)', () => {
  const weight = (edits: Edits = {}) => measure('weight', edits);

  test('cannot be told of a file without any time, which does not make the file undecided', async () => {
    const { outcome, of } = await judged(weight());
    expect(outcome).toBe('passed');
    expect(of('FHM-208')).toMatchObject({ outcome: 'cantTell', reason: { en: expect.stringContaining('future') } });
  });

  test.each([
    ['the hour before', '2026-03-02T08:00:00.000Z', 'passed'],
    ['clocks a minute apart', '2026-03-02T06:39:00.000Z', 'passed'],
    ['the hour after', '2026-03-02T05:40:00.000Z', 'failed'],
  ])('%s it was seen', async (_title, seenAt, outcome) => {
    const { of } = await judged(weight({ effectiveDateTime: '2026-03-02T07:40:00+01:00' }), { seenAt });
    expect(of('FHM-208')?.outcome).toBe(outcome);
  });

  test('midnight has passed in France before it has in Greenwich', async () => {
    const { of } = await judged(weight({ effectiveDateTime: '2026-07-02' }), { seenAt: '2026-07-01T22:30:00.000Z' });
    expect(of('FHM-208')?.outcome).toBe('passed');
  });

  test('a time of issue decides without another', async () => {
    expect((await judged(weight({ issued: '2026-03-03T08:00:00+01:00' }))).of('FHM-208')?.outcome).toBe('passed');
  });
});

test('a patient that claims fr-core-patient-ins is told what is not checked; one that claims nothing is not', async () => {
  const claiming = await judged(patient());
  expect(claiming.outcome).toBe('cantTell');
  const reason = { fr: expect.stringContaining('birthPlace'), en: expect.stringContaining('birth-list-given-name') };
  expect(claiming.of('FHM-904')).toMatchObject({ outcome: 'cantTell', reason });
  const profile = 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-ins|2.1.0';
  const versioned = patient({ 'meta.profile[0]': profile, birthDate: undefined });
  expect((await judged(versioned)).of('FHM-904')).toMatchObject({ outcome: 'failed', reason });
  expect((await judged(patient({ meta: undefined }), { packs: ['mesures'] })).outcome).toBe('passed');
});

test('a search refused with 400 and no body: the ID token or the search (FHM-825)', async () => {
  const { fhirExchange } = search(ALL, undefined, 400);
  if (!fhirExchange) throw new Error('no exchange');
  const { subject, context } = await fhirExchangeOf({}, fhirExchange);
  expect([...fhm825.check(subject, context)]).toEqual([{ cantTell: expect.anything() }]);
});
