import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isMeasure, isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

function isMainPressure(component: FhirElement): boolean {
  return codingsOf(component.child('code')).some(({ code }) => code === '8480-6' || code === '8462-4');
}

export const fhm807 = defineRule<FhirResource, FhirContext, 'noValue'>({
  id: 'FHM-807',
  subject: 'fhir/resource',
  title: { fr: 'Une mesure envoyée à l’API a une valeur', en: 'A measure sent to the API has a value' },
  why: {
    fr: 'Une raison d’absence ne suffit pas : l’API refuse (422) une observation sans valeur.',
    en: 'A reason for absence is not enough: the API refuses (422) an observation without value.',
  },
  repair: {
    fr: 'N’envoyez que les mesures abouties, avec valueQuantity.value (ou les deux composants de la pression).',
    en: 'Send only measures that succeeded, with valueQuantity.value (or both components of the pressure).',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Business rules')],
  messages: {
    noValue: {
      fr: '{path} : valeur absente, l’API refusera. Envoyez une mesure aboutie.',
      en: '{path}: value absent, the API will refuse. Send a measure that succeeded.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource, context) {
    const { element } = resource;
    const isPressure = isMeasure('bp')(resource, context);
    const holders = isPressure ? element.all('component').filter(isMainPressure) : [element];
    for (const holder of holders) {
      const quantity = holder.child('valueQuantity');
      if (quantity?.valueOf('value') !== undefined) continue;
      yield problemAt('noValue', resource, holder, { missing: 'valueQuantity.value' });
    }
    if (isPressure && holders.length === 0) yield problemAt('noValue', resource, element, { missing: 'component' });
  },
});
