import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isTimestamp } from '../timestamp.js';
import { encounterOf, hasMovement } from './encounter.js';

export const pamZbe2 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notATime'>({
  id: 'PAM-ZBE-2',
  subject: 'hl7v2/message',
  title: { fr: 'Le mouvement a une date et une heure', en: 'The movement has a date and time' },
  why: {
    fr: 'Le destinataire range les mouvements d’une venue par ZBE-2. Sans date juste, le patient apparaît dans la mauvaise unité.',
    en: 'The receiver orders the movements of a visit by ZBE-2. Without a right date the patient appears in the wrong unit.',
  },
  repair: {
    fr: 'Mettez en ZBE-2 la date et l’heure effectives du mouvement, sous la forme AAAAMMJJHHMMSS. Dans une correction ou une annulation, mettez celles du mouvement visé.',
    en: 'Put in ZBE-2 the actual date and time of the movement, as YYYYMMDDHHMMSS. In a correction or a cancel, those of the movement meant.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.2')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; la date et l’heure du mouvement sont attendues (AAAAMMJJHHMMSS).',
      en: '{path} is empty; the date and time of the movement are expected (YYYYMMDDHHMMSS).',
    },
    notATime: {
      fr: '{path} vaut « {found} », qui n’est pas une date HL7 ; la forme AAAAMMJJHHMMSS est attendue.',
      en: '{path} is "{found}", which is no HL7 date; the form YYYYMMDDHHMMSS is expected.',
    },
  },
  appliesTo: hasMovement,
  *check(message) {
    const start = encounterOf(message).zbe?.field(2);
    if (start === undefined) return;
    if (!start.isValued || start.isNull) {
      yield problemAt('missing', start);
      return;
    }
    const found = start.component(1).text;
    if (!isTimestamp(found)) yield problemAt('notATime', start, { found });
  },
});
