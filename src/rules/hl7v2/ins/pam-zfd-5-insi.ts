import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, mayTellOrigin } from './ins.js';

export const pamZfd5Insi = defineRule<Hl7v2Message, Hl7v2Context, 'absent' | 'origin' | 'date'>({
  id: 'PAM-ZFD-5-INSI',
  subject: 'hl7v2/message',
  title: { fr: 'L’INS dit qu’elle vient de l’INSi, et quand', en: 'The INS says that it comes from INSi, and when' },
  why: {
    fr: 'Seul le téléservice INSi donne une INS utilisable. ZFD-5 et ZFD-6 permettent au destinataire de savoir d’où vient le matricule et s’il faut interroger l’INSi à nouveau.',
    en: 'Only the INSi service gives a usable INS. ZFD-5 and ZFD-6 tell the receiver where the matricule comes from and whether INSi must be asked again.',
  },
  repair: {
    fr: 'Mettez ZFD-5 = INSI et, en ZFD-6, la date et l’heure de la réponse de l’INSi.',
    en: 'Put ZFD-5 = INSI and, in ZFD-6, the date and time of the INSi answer.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.18')],
  messages: {
    absent: {
      fr: 'Le segment ZFD manque alors qu’une INS est transmise. Ajoutez-le avec ZFD-5 = INSI et la date d’interrogation en ZFD-6.',
      en: 'Segment ZFD is missing while an INS is sent. Add it with ZFD-5 = INSI and the date of the query in ZFD-6.',
    },
    origin: {
      fr: '{path} vaut « {found} » alors qu’une INS est transmise ; {expected} est attendu. Vérifiez que l’INS vient bien du téléservice.',
      en: '{path} is "{found}" while an INS is sent; {expected} is expected. Check that the INS does come from the service.',
    },
    date: {
      fr: '{path} est vide ; la date d’interrogation de l’INSi est attendue avec une INS.',
      en: '{path} is empty; the date of the INSi query is expected with an INS.',
    },
  },
  appliesTo: (message) => hasIns(message) && mayTellOrigin(message),
  *check(message) {
    const zfd = message.first('ZFD');
    if (zfd === undefined) {
      yield problemAt('absent', message.missingSegment('ZFD'));
      return;
    }
    const origin = zfd.field(5);
    const found = origin.text;
    if (found !== 'INSI') yield problemAt('origin', origin, { found, expected: 'INSI' });
    if (!zfd.field(6).isValued) yield problemAt('date', zfd.field(6));
  },
});
