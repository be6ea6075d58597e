import { defineRule } from '../../core/index.js';
import { ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair016 = defineRule<CdaPair, PairContext, 'onlyLevel1' | 'onlyLevel3'>({
  id: 'CDA-PAIR-016',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés sont remplacées ensemble', en: 'Both halves are replaced together' },
  why: {
    fr: 'Si une seule moitié est remplacée, le dossier montre un PDF et des données qui ne disent plus la même chose.',
    en: 'If one half alone is replaced, the record shows a PDF and data that no longer say the same.',
  },
  repair: {
    fr: 'Mettez relatedDocument RPLC dans les deux nouveaux documents, chacun vers la version précédente de son niveau.',
    en: 'Put relatedDocument RPLC in both new documents, each to the previous version of its level.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('def-proc-collab')],
  messages: {
    onlyLevel1: {
      fr: '{path} : le niveau 1 remplace un document, le niveau 3 n’en remplace aucun.',
      en: '{path}: the level 1 replaces a document, the level 3 replaces none.',
    },
    onlyLevel3: {
      fr: '{path} : le niveau 3 remplace un document, le niveau 1 n’en remplace aucun.',
      en: '{path}: the level 3 replaces a document, the level 1 replaces none.',
    },
  },
  appliesTo: (pair) => isFull(pair) && [pair.level1, pair.level3].some((half) => linksOf(half, 'RPLC').length > 0),
  *check({ level1, level3, foundBy }) {
    if (!level1) return;
    const [one, other] = [linksOf(level1, 'RPLC')[0], linksOf(level3, 'RPLC')[0]];
    if (one && other) return;
    // The obligation is about one message; files side by side may have been sent in several.
    const facts = foundBy === 'message' ? {} : ({ severity: 'warning' } as const);
    if (one) yield problemIn('onlyLevel1', level1, one.node, facts);
    if (other) yield problemIn('onlyLevel3', level3, other.node, facts);
  },
});
