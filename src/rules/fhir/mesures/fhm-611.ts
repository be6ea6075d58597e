import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, kindOf, measureOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

export const fhm611 = defineRule<FhirResource, FhirContext, 'otherUnit'>({
  id: 'FHM-611',
  subject: 'fhir/resource',
  title: { fr: 'L’unité du glucose est celle de sa nature', en: 'The unit of glucose is that of its kind' },
  why: {
    fr: 'Glycémies en mg/dL, HbA1c et index de gestion en % : une unité pour l’autre rend la valeur absurde.',
    en: 'Glucose in mg/dL, HbA1c and management index in %: one unit for the other makes the value absurd.',
  },
  repair: { fr: 'Accordez le code de la mesure et son unité.', en: 'Make the code of the measure and its unit agree.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-observation-glucose: units by kind')],
  messages: {
    otherUnit: {
      fr: '{path} : {found} pour {name}, attendu {expected}.',
      en: '{path}: {found} for {name}, expected {expected}.',
    },
  },
  appliesTo: isMeasure('glucose'),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    const kind = measure && kindOf(resource, measure);
    const place = resource.element.child('valueQuantity')?.child('code');
    const found = place?.text;
    // A unit of none of the kinds is told by FHM-503.
    if (!kind || !place || found === undefined || !measure.kinds?.some(({ unit }) => unit === found)) return;
    if (found === kind.unit) return;
    const data = { name: kind.codes[0] ?? '' };
    yield problemAt('otherUnit', resource, place, { found, expected: kind.unit, data });
  },
});
