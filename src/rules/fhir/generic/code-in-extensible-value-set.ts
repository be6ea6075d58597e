import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Bindings of strength extensible. */
export const codeInExtensibleValueSet = defineRule<FhirResource, FhirContext, 'notInValueSet'>({
  id: 'fhir/code-in-extensible-value-set',
  subject: 'fhir/resource',
  title: {
    fr: 'Les codes font partie du jeu de valeurs conseillé, sauf besoin contraire',
    en: 'Codes are in the extensible value set, unless none fits',
  },
  why: {
    fr: 'Hors du jeu, le destinataire ne reconnaîtra peut-être pas le code.',
    en: 'Outside the set, the receiver may not recognise the code.',
  },
  repair: { fr: 'Employez un code du jeu s’il en existe un qui convient.', en: 'Use a code of the set if one fits.' },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('terminologies.html', '4.1.5 Binding Strengths: extensible')],
  messages: {
    notInValueSet: {
      fr: '{path} : « {found} » n’est pas dans {valueSet} (extensible). Codes du jeu : {expected}',
      en: '{path}: "{found}" is not in {valueSet} (extensible). Codes of the set: {expected}',
    },
  },
  check: (resource, context) => problemsFor('fhir/code-in-extensible-value-set', resource, context),
});
