import { defineRule } from '../../core/index.js';
import { ansFaq, ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { problemIn } from './problem-in.js';

/**
 * An error of what is sent: by pair, folder, several files, message, recorded run, or a mode asked for. Of one document given by
 * itself it is said and weighs nothing. No type of document is exempt: the reference's table (§2.3) names none that is sent as a level 3 only.
 */
export const cdaPair014 = defineRule<CdaPair, PairContext, 'alone' | 'document'>({
  id: 'CDA-PAIR-014',
  subject: 'cda/pair',
  title: { fr: 'Un niveau 3 n’est pas transmis sans son niveau 1', en: 'A level 3 is not sent without its level 1' },
  why: {
    fr: 'Le niveau 1 est toujours transmis : c’est lui que l’on imprime et que l’on montre. Sans lui ni copie PDF, un destinataire qui ne sait pas rendre le niveau 3 n’a rien à montrer.',
    en: 'The level 1 is always sent: it is what gets printed and shown. Without it or a PDF copy, a receiver that cannot render the level 3 has nothing to show.',
  },
  repair: {
    fr: 'Donnez les deux fichiers ensemble et transmettez-les ensemble, ou mettez une copie PDF dans le niveau 3 (section 1.2.250.1.213.1.1.2.243). Pour juger ce niveau 3 sans exiger de paire : --pair-mode no-xfrm.',
    en: 'Give both files together and send them together, or put a PDF copy in the level 3 (section 1.2.250.1.213.1.1.2.243). To judge this level 3 without asking for a pair: --pair-mode no-xfrm.',
  },
  severity: 'error',
  trust: 'project',
  spec: [ansFaq('level 1 always sent'), ansTransport('change-log, acteurs-transactions')],
  messages: {
    alone: {
      fr: 'Ce niveau 3 est seul : ni niveau 1 à côté de lui, ni copie PDF dans une section. En mode xfrm le niveau 1 est toujours transmis, quel que soit le type de document (FAQ de l’ANS) ; seule la copie PDF en dispense (Ségur vague 2).',
      en: 'This level 3 is alone: no level 1 beside it, no PDF copy in a section. In xfrm mode the level 1 is always sent, whatever the type of document (ANS FAQ); only the PDF copy stands in for it (Ségur wave 2).',
    },
    document: {
      fr: 'Jugé comme un document seul : rien ne dit s’il est transmis. S’il l’est, son niveau 1 doit l’accompagner (FAQ de l’ANS), sauf copie PDF. Contrôlez les deux fichiers, ou le dossier, pour juger la paire.',
      en: 'Judged as a document alone: nothing says whether it is sent. If it is, its level 1 must go with it (ANS FAQ), unless it has a PDF copy. Check both files, or the folder, to judge the pair.',
    },
  },
  appliesTo: (pair, { mode }) => !isFull(pair) && mode === 'xfrm',
  *check({ level3 }, { isOneDocument }) {
    const { root, pdfCopies } = level3.document;
    if (pdfCopies.length > 0) return;
    if (isOneDocument) yield problemIn('document', level3, root, { severity: 'information' });
    else yield problemIn('alone', level3, root);
  },
});
