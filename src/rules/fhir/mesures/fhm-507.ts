import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { isOfOtherGeneration, tableOf } from './claimed-codes.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

/** Rules that judge a code against a national value set. */
const CODED_RULES = ['FHM-218', 'FHM-402', 'FHM-501', 'FHM-502', 'FHM-503', 'FHM-504', 'FHM-505', 'FHM-506'];

export const fhm507 = defineRule<FhirResource, FhirContext, 'otherGeneration'>({
  id: 'FHM-507',
  subject: 'fhir/resource',
  title: {
    fr: 'Les codes sont de la génération de terminologie visée',
    en: 'Codes are of the generation of terminology aimed at',
  },
  why: {
    fr: 'Les mêmes jeux de valeurs ont changé de contenu en 2024-2025 ; un code de l’autre génération est compris aujourd’hui par certains, pas par tous.',
    en: 'The same value sets changed content in 2024-2025; a code of the other generation is understood by some today, not by all.',
  },
  repair: {
    fr: 'Remplacez-le par le code de la génération du pack.',
    en: 'Replace it by the code of the generation of the pack.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [guide('Terminologies')],
  messages: {
    otherGeneration: {
      fr: '{path} : « {found} » est d’une autre génération que {name}. Attendu : {expected}.',
      en: '{path}: "{found}" is of another generation than {name}. Expected: {expected}.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource, context) {
    for (const ruleId of CODED_RULES) {
      for (const problem of problemsFor<string>(ruleId, resource, context)) {
        const table = 'cantTell' in problem ? undefined : tableOf(problem, context);
        if ('cantTell' in problem || !table || !isOfOtherGeneration(problem, table)) continue;
        const data = { ...problem.data, name: `${table.generation} ${table.date ?? ''}`.trim() };
        yield { ...problem, messageId: 'otherGeneration', data };
      }
    }
  },
});
