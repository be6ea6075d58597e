import type { Location } from '../../src/core/index.js';
import { isTechnical } from '../../src/reports/technical-values.js';

const at = (path: string): Location => ({ format: 'fhirpath', path, offset: 0, length: 0, line: 1, column: 1 });
const GUIDE = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';

test.each([
  ['Observation.valueQuantity.code', 'mmol/L'],
  ['Observation.component[1].valueQuantity.unit', 'mmHg'],
  ['Observation.referenceRange[0].low.code', 'kg'],
  ['Bundle.entry[0].resource.code.coding[0].code', '29463-7'],
  ['Observation.status', 'cancelled'],
  ['Observation.category[0].coding[0].display', 'Vital Signs'],
  ['Observation.meta.profile[0]', `${GUIDE}mesures-fr-observation-bmi|3.1.0`],
  ['Observation.extension[2]', `${GUIDE}mesures-diabetis-type`],
])('%s: %s is a code of the exchange', (path, value) => {
  expect(isTechnical(value, at(path))).toBe(true);
});

test.each([
  ['Observation.valueQuantity.code', 'DUPONT'],
  ['Observation.valueQuantity.unit', 'kg de Marie'],
  ['Observation.valueQuantity.value', '68.4'],
  ['Observation.code.coding[0].code', '279035121518989'],
  ['Observation.code.coding[0].display', 'Marie Dupont'],
  ['Observation.status', 'marie-dupont'],
  ['Observation.subject.display', 'final'],
  ['Observation.subject.identifier.value', '29463-7'],
  ['Observation.meta.profile[0]', 'https://example.org/StructureDefinition/marie-dupont'],
  ['Observation.meta.profile[0]', `${GUIDE}marie-dupont`],
  ['Observation.note[0].text', 'kg'],
])('%s: %s stays masked', (path, value) => {
  expect(isTechnical(value, at(path))).toBe(false);
});
