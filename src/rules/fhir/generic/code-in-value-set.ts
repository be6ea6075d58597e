import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Bindings of strength required; a value set that is not at hand is a cantTell that names it. */
export const codeInValueSet = defineRule<FhirResource, FhirContext, 'notInValueSet' | 'noCode'>({
  id: 'fhir/code-in-value-set',
  subject: 'fhir/resource',
  title: {
    fr: 'Les codes obligatoires font partie de leur jeu de valeurs',
    en: 'Required codes are in their value set',
  },
  why: {
    fr: 'Un code inconnu n’a pas de sens pour le destinataire.',
    en: 'An unknown code means nothing to the receiver.',
  },
  repair: {
    fr: 'Employez un des codes du jeu de valeurs, avec son système.',
    en: 'Use one of the codes of the value set, with its system.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('terminologies.html', '4.1.5 Binding Strengths: required')],
  messages: {
    notInValueSet: {
      fr: '{path} : « {found} » n’est pas dans {valueSet}. Codes admis : {expected}',
      en: '{path}: "{found}" is not in {valueSet}. Codes allowed: {expected}',
    },
    noCode: {
      fr: '{path} : un code de {valueSet} est obligatoire, le texte seul ne suffit pas',
      en: '{path}: a code of {valueSet} is required, text alone is not enough',
    },
  },
  check: (resource, context) => problemsFor('fhir/code-in-value-set', resource, context),
});
