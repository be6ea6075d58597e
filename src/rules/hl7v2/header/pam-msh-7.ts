import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';
import { isTimestamp } from '../timestamp.js';

export const pamMsh7 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notATimestamp'>({
  id: 'PAM-MSH-7',
  subject: 'hl7v2/message',
  title: { fr: 'Le message porte sa date et son heure', en: 'The message carries its date and time' },
  why: {
    fr: 'La date du message ordonne les flux et sert de preuve : sans elle, un récepteur ne sait pas quel message est le plus récent.',
    en: 'The date of the message orders the flow and serves as proof: without it a receiver cannot tell which message is the latest.',
  },
  repair: {
    fr: 'Écrivez dans MSH-7 la date et l’heure d’émission, par exemple 20260105101500 ou 20260105101500+0100.',
    en: 'Write in MSH-7 the date and time of sending, for instance 20260105101500 or 20260105101500+0100.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [ITI_30],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; la date et l’heure du message sont attendues. Remplissez le champ au moment de l’envoi.',
      en: '{path} is empty; the date and time of the message are expected. Fill the field when sending.',
    },
    notATimestamp: {
      fr: '{path} : « {found} » n’est pas une date HL7 ; forme attendue : {expected}. Retirez les tirets, les deux-points et le « T », et vérifiez le calendrier.',
      en: '{path}: "{found}" is not an HL7 date; expected form: {expected}. Remove dashes, colons and the "T", and check the calendar.',
    },
  },
  *check(message) {
    const field = message.msh.field(7);
    if (!field.isValued) {
      yield problemAt('missing', field);
      return;
    }
    const time = field.component(1);
    const found = time.text;
    if (!isTimestamp(found)) yield problemAt('notATimestamp', time, { found, expected: 'YYYYMMDDHHMMSS[+/-ZZZZ]' });
  },
});
