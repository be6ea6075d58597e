import { defineRule } from '../../core/index.js';
import { own } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier } from './document-facts.js';
import { problemIn } from './problem-in.js';
import { replacementsOf } from './replacements.js';

export const cdaPair017 = defineRule<CdaPair, PairContext, 'crossed' | 'partner'>({
  id: 'CDA-PAIR-017',
  subject: 'cda/pair',
  title: {
    fr: 'Une version remplace celle du même niveau',
    en: 'A version replaces the one of the same level',
  },
  why: {
    fr: 'Un niveau 3 qui remplace un niveau 1 fait disparaître le PDF du dossier, et laisse l’ancien niveau 3 en place.',
    en: 'A level 3 that replaces a level 1 makes the PDF vanish from the record, and leaves the old level 3 in place.',
  },
  repair: {
    fr: 'RPLC du niveau 1 vers l’ancien niveau 1, RPLC du niveau 3 vers l’ancien niveau 3.',
    en: 'RPLC of the level 1 to the old level 1, RPLC of the level 3 to the old level 3.',
  },
  severity: 'error',
  trust: 'project',
  spec: [own('cda-n1-n3 §3.5')],
  messages: {
    crossed: {
      fr: '{path} : le document remplacé, « {found} », est de niveau {parentLevel} ; le niveau {expected} est attendu.',
      en: '{path}: the replaced document, "{found}", is of level {parentLevel}; level {expected} is expected.',
    },
    partner: {
      fr: '{path} : « {found} » est l’autre moitié de cette paire ; {expected} ne remplace pas sa moitié.',
      en: '{path}: "{found}" is the other half of this pair; {expected} does not replace its other half.',
    },
  },
  appliesTo: (pair) => isFull(pair) && [...replacementsOf(pair)].length > 0,
  *check(pair) {
    for (const { half, partner, id, parent } of replacementsOf(pair)) {
      const level = half.document.level;
      if (isSame(id, partner.document.header.id)) {
        yield problemIn('partner', half, id.node, { found: tellIdentifier(id), expected: 'RPLC' });
      } else if (parent?.level !== undefined && parent.level !== level) {
        const data = { parentLevel: String(parent.level) };
        yield problemIn('crossed', half, id.node, { found: tellIdentifier(id), expected: String(level), data });
      }
    }
  },
});
