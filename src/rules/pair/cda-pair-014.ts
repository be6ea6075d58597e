import { defineRule } from '../../core/index.js';
import { ansFaq } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';

export const cdaPair014 = defineRule<CdaPair, PairContext, 'alone' | 'notAtHand'>({
  id: 'CDA-PAIR-014',
  subject: 'cda/pair',
  title: { fr: 'Un niveau 3 n’est pas transmis sans son niveau 1', en: 'A level 3 is not sent without its level 1' },
  why: {
    fr: 'Le niveau 1 est toujours transmis : c’est lui que l’on imprime et que l’on montre. Sans lui ni copie PDF, un destinataire qui ne sait pas rendre le niveau 3 n’a rien à montrer.',
    en: 'The level 1 is always sent: it is what gets printed and shown. Without it or a PDF copy, a receiver that cannot render the level 3 has nothing to show.',
  },
  repair: {
    fr: 'Joignez le niveau 1, ou mettez une copie PDF dans le niveau 3 (section 1.2.250.1.213.1.1.2.243).',
    en: 'Send the level 1 along, or put a PDF copy in the level 3 (section 1.2.250.1.213.1.1.2.243).',
  },
  severity: 'error',
  trust: 'project',
  spec: [ansFaq('level 1 always sent')],
  messages: {
    alone: {
      fr: 'Ce niveau 3 est seul : ni niveau 1 à côté de lui, ni copie PDF dans une section.',
      en: 'This level 3 is alone: no level 1 beside it, no PDF copy in a section.',
    },
    notAtHand: {
      fr: 'Aucun niveau 1 n’a été donné avec ce niveau 3, qui n’a pas de copie PDF. Donnez-les ensemble pour juger la paire ; avec --pair-mode xfrm, l’absence est une erreur.',
      en: 'No level 1 was given with this level 3, which has no PDF copy. Give both to have the pair judged; with --pair-mode xfrm the absence is an error.',
    },
  },
  appliesTo: (pair, { mode }) => !isFull(pair) && mode === 'xfrm',
  *check({ level3, level1Due }) {
    const { root, pdfCopies } = level3.document;
    if (pdfCopies.length > 0) return;
    if (level1Due) yield problemIn('alone', level3, root);
    else yield problemIn('notAtHand', level3, root, { severity: 'information' });
  },
});
