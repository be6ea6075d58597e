import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { codingsOf, isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { frCore } from './sources.js';

/** Reference §7.3: the four INS slices of the identifier. */
const INS_SLICES: readonly { readonly system: string; readonly type: string; readonly uses: readonly string[] }[] = [
  { system: 'urn:oid:1.2.250.1.213.1.4.8', type: 'INS-NIR', uses: ['official', 'old'] },
  { system: 'urn:oid:1.2.250.1.213.1.4.9', type: 'INS-NIA', uses: ['temp'] },
  { system: 'urn:oid:1.2.250.1.213.1.4.10', type: 'INS-NIR-TEST', uses: ['official'] },
  { system: 'urn:oid:1.2.250.1.213.1.4.11', type: 'INS-NIR-DEMO', uses: ['official'] },
];

const messages = {
  missing: { fr: '{path} : absent (attendu {expected}).', en: '{path}: absent (expected {expected}).' },
  value: { fr: '{path} : « {found} », attendu {expected}.', en: '{path}: "{found}", expected {expected}.' },
} as const;

export const fhm901 = defineRule<FhirResource, FhirContext, 'missing' | 'value'>({
  id: 'FHM-901',
  subject: 'fhir/resource',
  title: {
    fr: 'Un identifiant INS a le système, le type et l’usage de sa tranche',
    en: 'An INS identifier has the system, type and use of its slice',
  },
  why: {
    fr: 'Un INS mal typé n’est pas reconnu comme INS, et l’identité n’est pas rapprochée.',
    en: 'An INS with a wrong type is not recognised as INS, and the identity is not matched.',
  },
  repair: {
    fr: 'Accordez system, type et use : .4.8 INS-NIR official (ou old), .4.9 INS-NIA temp, .4.10 INS-NIR-TEST official, .4.11 INS-NIR-DEMO official.',
    en: 'Make system, type and use agree: .4.8 INS-NIR official (or old), .4.9 INS-NIA temp, .4.10 INS-NIR-TEST official, .4.11 INS-NIR-DEMO official.',
  },
  severity: 'error',
  trust: 'national',
  spec: [frCore('fr-core-patient-ins: identifier')],
  messages,
  appliesTo: isResource('Patient'),
  *check(resource, context) {
    yield* claimed('FHM-901', messages, resource, context);
    // Only a patient judged under the profile owes its slices; the others are told what an INS looks like.
    const isOwed = context.profiles.judged.some((url) => url.endsWith('/fr-core-patient-ins'));
    const severity = isOwed ? {} : ({ severity: 'warning' } as const);
    for (const identifier of resource.element.all('identifier')) {
      const types = codingsOf(identifier.child('type'));
      const bySystem = INS_SLICES.find(({ system }) => system === identifier.valueOf('system'));
      const byType = INS_SLICES.find(({ type }) => types.some(({ code }) => code === type));
      const slice = bySystem ?? byType;
      if (!slice) continue;
      const told = [
        ['system', identifier.child('system'), [slice.system]],
        ['use', identifier.child('use'), slice.uses],
        ['type', types[0]?.element.child('code'), [slice.type]],
      ] as const;
      for (const [missing, place, expected] of told) {
        const facts = { expected: expected.join(', '), ...severity };
        if (!place) yield problemAt('missing', resource, identifier, { ...facts, missing });
        else if (!expected.includes(place.text ?? ''))
          yield problemAt('value', resource, place, { ...facts, found: place.text ?? '' });
      }
      if (identifier.valueOf('value') === undefined)
        yield problemAt('missing', resource, identifier, { missing: 'value', expected: 'INS', ...severity });
    }
  },
});
