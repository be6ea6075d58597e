import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isMeasure } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

const PRESSURES: ReadonlySet<string> = new Set(['8480-6', '8462-4', '8478-0']);

export const fhm607 = defineRule<FhirResource, FhirContext, 'further'>({
  id: 'FHM-607',
  subject: 'fhir/resource',
  title: { fr: 'Un composant en plus est signalé', en: 'A further component is told' },
  why: {
    fr: 'Le découpage est ouvert : un pouls peut s’ajouter, mais une observation à part le rend trouvable.',
    en: 'The slicing is open: a pulse may be added, yet an observation of its own makes it findable.',
  },
  repair: {
    fr: 'Envoyez cette mesure dans sa propre Observation.',
    en: 'Send this measure in an Observation of its own.',
  },
  severity: 'information',
  trust: 'national',
  spec: [guide('mesures-fr-observation-bp: component')],
  messages: {
    further: {
      fr: '{path} : composant hors systolique, diastolique et moyenne.',
      en: '{path}: component outside systolic, diastolic and mean.',
    },
  },
  appliesTo: isMeasure('bp'),
  *check(resource) {
    for (const element of resource.element.all('component')) {
      const codes = codingsOf(element.child('code')).map(({ code }) => code);
      if (!codes.some((code) => PRESSURES.has(code))) yield problemAt('further', resource, element);
    }
  },
});
