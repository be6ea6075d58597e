import { defineRule } from '../../core/index.js';
import { ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';

export const cdaPair015 = defineRule<CdaPair, PairContext, 'segur'>({
  id: 'CDA-PAIR-015',
  subject: 'cda/pair',
  title: {
    fr: 'Un niveau 3 avec sa copie PDF se transmet seul',
    en: 'A level 3 with its PDF copy is sent alone',
  },
  why: {
    fr: 'Depuis la vague 2 du Ségur, le PDF peut être porté par le niveau 3 lui-même : aucune paire n’est alors attendue.',
    en: 'Since the second Ségur wave the level 3 itself may carry the PDF: no pair is expected then.',
  },
  repair: { fr: 'Rien à corriger : simple constat.', en: 'Nothing to change: an observation.' },
  severity: 'information',
  trust: 'national',
  spec: [ansTransport('change-log, acteurs-transactions')],
  messages: {
    segur: {
      fr: '{path} : copie PDF dans le niveau 3 (forme Ségur vague 2) ; aucun niveau 1 n’est attendu à côté.',
      en: '{path}: PDF copy inside the level 3 (form of the second Ségur wave); no level 1 is expected beside it.',
    },
  },
  appliesTo: (pair) => !isFull(pair),
  *check({ level3 }) {
    const [copy] = level3.document.pdfCopies;
    if (copy) yield problemIn('segur', level3, copy.node);
  },
});
