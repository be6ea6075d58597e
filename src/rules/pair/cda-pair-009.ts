import { defineRule } from '../../core/index.js';
import { ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext, type PairHalf } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, saidText } from './said.js';

export const cdaPair009 = defineRule<CdaPair, PairContext, 'differs'>({
  id: 'CDA-PAIR-009',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés ont la même confidentialité', en: 'Both halves have the same confidentiality' },
  why: {
    fr: 'Les métadonnées sont communes aux deux : une moitié moins protégée laisse lire ce que l’autre cache.',
    en: 'The metadata are common to both: a half less protected lets read what the other hides.',
  },
  repair: {
    fr: 'Donnez aux deux documents le même confidentialityCode.',
    en: 'Give both documents the same confidentialityCode.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('profils-messages')],
  messages: {
    differs: {
      fr: '{path} : confidentialityCode vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: confidentialityCode is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    if (!level1) return;
    const [left, right] = [confidentialityOf(level1), confidentialityOf(level3)];
    if (agree(left, right)) return;
    yield problemIn('differs', level3, right.node, { found: right.text, expected: left.text });
  },
});

function confidentialityOf({ document }: PairHalf) {
  const code = document.header.confidentialityCode;
  return saidText(code?.code, code?.node);
}
