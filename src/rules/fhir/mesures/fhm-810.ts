import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { extensionsOf, isMeasure, kindOf, measureOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm810 = defineRule<FhirResource, FhirContext, 'missing' | 'forbidden'>({
  id: 'FHM-810',
  subject: 'fhir/resource',
  title: {
    fr: 'Le nombre de jours accompagne les moyennes, et elles seules',
    en: 'The number of days goes with means, and with them only',
  },
  why: {
    fr: 'L’API exige le nombre de jours pour le glucose interstitiel et l’index de gestion, et le refuse ailleurs.',
    en: 'The API demands the number of days for interstitial glucose and the management index, and refuses it elsewhere.',
  },
  repair: {
    fr: 'Ajoutez ou retirez mesures-number-of-days selon la nature de la mesure.',
    en: 'Add or take away mesures-number-of-days according to the kind of measure.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Business rules: glucose')],
  messages: {
    missing: {
      fr: '{path} : obligatoire pour {name}. Ajoutez l’extension mesures-number-of-days.',
      en: '{path}: mandatory for {name}. Add the extension mesures-number-of-days.',
    },
    forbidden: { fr: '{path} : interdite pour {name}. Retirez-la.', en: '{path}: forbidden for {name}. Take it away.' },
  },
  appliesTo: isMeasure('glucose'),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    const kind = measure && kindOf(resource, measure);
    if (!kind) return;
    const [extension] = extensionsOf(resource.element, 'mesures-number-of-days');
    const data = { name: kind.codes[0] ?? '' };
    if (kind.numberOfDays === 'required' && !extension)
      yield problemAt('missing', resource, resource.element, { missing: 'extension', data });
    if (kind.numberOfDays === 'forbidden' && extension) yield problemAt('forbidden', resource, extension, { data });
  },
});
