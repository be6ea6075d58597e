import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { phd } from './sources.js';

const CONTINUA = 'http://hl7.org/fhir/uv/phd/CodeSystem/ContinuaDeviceIdentifiers';
const CONTINUA_CODES: ReadonlySet<string> = new Set(['SYSID', 'BTMAC', 'ETHMAC']);

export const fhm704 = defineRule<FhirResource, FhirContext, 'otherSystem'>({
  id: 'FHM-704',
  subject: 'fhir/resource',
  title: {
    fr: 'Le système des identifiants Continua est celui de PHD 1.0.0',
    en: 'The system of the Continua identifiers is that of PHD 1.0.0',
  },
  why: {
    fr: 'Le guide et l’API nomment PHD 1.0.0 ; sa version 2 a déplacé ce système de codes.',
    en: 'The guide and the API name PHD 1.0.0; its version 2 moved this code system.',
  },
  repair: {
    fr: 'Utilisez http://hl7.org/fhir/uv/phd/CodeSystem/ContinuaDeviceIdentifiers.',
    en: 'Use http://hl7.org/fhir/uv/phd/CodeSystem/ContinuaDeviceIdentifiers.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [phd('ContinuaDeviceIdentifiers')],
  messages: {
    otherSystem: { fr: '{path} : « {found} », attendu {expected}.', en: '{path}: "{found}", expected {expected}.' },
  },
  appliesTo: isResource('Device'),
  *check(resource) {
    for (const { element, system, code } of resource.element
      .all('identifier')
      .flatMap((each) => codingsOf(each.child('type')))) {
      const place = element.child('system');
      if (!place || !CONTINUA_CODES.has(code) || system === CONTINUA) continue;
      yield problemAt('otherSystem', resource, place, { found: system, expected: CONTINUA });
    }
  },
});
