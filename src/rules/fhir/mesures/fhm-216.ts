import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemAt } from './problem-at.js';
import { r4 } from './sources.js';

const REFERENCES: ReadonlySet<string> = new Set(
  'basedOn derivedFrom device encounter focus hasMember partOf performer specimen subject patient owner location parent'.split(
    ' ',
  ),
);

export const fhm216 = defineRule<FhirResource, FhirContext, 'empty'>({
  id: 'FHM-216',
  subject: 'fhir/resource',
  title: { fr: 'Une référence désigne quelque chose', en: 'A reference points at something' },
  why: {
    fr: 'Une référence sans adresse, identifiant ni libellé ne désigne rien.',
    en: 'A reference with neither address, identifier nor display points at nothing.',
  },
  repair: { fr: 'Renseignez reference, identifier ou display.', en: 'Fill in reference, identifier or display.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('references.html')],
  messages: {
    empty: {
      fr: '{path} : ni reference, ni identifier, ni display.',
      en: '{path}: neither reference, identifier nor display.',
    },
  },
  *check(resource) {
    for (const element of resource.element.children) {
      const isReference = REFERENCES.has(element.name) && element.kind === 'object' && element.children.length > 0;
      const isEmpty = !['reference', 'identifier', 'display'].some((name) => element.child(name));
      if (isReference && isEmpty) yield problemAt('empty', resource, element);
    }
  },
});
