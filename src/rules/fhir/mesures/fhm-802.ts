import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { isFeedBundle } from './feed.js';
import { isApi } from './measures.js';
import { problemAt } from './problem-at.js';
import { api, guide } from './sources.js';

const FED = ['Observation', 'Device'];

const messages = {
  missing: {
    fr: '{path} : demande absente. Ajoutez request (POST).',
    en: '{path}: request absent. Add request (POST).',
  },
  value: { fr: '{path} : « {found} », attendu {expected}.', en: '{path}: "{found}", expected {expected}.' },
  otherType: {
    fr: '{path} : une ressource {found} ne s’alimente pas ; attendu {expected}.',
    en: '{path}: a {found} cannot be fed; expected {expected}.',
  },
} as const;

export const fhm802 = defineRule<FhirResource, FhirContext, 'missing' | 'value' | 'otherType'>({
  id: 'FHM-802',
  subject: 'fhir/resource',
  title: {
    fr: 'Chaque entrée demande la création de sa ressource',
    en: 'Each entry asks for the creation of its resource',
  },
  why: {
    fr: 'Seuls POST Observation et POST Device sont acceptés ; toute autre demande fait refuser le lot entier.',
    en: 'Only POST Observation and POST Device are accepted; any other request has the whole bundle refused.',
  },
  repair: {
    fr: 'Donnez à chaque entrée request.method POST et request.url égale au type de la ressource.',
    en: 'Give each entry request.method POST and request.url equal to the type of the resource.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed'), guide('mesures-bundle-flux-alimentation')],
  messages,
  appliesTo: isFeedBundle,
  *check(resource, context) {
    yield* claimed('FHM-802', messages, resource, context);
    if (!isApi(context)) return;
    for (const entry of resource.element.all('entry')) {
      const body = entry.child('resource');
      const type = body?.resourceType ?? '';
      const request = entry.child('request');
      const method = request?.child('method');
      const url = request?.child('url');
      if (body && !FED.includes(type))
        yield problemAt('otherType', resource, body, { found: type, expected: FED.join(', ') });
      if (method && method.text !== 'POST')
        yield problemAt('value', resource, method, { found: method.text ?? '', expected: 'POST' });
      if (url && FED.includes(type) && url.text !== type) {
        yield problemAt('value', resource, url, { found: url.text ?? '', expected: type });
      }
    }
  },
});
