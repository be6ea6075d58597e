import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, kindOf, measureOf, quantitiesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';
import { isKnownUnit, ucumOfWords } from './unit-words.js';

export const fhm305 = defineRule<FhirResource, FhirContext, 'differs'>({
  id: 'FHM-305',
  subject: 'fhir/resource',
  title: { fr: 'L’unité en clair dit la même chose que le code', en: 'The unit in words says the same as the code' },
  why: {
    fr: 'Un affichage montre le texte, un calcul lit le code : s’ils diffèrent, la mesure a deux sens.',
    en: 'A display shows the text, a computation reads the code: when they differ the measure has two meanings.',
  },
  repair: { fr: 'Accordez unit et code.', en: 'Make unit and code agree.' },
  severity: 'warning',
  trust: 'project',
  spec: [ours('unit in words')],
  messages: {
    differs: {
      fr: '{path} : « {found} » en clair, {expected} en code.',
      en: '{path}: "{found}" in words, {expected} as code.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    const own = (measure && kindOf(resource, measure)?.unit) ?? measure?.unit;
    for (const { element, unit, code } of quantitiesOf(resource.element)) {
      const place = element.child('unit');
      const meant = ucumOfWords(unit);
      // A code that is not that of the measure is told by the rule on units.
      if (own !== undefined && code !== own) continue;
      if (!place || meant === undefined || meant === code || !isKnownUnit(code)) continue;
      yield problemAt('differs', resource, place, { found: unit, expected: code });
    }
  },
});
