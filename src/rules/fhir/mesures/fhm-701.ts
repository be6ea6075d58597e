import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { phd } from './sources.js';

const messages = claimMessages('missing', 'value', 'extra');

export const fhm701 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-701',
  subject: 'fhir/resource',
  title: {
    fr: 'L’objet connecté est décrit comme PHD le demande',
    en: 'The connected device is described as PHD asks',
  },
  why: {
    fr: 'Sans identifiant système, fabricant, modèle et spécialité, l’objet ne peut être reconnu d’une mesure à l’autre.',
    en: 'Without system identifier, manufacturer, model and specialization the object cannot be recognised from one measure to the next.',
  },
  repair: {
    fr: 'Complétez identifier SYSID, manufacturer, modelNumber, type 65573 et specialization (systemType et version).',
    en: 'Complete identifier SYSID, manufacturer, modelNumber, type 65573 and specialization (systemType and version).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [phd('PhdDevice')],
  messages,
  appliesTo: isResource('Device'),
  check: (resource, context) => claimed('FHM-701', messages, resource, context),
});
