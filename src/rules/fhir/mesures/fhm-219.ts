import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isResource } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

const UNUSUAL: ReadonlySet<string> = new Set(['registered', 'preliminary', 'cancelled', 'entered-in-error', 'unknown']);

export const fhm219 = defineRule<FhirResource, FhirContext, 'unusual'>({
  id: 'FHM-219',
  subject: 'fhir/resource',
  title: { fr: 'Le statut est celui d’une mesure faite', en: 'The status is that of a measure that was made' },
  why: {
    fr: 'Une alimentation transmet des mesures finales, modifiées ou corrigées ; un autre statut surprend le lecteur.',
    en: 'A feed sends final, amended or corrected measures; another status surprises the reader.',
  },
  repair: { fr: 'Vérifiez que ce statut est voulu.', en: 'Check that this status is meant.' },
  severity: 'information',
  trust: 'project',
  spec: [ours('status of a feed')],
  messages: {
    unusual: {
      fr: '{path} : statut « {found} » inhabituel dans une alimentation.',
      en: '{path}: status "{found}" is unusual in a feed.',
    },
  },
  appliesTo: isResource('Observation'),
  *check(resource) {
    const status = resource.element.child('status');
    if (!status || !UNUSUAL.has(status.text ?? '')) return;
    yield problemAt('unusual', resource, status, { found: status.text ?? '' });
  },
});
