import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isTurnedOn } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';

/** Pack parameter `enhancedAcknowledgement`: both sides agreed on the option « Acknowledgement Support ». */
export const pamMsh1516 = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-MSH-15-16',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le mode d’acquittement étendu n’est demandé que s’il est convenu',
    en: 'Enhanced acknowledgement is asked for only when agreed',
  },
  why: {
    fr: 'MSH-15 ou MSH-16 remplis demandent un acquittement de réception (CA, CE, CR) ; un récepteur en mode d’origine ne le donne pas et l’émetteur attend jusqu’au délai.',
    en: 'A valued MSH-15 or MSH-16 asks for a commit acknowledgement (CA, CE, CR); a receiver in original mode gives none and the sender waits until its timeout.',
  },
  repair: {
    fr: 'Laissez MSH-15 et MSH-16 vides ; si les deux côtés ont convenu de l’option, mettez enhancedAcknowledgement à true dans le pack.',
    en: 'Leave MSH-15 and MSH-16 empty; if both sides agreed on the option, set enhancedAcknowledgement to true in the pack.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3')],
  messages: {
    valued: {
      fr: '{path} vaut « {found} » ; un champ vide est attendu (mode d’origine). Videz-le ou convenez du mode étendu.',
      en: '{path} is "{found}"; an empty field is expected (original mode). Empty it or agree on enhanced mode.',
    },
  },
  appliesTo: (_message, context) => !isTurnedOn(context, 'enhancedAcknowledgement'),
  *check(message) {
    for (let position = 15; position <= 16; position++) {
      const field = message.msh.field(position);
      if (field.isValued) yield problemAt('valued', field, { found: field.text });
    }
  },
});
