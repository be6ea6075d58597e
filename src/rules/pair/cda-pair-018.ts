import { defineRule } from '../../core/index.js';
import { thirdParty } from '../cda/sources.js';
import { type CdaPair, isFull, type PairContext } from './context.js';
import { isSame, tellIdentifier, toVersion } from './document-facts.js';
import { problemIn } from './problem-in.js';
import { replacementsOf } from './replacements.js';

export const cdaPair018 = defineRule<CdaPair, PairContext, 'setId' | 'version'>({
  id: 'CDA-PAIR-018',
  subject: 'cda/pair',
  title: {
    fr: 'Une nouvelle version garde le setId et augmente versionNumber',
    en: 'A new version keeps the setId and raises versionNumber',
  },
  why: {
    fr: 'Le destinataire suit les versions par setId et versionNumber : sans eux, le remplaçant passe pour périmé ou pour un autre document.',
    en: 'The receiver follows versions by setId and versionNumber: without them the replacement looks obsolete, or like another document.',
  },
  repair: {
    fr: 'Recopiez le setId de la version remplacée et augmentez versionNumber d’au moins un.',
    en: 'Copy the setId of the replaced version and raise versionNumber by at least one.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [thirdParty('SC.CDA/INT.18')],
  messages: {
    setId: {
      fr: '{path} : setId vaut « {found} », et « {expected} » dans la version remplacée.',
      en: '{path}: setId is "{found}", and "{expected}" in the replaced version.',
    },
    version: {
      fr: '{path} : versionNumber vaut « {found} » ; plus que « {expected} », celui de la version remplacée, est attendu.',
      en: '{path}: versionNumber is "{found}"; more than "{expected}", that of the replaced version, is expected.',
    },
  },
  appliesTo: (pair) => isFull(pair) && [...replacementsOf(pair)].length > 0,
  *check(pair) {
    for (const { half, link, parent } of replacementsOf(pair)) {
      const { setId, versionNumber } = half.document.header;
      // The document itself is the better witness; its new version may repeat it.
      const before = {
        setId: parent?.setId ?? link.setId,
        version: parent?.version ?? toVersion(link.versionNumber?.value),
      };
      if (before.setId && !isSame(setId, before.setId)) {
        const facts = { found: tellIdentifier(setId), expected: tellIdentifier(before.setId) };
        yield problemIn('setId', half, setId?.node, facts);
      }
      // Without the replaced version, its number is at least 1.
      const least = before.version ?? 1;
      const version = toVersion(versionNumber?.value);
      if (version === undefined || version <= least) {
        const facts = { found: versionNumber?.value ?? '—', expected: String(least) };
        yield problemIn('version', half, versionNumber?.node, facts);
      }
    }
  },
});
