import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, insIdentifiers, oidOf } from './ins.js';

export const pamPid3InsDup = defineRule<Hl7v2Message, Hl7v2Context, 'twice'>({
  id: 'PAM-PID-3-INS-DUP',
  subject: 'hl7v2/message',
  title: { fr: 'Une seule INS par OID', en: 'One INS per OID' },
  why: {
    fr: 'Seule la dernière INS connue est transmise. Entre deux matricules de même OID, le destinataire ne peut pas savoir lequel est le bon.',
    en: 'Only the last known INS is sent. Between two matricules of the same OID the receiver cannot know which is right.',
  },
  repair: {
    fr: 'N’envoyez que le dernier matricule rendu par l’INSi. Pour remplacer une INS déjà transmise, utilisez A47 avec l’ancienne en MRG-1. Un NIR et un NIA peuvent coexister.',
    en: 'Send only the last matricule INSi returned. To replace an INS already sent, use A47 with the old one in MRG-1. A NIR and a NIA may stand together.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.1')],
  messages: {
    twice: {
      fr: '{path} : une autre INS porte déjà l’OID {oid} dans ce message. Ne gardez que la dernière connue.',
      en: '{path}: another INS already carries OID {oid} in this message. Keep only the last one known.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    const all = insIdentifiers(message);
    if (all.length < 2) return;
    const before = new Set<string>();
    for (const ins of all) {
      const oid = oidOf(ins);
      const place = `${ins.segment.index} ${oid}`;
      if (!before.has(place)) before.add(place);
      else yield problemAt('twice', ins, { found: ins.component(1).text, data: { oid } });
    }
  },
});
