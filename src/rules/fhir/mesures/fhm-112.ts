import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : extension inconnue ({found}). Vérifiez son URL.',
    en: '{path}: unknown extension ({found}). Check its URL.',
  },
};

export const fhm112 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-112',
  subject: 'fhir/resource',
  title: { fr: 'Les extensions sont connues', en: 'Extensions are known' },
  why: {
    fr: 'Une extension inconnue est permise, mais un récepteur ne la lira pas ; c’est souvent une URL mal recopiée.',
    en: 'An unknown extension is allowed, yet no receiver reads it; it is often a URL copied wrong.',
  },
  repair: {
    fr: 'Vérifiez l’URL, ou acceptez que l’information soit ignorée.',
    en: 'Check the URL, or accept that the information is ignored.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('extensibility.html')],
  messages,
  check: (resource, context) => claimed('FHM-112', messages, resource, context),
});
