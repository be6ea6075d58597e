import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codeNamedBy } from './code-words.js';
import { codingsOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm508 = defineRule<FhirResource, FhirContext, 'otherCode'>({
  id: 'FHM-508',
  subject: 'fhir/resource',
  title: { fr: 'Le libellé d’un code n’est pas celui d’un autre', en: 'The display of a code is not that of another' },
  why: {
    fr: 'Un lecteur voit le libellé, un logiciel lit le code : « Taille » sur le code du poids les trompe l’un ou l’autre.',
    en: 'A reader sees the display, software reads the code: "Height" on the code of weight misleads one of them.',
  },
  repair: { fr: 'Corrigez display ou code.', en: 'Correct display or code.' },
  severity: 'warning',
  trust: 'project',
  spec: [ours('displays')],
  messages: {
    otherCode: {
      fr: '{path} : « {found} » est le nom de {expected}, pas de ce code.',
      en: '{path}: "{found}" is the name of {expected}, not of this code.',
    },
  },
  *check(resource) {
    const concepts = [resource.element, ...resource.element.all('component')].map((each) => each.child('code'));
    for (const { element, code, display } of concepts.flatMap((concept) => codingsOf(concept))) {
      const place = element.child('display');
      const expected = display === '' ? undefined : codeNamedBy(display, code);
      if (place && expected !== undefined) yield problemAt('otherCode', resource, place, { found: display, expected });
    }
  },
});
