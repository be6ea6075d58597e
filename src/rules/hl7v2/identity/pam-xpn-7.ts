import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { fieldsOfType } from '../typed-fields.js';

/** PID-5 is left to PAM-PID-5. The fields are those the pack types XPN and does not forbid. */
export const pamXpn7 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-XPN-7',
  subject: 'hl7v2/message',
  title: { fr: 'Chaque nom de personne porte son type', en: 'Each name of a person carries its type' },
  why: {
    fr: 'Sans type, le récepteur ne sait pas si le nom d’un contact ou de la mère est celui de naissance ou celui d’usage.',
    en: 'Without a type the receiver cannot tell whether the name of a contact or of the mother is the birth name or the used one.',
  },
  repair: {
    fr: 'Ajoutez le type en septième composant : L naissance, D utilisé, S pseudonyme, U non précisé.',
    en: 'Add the type as seventh component: L birth, D used, S pseudonym, U unspecified.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.10')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; le type du nom est attendu (L, D, S ou U). Ajoutez-le.',
      en: '{path} is empty; the type of the name is expected (L, D, S or U). Add it.',
    },
  },
  *check(message, { profile }) {
    for (const field of fieldsOfType(message, profile, 'XPN')) {
      if (field.position === 5 && field.segment.name === 'PID') continue;
      for (const name of field.repetitions) {
        if (!name.isValued || name.isNull) continue;
        const type = name.component(7);
        if (!type.isValued) yield problemAt('missing', type);
      }
    }
  },
});
