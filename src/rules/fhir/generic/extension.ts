import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** URLs, contexts and modifiers; what lies inside a known extension is judged by its own definition. */
export const extension = defineRule<
  FhirResource,
  FhirContext,
  'unknown' | 'unknownModifier' | 'mustBeModifier' | 'notAModifier' | 'context'
>({
  id: 'fhir/extension',
  subject: 'fhir/resource',
  title: { fr: 'Les extensions sont connues et à leur place', en: 'Extensions are known and in their place' },
  why: {
    fr: 'Une extension inconnue est ignorée ; une extension modificatrice inconnue interdit de lire la ressource.',
    en: 'An unknown extension is ignored; an unknown modifier extension forbids reading the resource.',
  },
  repair: {
    fr: 'Employez une extension définie par le guide, à l’endroit qu’elle prévoit.',
    en: 'Use an extension the guide defines, where it says it may stand.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('extensibility.html', '2.5.0 Extensibility')],
  messages: {
    unknown: { fr: '{path} : extension inconnue : {found}', en: '{path}: unknown extension: {found}' },
    unknownModifier: {
      fr: '{path} : extension modificatrice inconnue : {found}',
      en: '{path}: unknown modifier extension: {found}',
    },
    mustBeModifier: {
      fr: '{path} : cette extension se place dans modifierExtension',
      en: '{path}: this extension belongs in modifierExtension',
    },
    notAModifier: {
      fr: '{path} : cette extension ne se place pas dans modifierExtension',
      en: '{path}: this extension does not belong in modifierExtension',
    },
    context: {
      fr: '{path} : cette extension se place sur {expected}, pas sur {found}',
      en: '{path}: this extension belongs on {expected}, not on {found}',
    },
  },
  check: (resource, context) => problemsFor('fhir/extension', resource, context),
});
