import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isFeedBundle } from './feed.js';
import { resourcesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

const FORM = 'identifier=urn:oid:<OID>|<id>';
/** The intended language of the pattern that the API publishes; identifiers without hyphen are accepted too. */
const IF_NONE_EXIST = /^identifier=urn:oid:[0-9]+(?:\.[0-9]+)+\|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

function keysOf(device: FhirElement): string[] {
  return device.all('identifier').map((each) => `identifier=${each.valueOf('system')}|${each.valueOf('value')}`);
}

export const fhm804 = defineRule<FhirResource, FhirContext, 'absent' | 'illFormed' | 'otherDevice'>({
  id: 'FHM-804',
  subject: 'fhir/resource',
  title: {
    fr: 'La création de l’objet est conditionnelle, sur son identifiant',
    en: 'The creation of the device is conditional, on its identifier',
  },
  why: {
    fr: 'Sans ifNoneExist bien formé, chaque envoi créerait un nouvel objet ; l’API le refuse.',
    en: 'Without a well-formed ifNoneExist each feed would create a new device; the API refuses it.',
  },
  repair: {
    fr: 'Écrivez request.ifNoneExist : identifier=urn:oid:<OID>|<identifiant de l’objet>.',
    en: 'Write request.ifNoneExist: identifier=urn:oid:<OID>|<identifier of the device>.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: request.ifNoneExist')],
  messages: {
    absent: { fr: '{path} : absent. Écrivez {expected}.', en: '{path}: absent. Write {expected}.' },
    illFormed: {
      fr: '{path} : « {found} » n’a pas la forme {expected}.',
      en: '{path}: "{found}" does not have the form {expected}.',
    },
    otherDevice: {
      fr: '{path} : « {found} » n’est pas un identifiant de cet objet.',
      en: '{path}: "{found}" is not an identifier of this device.',
    },
  },
  appliesTo: (resource) => isFeedBundle(resource) && resourcesOf(resource.element, 'Device').length > 0,
  *check(resource) {
    for (const entry of resource.element.all('entry')) {
      const body = entry.child('resource');
      const request = entry.child('request');
      if (body?.resourceType !== 'Device' || !request) continue;
      const place = request.child('ifNoneExist');
      const found = place?.text;
      if (!place || found === undefined)
        yield problemAt('absent', resource, request, { missing: 'ifNoneExist', expected: FORM });
      else if (!IF_NONE_EXIST.test(found)) yield problemAt('illFormed', resource, place, { found, expected: FORM });
      else if (!keysOf(body).includes(found)) yield problemAt('otherDevice', resource, place, { found });
    }
  },
});
