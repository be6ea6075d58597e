import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

/** Words of a method, and the NCIt code of a connected object. */
const CONNECTED = /connect|C153216/i;

export const fhm215 = defineRule<FhirResource, FhirContext, 'noDevice'>({
  id: 'FHM-215',
  subject: 'fhir/resource',
  title: {
    fr: 'L’objet connecté est désigné quand il a pris la mesure',
    en: 'The connected object is named when it took the measure',
  },
  why: {
    fr: 'La méthode parle d’un objet connecté : le guide demande alors de le désigner dans device.',
    en: 'The method speaks of a connected object: the guide then asks to name it in device.',
  },
  repair: {
    fr: 'Ajoutez device (profil PhdDevice), ou corrigez la méthode.',
    en: 'Add device (profile PhdDevice), or correct the method.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [guide('Observation.device')],
  messages: {
    noDevice: {
      fr: '{path} : absent alors que la méthode parle d’un objet connecté.',
      en: '{path}: absent although the method speaks of a connected object.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource) {
    const { element } = resource;
    const method = element.child('method');
    if (!method || element.child('device')) return;
    const words = [method.valueOf('text') ?? '', ...codingsOf(method).map(({ display, code }) => `${display} ${code}`)];
    if (words.some((text) => CONNECTED.test(text)))
      yield problemAt('noDevice', resource, element, { missing: 'device' });
  },
});
