import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, dayOf, isMeasure, quantitiesOf, resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

/** Values of the measures with that code in the same bundle, taken on the same day of the same patient. */
function sameDayValues({ element, bundle }: FhirResource, loinc: string, unit: string): number[] {
  return resourcesOf(bundle, 'Observation')
    .filter(
      (other) =>
        codingsOf(other.child('code')).some(({ code }) => code === loinc) &&
        dayOf(other) === dayOf(element) &&
        patientKey(other) === patientKey(element),
    )
    .flatMap((other) => quantitiesOf(other).slice(0, 1))
    .flatMap(({ code, value }) => (code === unit && value > 0 ? [value] : []));
}

/** The BMI of each weight and height of the day: someone weighed twice has two. */
function computedBmis(resource: FhirResource): number[] {
  const heights = sameDayValues(resource, '8302-2', 'cm');
  return sameDayValues(resource, '29463-7', 'kg').flatMap((weight) =>
    heights.map((height) => weight / (height / 100) ** 2),
  );
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
  // Without a weight and a height beside it, nothing is compared.
  appliesTo: (resource, context) => isMeasure('bmi')(resource, context) && computedBmis(resource).length > 0,
  *check(resource) {
    const [own] = quantitiesOf(resource.element);
    const computed = computedBmis(resource);
    const [first] = computed;
    // Another unit is told by the rule on units.
    if (own?.code !== 'kg/m2' || first === undefined) return;
    if (computed.some((bmi) => Math.abs(own.value - bmi) <= bmi * 0.05)) return;
    const place = own.element.child('value') ?? own.element;
    yield {
      ...problemAt('differs', resource, place, { found: own.text, expected: first.toFixed(1) }),
      expectedIsPersonal: true,
    };
  },
});
