import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimMessages } from './claimed.js';
import { claimedUnits, unitMessages } from './claimed-units.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = { ...claimMessages('missing', 'value'), ...unitMessages };

export const fhm302 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-302',
  subject: 'fhir/resource',
  title: { fr: 'L’unité est celle du profil, en UCUM', en: 'The unit is that of the profile, in UCUM' },
  why: {
    fr: 'Le profil impose une seule unité codée ; une autre, même équivalente, fausse la courbe ou la mesure elle-même.',
    en: 'The profile requires one coded unit; another, even equivalent, spoils the chart or the measure itself.',
  },
  repair: {
    fr: 'Convertissez la valeur et écrivez le code UCUM attendu, casse comprise (kg, cm, Cel, /min, mm[Hg]…).',
    en: 'Convert the value and write the expected UCUM code, case included (kg, cm, Cel, /min, mm[Hg]…).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.value[x]:valueQuantity')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimedUnits('FHM-302', messages, resource, context),
});
