import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, dayOf, isMeasure, quantitiesOf, resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

/** Value of the measure with that code in the same bundle, taken on the same day of the same patient. */
function sameDayValue({ element, bundle }: FhirResource, loinc: string, unit: string): number | undefined {
  const same = resourcesOf(bundle, 'Observation').find(
    (other) =>
      codingsOf(other.child('code')).some(({ code }) => code === loinc) &&
      dayOf(other) === dayOf(element) &&
      patientKey(other) === patientKey(element),
  );
  const quantity = same && quantitiesOf(same)[0];
  return quantity?.code === unit ? quantity.value : undefined;
}

function patientKey(observation: FhirElement): string {
  const subject = observation.child('subject');
  return `${subject?.valueOf('reference') ?? ''} ${subject?.child('identifier')?.valueOf('value') ?? ''}`;
}

export const fhm311 = defineRule<FhirResource, FhirContext, 'differs'>({
  id: 'FHM-311',
  subject: 'fhir/resource',
  title: {
    fr: 'L’IMC s’accorde avec le poids et la taille du même jour',
    en: 'The BMI agrees with the weight and height of the same day',
  },
  why: {
    fr: 'Un IMC qui s’écarte de plus de 5 % du poids et de la taille du jour a été calculé sur d’autres valeurs.',
    en: 'A BMI more than 5 % away from the weight and height of the day was computed from other values.',
  },
  repair: {
    fr: 'Recalculez l’IMC : poids (kg) divisé par la taille (m) au carré.',
    en: 'Compute the BMI again: weight (kg) divided by the square of the height (m).',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('BMI = weight / height²')],
  messages: {
    differs: {
      fr: '{path} : {found} ; le poids et la taille du même jour donnent {expected}.',
      en: '{path}: {found}; weight and height of the same day give {expected}.',
    },
  },
  appliesTo: isMeasure('bmi'),
  *check(resource) {
    const [own] = quantitiesOf(resource.element);
    const weight = sameDayValue(resource, '29463-7', 'kg');
    const height = sameDayValue(resource, '8302-2', 'cm');
    if (!own || weight === undefined || height === undefined || height === 0) return;
    const computed = weight / (height / 100) ** 2;
    if (Math.abs(own.value - computed) <= computed * 0.05) return;
    const place = own.element.child('value') ?? own.element;
    yield {
      ...problemAt('differs', resource, place, { found: own.text, expected: computed.toFixed(1) }),
      expectedIsPersonal: true,
    };
  },
});
