import { defineRule } from '../../core/index.js';
import { ansTransport } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier } from './document-facts.js';
import { problemIn } from './problem-in.js';

export const cdaPair004 = defineRule<CdaPair, PairContext, 'same'>({
  id: 'CDA-PAIR-004',
  subject: 'cda/pair',
  title: { fr: 'Chaque moitié a son propre id', en: 'Each half has an id of its own' },
  why: {
    fr: 'Avec le même id, le destinataire tient le second document pour un doublon du premier et le rejette.',
    en: 'With the same id the receiver takes the second document for a duplicate of the first and rejects it.',
  },
  repair: { fr: 'Donnez au niveau 3 un id qui n’a jamais servi.', en: 'Give the level 3 an id that was never used.' },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('acteurs-transactions, note 4')],
  messages: {
    same: {
      fr: '{path} vaut « {found} », comme l’id du niveau 1. Un identifiant propre est attendu.',
      en: '{path} is "{found}", like the id of the level 1. An identifier of its own is expected.',
    },
  },
  appliesTo: isFull,
  *check({ level1, level3 }) {
    const { id } = level3.document.header;
    if (id && isSame(id, level1?.document.header.id)) {
      yield problemIn('same', level3, id.node, { found: tellIdentifier(id) });
    }
  },
});
