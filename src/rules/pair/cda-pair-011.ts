import { defineRule } from '../../core/index.js';
import { ansExamples } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext, type PairHalf } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, saidValue } from './said.js';

export const cdaPair011 = defineRule<CdaPair, PairContext, 'differs'>({
  id: 'CDA-PAIR-011',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés ont le même numéro de version', en: 'Both halves have the same version number' },
  why: {
    fr: 'Les moitiés se remplacent ensemble : un écart de version montre qu’une des deux a été oubliée.',
    en: 'The halves are replaced together: a gap of version shows that one of them was forgotten.',
  },
  repair: {
    fr: 'Faites avancer versionNumber des deux documents à chaque remplacement.',
    en: 'Move versionNumber of both documents forward at each replacement.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ansExamples('Transmission initiale ORU')],
  messages: {
    differs: {
      fr: '{path} : versionNumber vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: versionNumber is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    if (!level1) return;
    const [left, right] = [versionOf(level1), versionOf(level3)];
    if (agree(left, right)) return;
    yield problemIn('differs', level3, right.node, { found: right.text, expected: left.text });
  },
});

function versionOf({ document }: PairHalf) {
  return saidValue(document.header.versionNumber);
}
