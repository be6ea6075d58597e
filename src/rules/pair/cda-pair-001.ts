import { defineRule } from '../../core/index.js';
import { ansFaq, hl7Cda } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair001 = defineRule<CdaPair, PairContext, 'missing' | 'replacesOnly' | 'several'>({
  id: 'CDA-PAIR-001',
  subject: 'cda/pair',
  title: {
    fr: 'Le niveau 3 porte un lien XFRM vers son niveau 1',
    en: 'The level 3 carries an XFRM link to its level 1',
  },
  why: {
    fr: 'C’est par ce lien que le destinataire sait que les deux documents disent la même chose : sans lui, il montre le compte rendu deux fois.',
    en: 'By this link the receiver knows that both documents say the same: without it, the report is shown twice.',
  },
  repair: {
    fr: 'Ajoutez dans le niveau 3 relatedDocument typeCode="XFRM" avec, dans parentDocument/id, l’id du niveau 1. Si votre flux n’emploie pas ce lien, jugez en mode no-xfrm.',
    en: 'Add relatedDocument typeCode="XFRM" to the level 3, with the id of the level 1 in parentDocument/id. If your flow does not use this link, judge in no-xfrm mode.',
  },
  severity: 'error',
  trust: 'project',
  spec: [ansFaq('XFRM'), hl7Cda('relatedDocument')],
  messages: {
    missing: {
      fr: 'Le niveau 3 ne porte aucun relatedDocument de type {expected} (trouvé : {found}).',
      en: 'The level 3 carries no relatedDocument of type {expected} (found: {found}).',
    },
    replacesOnly: {
      fr: 'Le niveau 3 ne porte que {found}. Le CI-SIS n’admet qu’un relatedDocument : c’est accepté si le lien {expected} est porté par les métadonnées XDS, ce qui n’est pas vérifié ici.',
      en: 'The level 3 carries only {found}. CI-SIS admits one relatedDocument: accepted if the XDS metadata carry the {expected} link, which is not checked here.',
    },
    several: {
      fr: 'Le niveau 3 porte {found} liens XFRM ; {expected} seul est attendu.',
      en: 'The level 3 carries {found} XFRM links; only {expected} is expected.',
    },
  },
  appliesTo: (pair, { mode }) => isFull(pair) && mode === 'xfrm',
  *check({ level3 }) {
    const links = linksOf(level3, 'XFRM');
    if (links.length > 1) {
      yield problemIn('several', level3, links[1]?.node, { found: String(links.length), expected: '1' });
    }
    if (links.length > 0) return;
    const [other] = level3.document.header.relatedDocuments;
    const found = other?.typeCode ?? '—';
    const replaces = linksOf(level3, 'RPLC').length > 0;
    yield problemIn(replaces ? 'replacesOnly' : 'missing', level3, other?.node, {
      found,
      expected: 'XFRM',
      ...(replaces && { severity: 'warning' }),
    });
  },
});
