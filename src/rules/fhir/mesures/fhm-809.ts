import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { extensionsOf, isMeasure, kindOf, measureOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm809 = defineRule<FhirResource, FhirContext, 'missing' | 'forbidden'>({
  id: 'FHM-809',
  subject: 'fhir/resource',
  title: {
    fr: 'Le moment accompagne la glycémie sanguine, et elle seule',
    en: 'The moment goes with blood glucose, and with it only',
  },
  why: {
    fr: 'L’API exige le moment pour une glycémie et le refuse pour une moyenne, un index ou une HbA1c.',
    en: 'The API demands the moment for a blood glucose and refuses it for a mean, an index or an HbA1c.',
  },
  repair: {
    fr: 'Ajoutez ou retirez mesures-moment-of-measurement selon la nature de la mesure.',
    en: 'Add or take away mesures-moment-of-measurement according to the kind of measure.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Business rules: glucose')],
  messages: {
    missing: {
      fr: '{path} : obligatoire pour {name}. Ajoutez l’extension mesures-moment-of-measurement.',
      en: '{path}: mandatory for {name}. Add the extension mesures-moment-of-measurement.',
    },
    forbidden: { fr: '{path} : interdite pour {name}. Retirez-la.', en: '{path}: forbidden for {name}. Take it away.' },
  },
  appliesTo: isMeasure('glucose'),
  *check(resource, context) {
    const measure = measureOf(resource, context);
    const kind = measure && kindOf(resource, measure);
    if (!kind) return;
    const [extension] = extensionsOf(resource.element, 'mesures-moment-of-measurement');
    const data = { name: kind.codes[0] ?? '' };
    if (kind.moment === 'required' && !extension)
      yield problemAt('missing', resource, resource.element, { missing: 'extension', data });
    if (kind.moment === 'forbidden' && extension) yield problemAt('forbidden', resource, extension, { data });
  },
});
