import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

export const fhm126 = defineRule<FhirResource, FhirContext, 'notAnOid'>({
  id: 'FHM-126',
  subject: 'fhir/resource',
  title: { fr: 'meta.source est un OID', en: 'meta.source is an OID' },
  why: {
    fr: 'La source dit quel système a produit la mesure ; elle s’écrit urn:oid: suivi de l’OID.',
    en: 'The source tells which system made the measure; it is written urn:oid: then the OID.',
  },
  repair: { fr: 'Écrivez urn:oid:<OID de votre solution>.', en: 'Write urn:oid:<OID of your solution>.' },
  severity: 'warning',
  trust: 'national',
  spec: [guide('Observation.meta.source')],
  messages: {
    notAnOid: {
      fr: '{path} : « {found} » n’est pas de la forme urn:oid:1.2.250….',
      en: '{path}: "{found}" is not of the form urn:oid:1.2.250….',
    },
  },
  appliesTo: ({ element }) => element.child('meta')?.child('source') !== undefined,
  *check(resource) {
    const source = resource.element.child('meta')?.child('source');
    if (source?.text === undefined || /^urn:oid:[0-2](?:\.\d+)+$/.test(source.text)) return;
    yield problemAt('notAnOid', resource, source, { found: source.text });
  },
});
