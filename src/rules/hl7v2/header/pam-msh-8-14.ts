import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

const UNSUPPORTED = [8, 14, 20] as const;

export const pamMsh814 = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-MSH-8-14',
  subject: 'hl7v2/message',
  title: {
    fr: 'MSH-8, MSH-14 et MSH-20 restent vides',
    en: 'MSH-8, MSH-14 and MSH-20 stay empty',
  },
  why: {
    fr: 'PAM ne prévoit ni sécurité applicative, ni message découpé, ni changement de jeu de caractères en cours de message : un récepteur ignore ces champs, ou refuse le message.',
    en: 'PAM foresees no application security, no fragmented message and no change of character set inside a message: a receiver ignores these fields or refuses the message.',
  },
  repair: {
    fr: 'Laissez ces champs vides ; pour la sécurité, comptez sur TLS, et pour le jeu de caractères, sur MSH-18 seul.',
    en: 'Leave these fields empty; rely on TLS for security and on MSH-18 alone for the character set.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    valued: {
      fr: '{path} porte « {found} » ; PAM n’utilise pas ce champ. Laissez-le vide.',
      en: '{path} holds "{found}"; PAM does not use this field. Leave it empty.',
    },
  },
  *check(message) {
    for (const position of UNSUPPORTED) {
      const field = message.msh.field(position);
      if (field.isValued) yield problemAt('valued', field, { found: field.text });
    }
  },
});
