import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, kindOf, measureOf, quantitiesOf } from './measures.js';
import { plausibilityOf } from './plausibility.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm307 = defineRule<FhirResource, FhirContext, 'slip'>({
  id: 'FHM-307',
  subject: 'fhir/resource',
  title: { fr: 'La valeur n’est pas restée dans une autre unité', en: 'The value was not left in another unit' },
  why: {
    fr: 'Une valeur implausible qui devient plausible dans une autre unité a presque sûrement été mal convertie : 3500 kg pour 3500 g.',
    en: 'An implausible value that becomes plausible in another unit was almost surely converted wrong: 3500 kg for 3500 g.',
  },
  repair: {
    fr: 'Convertissez la valeur dans l’unité du profil avant de l’envoyer.',
    en: 'Convert the value to the unit of the profile before you send it.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('unit slips')],
  messages: {
    slip: {
      fr: '{path} : {found} {expected} est implausible ; lu en {known}, cela ferait {converted} {expected}. Conversion oubliée ?',
      en: '{path}: {found} {expected} is implausible; read in {known} it would be {converted} {expected}. Conversion forgotten?',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    if (!measure) return;
    for (const quantity of quantitiesOf(resource.element)) {
      const doubt = plausibilityOf(quantity, measure, kindOf(resource, measure));
      if (doubt?.slip === undefined) continue;
      const place = quantity.element.child('value') ?? quantity.element;
      const { unit, converted } = doubt.slip;
      const facts = { found: quantity.text, expected: doubt.unit, data: { known: unit, converted } };
      yield problemAt('slip', resource, place, facts);
    }
  },
});
