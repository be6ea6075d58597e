import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { phd } from './sources.js';

const EUI64 = /^[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}$/;

export const fhm702 = defineRule<FhirResource, FhirContext, 'notEui64'>({
  id: 'FHM-702',
  subject: 'fhir/resource',
  title: { fr: 'L’identifiant système est un EUI-64', en: 'The system identifier is an EUI-64' },
  why: {
    fr: 'Huit octets hexadécimaux séparés par des tirets : une adresse Bluetooth (six octets) n’en est pas un.',
    en: 'Eight hexadecimal bytes separated by hyphens: a Bluetooth address (six bytes) is not one.',
  },
  repair: {
    fr: 'Écrivez l’EUI-64 de l’objet, par exemple 0A-1B-2C-FF-FE-3D-4E-5F.',
    en: 'Write the EUI-64 of the object, e.g. 0A-1B-2C-FF-FE-3D-4E-5F.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [phd('PhdDevice.identifier:systemIdIdentifier')],
  messages: {
    notEui64: {
      fr: '{path} : « {found} » n’a pas la forme {expected}.',
      en: '{path}: "{found}" does not have the form {expected}.',
    },
  },
  appliesTo: isResource('Device'),
  *check(resource) {
    for (const identifier of resource.element.all('identifier')) {
      const value = identifier.child('value');
      const isSystemId = codingsOf(identifier.child('type')).some(({ code }) => code === 'SYSID');
      if (!isSystemId || value?.text === undefined || EUI64.test(value.text)) continue;
      yield problemAt('notEui64', resource, value, { found: value.text, expected: '0A-1B-2C-FF-FE-3D-4E-5F' });
    }
  },
});
