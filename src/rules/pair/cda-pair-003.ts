import { defineRule } from '../../core/index.js';
import { ansNewGuide } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { tellIdentifier } from './document-facts.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair003 = defineRule<CdaPair, PairContext, 'reverse'>({
  id: 'CDA-PAIR-003',
  subject: 'cda/pair',
  title: { fr: 'Le niveau 1 ne porte pas de lien XFRM', en: 'The level 1 carries no XFRM link' },
  why: {
    fr: 'Le document transformé porte le lien, et le niveau 1 est la référence. Dans l’autre sens, le destinataire prend le PDF pour une copie tirée des données.',
    en: 'The transformed document carries the link, and the level 1 is the reference. The other way round, the receiver takes the PDF for a copy made from the data.',
  },
  repair: {
    fr: 'Retirez relatedDocument XFRM du niveau 1 et mettez-le dans le niveau 3.',
    en: 'Remove the XFRM relatedDocument from the level 1 and put it in the level 3.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansNewGuide('relatedDocument')],
  messages: {
    reverse: {
      fr: '{path} : le niveau 1 porte un lien XFRM vers « {found} ». Le lien est porté par le niveau 3 seul.',
      en: '{path}: the level 1 carries an XFRM link to "{found}". Only the level 3 carries the link.',
    },
  },
  appliesTo: isFull,
  *check({ level1 }) {
    if (!level1) return;
    for (const { node, ids } of linksOf(level1, 'XFRM')) {
      yield problemIn('reverse', level1, node, { found: tellIdentifier(ids[0]) });
    }
  },
});
