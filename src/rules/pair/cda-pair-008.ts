import { defineRule } from '../../core/index.js';
import { ansExamples } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext, type PairHalf } from './context.js';
import { problemIn } from './problem-in.js';
import { agree, saidIds } from './said.js';

export const cdaPair008 = defineRule<CdaPair, PairContext, 'differs'>({
  id: 'CDA-PAIR-008',
  subject: 'cda/pair',
  title: { fr: 'Les deux moitiés ont le même conservateur', en: 'Both halves have the same custodian' },
  why: {
    fr: 'Le conservateur répond du document : une seule structure garde les deux moitiés.',
    en: 'The custodian answers for the document: one organisation keeps both halves.',
  },
  repair: {
    fr: 'Recopiez l’identifiant de representedCustodianOrganization du niveau 1.',
    en: 'Copy the identifier of representedCustodianOrganization of the level 1.',
  },
  severity: 'error',
  trust: 'project',
  spec: [ansExamples('Transmission initiale ORU')],
  messages: {
    differs: {
      fr: '{path} : l’identifiant du conservateur vaut « {found} », et « {expected} » dans le niveau 1.',
      en: '{path}: the custodian identifier is "{found}", and "{expected}" in the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    if (!level1) return;
    const [left, right] = [custodianOf(level1), custodianOf(level3)];
    if (agree(left, right)) return;
    yield problemIn('differs', level3, right.node, { found: right.text, expected: left.text });
  },
});

function custodianOf({ document }: PairHalf) {
  const id = document.header.custodianId;
  return saidIds(id ? [id] : []);
}
