import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isFeedBundle } from './feed.js';
import { resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm805 = defineRule<FhirResource, FhirContext, 'noReference' | 'differs' | 'noDevice'>({
  id: 'FHM-805',
  subject: 'fhir/resource',
  title: {
    fr: 'L’observation et l’objet du lot se désignent par l’identifiant',
    en: 'The observation and the device of the bundle are linked by the id',
  },
  why: {
    fr: 'Un objet présent mais non désigné, ou l’inverse, fait refuser le lot.',
    en: 'A device present but not named, or the reverse, has the bundle refused.',
  },
  repair: {
    fr: 'Écrivez Observation.device.reference = Device/<Device.id>.',
    en: 'Write Observation.device.reference = Device/<Device.id>.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: Observation.device')],
  messages: {
    noReference: {
      fr: '{path} : absent alors que le lot porte un objet. Attendu {expected}.',
      en: '{path}: absent although the bundle carries a device. Expected {expected}.',
    },
    differs: { fr: '{path} : « {found} », attendu {expected}.', en: '{path}: "{found}", expected {expected}.' },
    noDevice: {
      fr: '{path} : « {found} » ne désigne aucun objet du lot.',
      en: '{path}: "{found}" names no device of the bundle.',
    },
  },
  appliesTo: isFeedBundle,
  *check(resource) {
    const [device] = resourcesOf(resource.element, 'Device');
    for (const observation of resourcesOf(resource.element, 'Observation')) {
      const reference = observation.child('device')?.child('reference');
      const found = reference?.text;
      const expected = `Device/${device?.valueOf('id') ?? ''}`;
      if (device && !reference)
        yield problemAt('noReference', resource, observation, { missing: 'device.reference', expected });
      else if (device && reference && found !== expected)
        yield problemAt('differs', resource, reference, { found: found ?? '', expected });
      else if (!device && reference) yield problemAt('noDevice', resource, reference, { found: found ?? '' });
    }
  },
});
