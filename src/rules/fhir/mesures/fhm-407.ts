import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { extensionsOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

const NO_CONTENT = /^(?:[\p{P}\p{S}\s]*|n\/?a|null|none|undefined|néant|aucun|string)$/iu;
/** Characters; a line of text on a screen is about a hundred. */
const LONGEST = 255;

export const fhm407 = defineRule<FhirResource, FhirContext, 'empty' | 'tooLong'>({
  id: 'FHM-407',
  subject: 'fhir/resource',
  title: {
    fr: 'Le motif de la mesure dit quelque chose, brièvement',
    en: 'The reason for the measure says something, in short',
  },
  why: {
    fr: '« - » ou « N/A » n’apprend rien ; un motif de plusieurs pages n’est pas un motif.',
    en: '"-" or "N/A" tells nothing; a reason of several pages is no reason.',
  },
  repair: {
    fr: 'Donnez un motif en quelques mots, ou retirez l’extension.',
    en: 'Give the reason in a few words, or take the extension away.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ours('reason in words')],
  messages: {
    empty: { fr: '{path} : motif sans contenu (« {found} »).', en: '{path}: reason without content ("{found}").' },
    tooLong: {
      fr: '{path} : motif de {found} caractères, au-delà de {expected}.',
      en: '{path}: reason of {found} characters, above {expected}.',
    },
  },
  appliesTo: ({ element }) =>
    element.resourceType === 'Observation' && extensionsOf(element, 'mesures-reason-for-measurement').length > 0,
  *check(resource) {
    for (const extension of extensionsOf(resource.element, 'mesures-reason-for-measurement')) {
      const value = extension.child('valueString');
      const text = value?.text;
      if (!value || text === undefined || text === '') continue;
      if (NO_CONTENT.test(text.trim())) yield problemAt('empty', resource, value, { found: text.slice(0, 20) });
      else if (text.length > LONGEST) {
        yield problemAt('tooLong', resource, value, { found: String(text.length), expected: String(LONGEST) });
      }
    }
  },
});
