import { defineRule } from '../../core/index.js';
import { own } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier, toVersion } from './document-facts.js';
import { linksOf } from './links.js';
import { problemIn } from './problem-in.js';

export const cdaPair013 = defineRule<CdaPair, PairContext, 'setId' | 'version'>({
  id: 'CDA-PAIR-013',
  subject: 'cda/pair',
  title: {
    fr: 'setId et versionNumber du lien XFRM sont ceux du niveau 1',
    en: 'setId and versionNumber of the XFRM link are those of the level 1',
  },
  why: {
    fr: 'Ces éléments sont facultatifs ; quand ils contredisent le niveau 1, le destinataire ne sait plus quelle version est transformée.',
    en: 'These elements are optional; when they contradict the level 1, the receiver no longer knows which version was transformed.',
  },
  repair: {
    fr: 'Recopiez setId et versionNumber du niveau 1 dans parentDocument, ou retirez-les.',
    en: 'Copy setId and versionNumber of the level 1 into parentDocument, or remove them.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('cda-n1-n3 §3.2')],
  messages: {
    setId: {
      fr: '{path} vaut « {found} » ; le setId du niveau 1 est « {expected} ».',
      en: '{path} is "{found}"; the setId of the level 1 is "{expected}".',
    },
    version: {
      fr: '{path} vaut « {found} » ; le versionNumber du niveau 1 est « {expected} ».',
      en: '{path} is "{found}"; the versionNumber of the level 1 is "{expected}".',
    },
  },
  appliesTo: (pair) =>
    isFull(pair) && linksOf(pair.level3, 'XFRM').some(({ setId, versionNumber }) => setId || versionNumber),
  *check({ level1, level3 }) {
    if (!level1) return;
    const { header } = level1.document;
    for (const { setId, versionNumber } of linksOf(level3, 'XFRM')) {
      if (setId && !isSame(setId, header.setId)) {
        const facts = { found: tellIdentifier(setId), expected: tellIdentifier(header.setId) };
        yield problemIn('setId', level3, setId.node, facts);
      }
      const own = header.versionNumber?.value;
      if (versionNumber && toVersion(versionNumber.value) !== toVersion(own)) {
        yield problemIn('version', level3, versionNumber.node, {
          found: versionNumber.value ?? '—',
          expected: own ?? '—',
        });
      }
    }
  },
});
