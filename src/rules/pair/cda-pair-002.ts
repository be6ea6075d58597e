import { defineRule } from '../../core/index.js';
import { ansFaq, ansNewGuide } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier } from './document-facts.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair002 = defineRule<CdaPair, PairContext, 'other' | 'absent'>({
  id: 'CDA-PAIR-002',
  subject: 'cda/pair',
  title: { fr: 'Le lien XFRM désigne l’id du niveau 1', en: 'The XFRM link names the id of the level 1' },
  why: {
    fr: 'Un lien vers un autre identifiant rattache les données structurées au mauvais document, ou à aucun.',
    en: 'A link to another identifier attaches the structured data to the wrong document, or to none.',
  },
  repair: {
    fr: 'Recopiez dans parentDocument/id la racine et l’extension de ClinicalDocument/id du niveau 1 (pas son setId, pas l’id du niveau 3).',
    en: 'Copy the root and extension of ClinicalDocument/id of the level 1 into parentDocument/id (not its setId, not the id of the level 3).',
  },
  severity: 'error',
  trust: 'project',
  spec: [ansFaq('XFRM'), ansNewGuide('relatedDocument')],
  messages: {
    other: {
      fr: '{path} vaut « {found} » ; l’id du niveau 1, « {expected} », est attendu.',
      en: '{path} is "{found}"; the id of the level 1, "{expected}", is expected.',
    },
    absent: {
      fr: '{path} : le lien XFRM ne porte pas d’identifiant ; « {expected} » est attendu dans parentDocument/id.',
      en: '{path}: the XFRM link holds no identifier; "{expected}" is expected in parentDocument/id.',
    },
  },
  appliesTo: (pair) => isFull(pair) && linksOf(pair.level3, 'XFRM').length > 0,
  *check({ level1, level3 }) {
    const own = level1?.document.header.id;
    const links = linksOf(level3, 'XFRM');
    if (links.some(({ ids }) => ids.some((id) => isSame(id, own)))) return;
    for (const { ids, node } of links) {
      const [id] = ids;
      const expected = tellIdentifier(own);
      if (id) yield problemIn('other', level3, id.node, { found: tellIdentifier(id), expected });
      else yield problemIn('absent', level3, node, { expected });
    }
  },
});
