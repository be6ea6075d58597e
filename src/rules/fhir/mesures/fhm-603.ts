import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimMessages } from './claimed.js';
import { claimedUnits, unitMessages } from './claimed-units.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = { ...claimMessages('missing', 'value', 'type'), ...unitMessages };

export const fhm603 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-603',
  subject: 'fhir/resource',
  title: {
    fr: 'Systolique et diastolique sont en mm[Hg], complètes',
    en: 'Systolic and diastolic are in mm[Hg], complete',
  },
  why: {
    fr: 'Une autre unité (cmHg, kPa) ou un code approché (mmHg) change la valeur lue.',
    en: 'Another unit (cmHg, kPa) or a near code (mmHg) changes the value that is read.',
  },
  repair: {
    fr: 'Convertissez en millimètres de mercure ; code mm[Hg], avec value, unit et system.',
    en: 'Convert to millimetres of mercury; code mm[Hg], with value, unit and system.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-fr-observation-bp: component.value[x]')],
  messages,
  appliesTo: isMeasure('bp'),
  check: (resource, context) => claimedUnits('FHM-603', messages, resource, context),
});
