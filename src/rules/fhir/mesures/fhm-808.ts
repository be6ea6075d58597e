import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm808 = defineRule<FhirResource, FhirContext, 'absent'>({
  id: 'FHM-808',
  subject: 'fhir/resource',
  title: {
    fr: 'Le patient est désigné par son identifiant externe',
    en: 'The patient is named by the external identifier',
  },
  why: {
    fr: 'L’API range la mesure d’après subject.identifier (OID d’appairage et idPE), pas d’après une adresse.',
    en: 'The API files the measure by subject.identifier (pairing OID and idPE), not by an address.',
  },
  repair: {
    fr: 'Renseignez subject.identifier.system (urn:oid:…) et value.',
    en: 'Fill in subject.identifier.system (urn:oid:…) and value.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: subject.identifier')],
  messages: {
    absent: {
      fr: '{path} : absent. L’API refusera la mesure.',
      en: '{path}: absent. The API will refuse the measure.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource) {
    const subject = resource.element.child('subject');
    const identifier = subject?.child('identifier');
    if (!subject || !identifier) {
      yield problemAt('absent', resource, subject ?? resource.element, {
        missing: subject ? 'identifier' : 'subject.identifier',
      });
      return;
    }
    for (const missing of ['system', 'value']) {
      if (identifier.valueOf(missing) === undefined) yield problemAt('absent', resource, identifier, { missing });
    }
  },
});
