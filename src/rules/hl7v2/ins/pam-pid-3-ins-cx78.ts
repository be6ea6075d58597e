import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, insIdentifiers } from './ins.js';

export const pamPid3InsCx78 = defineRule<Hl7v2Message, Hl7v2Context, 'dated'>({
  id: 'PAM-PID-3-INS-CX78',
  subject: 'hl7v2/message',
  title: { fr: 'L’INS ne porte pas de dates de validité', en: 'The INS carries no validity dates' },
  why: {
    fr: 'Seule la dernière INS connue est transmise. Une date ferait croire que l’INS a un historique, et un destinataire pourrait l’écarter comme périmée.',
    en: 'Only the last known INS is sent. A date suggests that the INS has a history, and a receiver might discard it as expired.',
  },
  repair: {
    fr: 'Laissez vides CX-7 et CX-8 de l’INS. La date d’interrogation de l’INSi va dans ZFD-6.',
    en: 'Leave CX-7 and CX-8 of the INS empty. The date of the INSi query goes in ZFD-6.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.1')],
  messages: {
    dated: {
      fr: '{path} vaut {found} ; ce composant reste vide pour l’INS. Supprimez la date.',
      en: '{path} is {found}; this component stays empty for the INS. Remove the date.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const ins of insIdentifiers(message)) {
      if (ins.components.length < 7) continue;
      for (const position of [7, 8]) {
        const date = ins.component(position);
        if (date.isValued) yield problemAt('dated', date, { found: date.text });
      }
    }
  },
});
