import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, quantitiesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm308 = defineRule<FhirResource, FhirContext, 'comparator'>({
  id: 'FHM-308',
  subject: 'fhir/resource',
  title: { fr: 'Une constante mesurée n’a pas de comparateur', en: 'A measured vital sign has no comparator' },
  why: {
    fr: '« < 70 kg » n’est pas une mesure : elle ne peut être mise en courbe.',
    en: '"< 70 kg" is no measure: it cannot be charted.',
  },
  repair: {
    fr: 'Donnez la valeur mesurée, sans comparator.',
    en: 'Give the value that was measured, without comparator.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('comparators')],
  messages: {
    comparator: {
      fr: '{path} : comparateur « {found} » sur une mesure. Retirez-le.',
      en: '{path}: comparator "{found}" on a measure. Take it away.',
    },
  },
  appliesTo: isMeasure(),
  *check(resource) {
    for (const { element } of quantitiesOf(resource.element)) {
      const comparator = element.child('comparator');
      if (comparator?.text !== undefined)
        yield problemAt('comparator', resource, comparator, { found: comparator.text });
    }
  },
});
