import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';
import { identifiersOf } from './identifiers.js';

export const cdaN3014 = defineRule<CdaDocument, CdaContext, 'twice'>({
  id: 'CDA-N3-014',
  subject: 'cda/document',
  title: { fr: 'Un ID n’est porté que par un élément', en: 'An ID is borne by one element only' },
  why: {
    fr: 'Deux éléments de même ID : un renvoi désigne l’un ou l’autre au hasard.',
    en: 'With two elements of one ID, a reference names either of them by chance.',
  },
  repair: { fr: 'Donnez un ID différent à chaque élément.', en: 'Give each element a different ID.' },
  severity: 'error',
  trust: 'national',
  spec: [ansGuide('entries and narrative')],
  messages: {
    twice: {
      fr: '{path} vaut « {found} », déjà employé plus haut dans le document.',
      en: '{path} is "{found}", already used above in the document.',
    },
  },
  appliesTo: (document) => document.level === 3 && identifiersOf(document).size > 0,
  *check(document) {
    for (const [found, [, ...others]] of identifiersOf(document)) {
      for (const node of others) yield problemAt('twice', document, node, { found });
    }
  },
});
