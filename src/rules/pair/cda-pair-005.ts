import { defineRule } from '../../core/index.js';
import { own, thirdParty } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier } from './document-facts.js';
import { problemIn } from './problem-in.js';

export const cdaPair005 = defineRule<CdaPair, PairContext, 'shared'>({
  id: 'CDA-PAIR-005',
  subject: 'cda/pair',
  title: { fr: 'Chaque moitié a son propre setId', en: 'Each half has a setId of its own' },
  why: {
    fr: 'Un destinataire qui reçoit le même setId avec un numéro de version égal tient le document pour périmé et ne l’intègre pas.',
    en: 'A receiver that gets the same setId with an equal version number takes the document as obsolete and does not integrate it.',
  },
  repair: {
    fr: 'Donnez à chaque moitié un setId qui la suit de version en version.',
    en: 'Give each half a setId that follows it from version to version.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [thirdParty('SC.CDA/INT.18'), own('cda-n1-n3 §3.3')],
  messages: {
    shared: {
      fr: '{path} vaut « {found} », comme le setId du niveau 1.',
      en: '{path} is "{found}", like the setId of the level 1.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    const { setId } = level3.document.header;
    if (setId && isSame(setId, level1?.document.header.setId)) {
      yield problemIn('shared', level3, setId.node, { found: tellIdentifier(setId) });
    }
  },
});
