import { defineRule } from '../../core/index.js';
import { ansExamples, ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext, type PairHalf } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, saidCode } from './said.js';

export const cdaPair007 = defineRule<CdaPair, PairContext, 'differs'>({
  id: 'CDA-PAIR-007',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés ont le même type de document', en: 'Both halves have the same document type' },
  why: {
    fr: 'Le message et les métadonnées n’annoncent qu’un code : deux codes rangent les moitiés à deux endroits.',
    en: 'The message and the metadata announce one code: two codes file the halves in two places.',
  },
  repair: {
    fr: 'Recopiez code et codeSystem du niveau 1.',
    en: 'Copy code and codeSystem of the level 1.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('OBX-3, OBR-4'), ansExamples('Transmission initiale ORU')],
  messages: {
    differs: {
      fr: '{path} : le code du document vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: the document code is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    if (!level1) return;
    const [left, right] = [typeOf(level1), typeOf(level3)];
    if (agree(left, right)) return;
    yield problemIn('differs', level3, right.node, { found: right.text, expected: left.text });
  },
});

function typeOf({ document }: PairHalf) {
  return saidCode(document.header.code);
}
