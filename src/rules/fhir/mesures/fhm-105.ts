import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : « {found} » n’a pas la forme attendue, {expected}.',
    en: '{path}: "{found}" does not have the expected form, {expected}.',
  },
};

export const fhm105 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-105',
  subject: 'fhir/resource',
  title: { fr: 'Les valeurs simples ont la forme de leur type', en: 'Primitive values have the form of their type' },
  why: {
    fr: 'Une date sans fuseau ou un identifiant hors format ne se compare plus et ne se retrouve plus.',
    en: 'A date without time zone or an ill-formed identifier can no longer be compared or found.',
  },
  repair: {
    fr: 'Corrigez la valeur : une date avec heure porte les secondes et un fuseau (2026-03-02T07:40:00+01:00).',
    en: 'Correct the value: a date with a time has seconds and a time zone (2026-03-02T07:40:00+01:00).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('datatypes.html#primitive')],
  messages,
  check: (resource, context) => claimed('FHM-105', messages, resource, context),
});
