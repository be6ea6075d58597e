import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { isFeedBundle } from './feed.js';
import { isApi, resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { api, guide } from './sources.js';

const messages = {
  value: {
    fr: '{path} : lot de type « {found} », attendu {expected}.',
    en: '{path}: bundle of type "{found}", expected {expected}.',
  },
  missing: {
    fr: '{path} : aucune Observation à créer dans le lot.',
    en: '{path}: no Observation to create in the bundle.',
  },
  extra: {
    fr: '{path} : ressource en trop ({found} ; attendu {expected}).',
    en: '{path}: one resource too many ({found}; expected {expected}).',
  },
} as const;

export const fhm801 = defineRule<FhirResource, FhirContext, 'value' | 'missing' | 'extra'>({
  id: 'FHM-801',
  subject: 'fhir/resource',
  title: {
    fr: 'Un lot d’alimentation porte une observation et au plus un objet connecté',
    en: 'A feed bundle carries one observation and at most one device',
  },
  why: {
    fr: 'L’API n’accepte qu’une transaction d’une mesure à la fois.',
    en: 'The API accepts a transaction of one measure at a time only.',
  },
  repair: {
    fr: 'Envoyez une transaction par mesure, avec l’objet qui l’a prise le cas échéant.',
    en: 'Send one transaction per measure, with the device that took it if any.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed'), guide('mesures-bundle-flux-alimentation')],
  messages,
  appliesTo: isFeedBundle,
  *check(resource, context) {
    yield* claimed('FHM-801', messages, resource, context);
    if (!isApi(context)) return;
    const { element } = resource;
    const type = element.child('type');
    if (type && type.text !== 'transaction') {
      yield problemAt('value', resource, type, { found: type.text ?? '', expected: 'transaction' });
    }
    const observations = resourcesOf(element, 'Observation');
    const [, second] = observations;
    const [, secondDevice] = resourcesOf(element, 'Device');
    if (observations.length === 0) yield problemAt('missing', resource, element, { missing: 'entry' });
    if (second)
      yield problemAt('extra', resource, second, { found: `${observations.length} Observation`, expected: '1' });
    if (secondDevice) yield problemAt('extra', resource, secondDevice, { found: 'Device', expected: '0..1' });
  },
});
