import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** PID-19 has its own rule (PAM-PID-19); PID-10, 17 and 22 too (PAM-SEG-FR-FORBIDDEN). */
const FORBIDDEN: readonly (readonly [number, string])[] = [
  [2, 'PID-3'],
  [4, 'PID-3'],
  [9, 'PID-5'],
  [12, 'PID-11'],
  [20, '–'],
  [28, 'PID-26'],
];

export const pamPid3X = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-PID-3-X',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les champs du PID interdits en France sont vides',
    en: 'The PID fields forbidden in France are empty',
  },
  why: {
    fr: 'Ces champs ont un remplaçant dans le profil : une valeur laissée là n’est pas lue, ou contredit celle du champ à jour.',
    en: 'These fields have a successor in the profile: a value left there is not read, or contradicts the one in the current field.',
  },
  repair: {
    fr: 'Videz le champ et portez la donnée dans son remplaçant : PID-3 pour PID-2 et PID-4, PID-5 pour PID-9, PID-11 pour PID-12, PID-26 pour PID-28.',
    en: 'Empty the field and carry the data in its successor: PID-3 for PID-2 and PID-4, PID-5 for PID-9, PID-11 for PID-12, PID-26 for PID-28.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6')],
  french: true,
  messages: {
    valued: {
      fr: '{path} porte « {found} » ; un champ vide est attendu en France. Videz-le (remplaçant : {successor}).',
      en: '{path} holds "{found}"; an empty field is expected in France. Empty it (successor: {successor}).',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      for (const [position, successor] of FORBIDDEN) {
        const field = patient.field(position);
        if (field.isValued) yield problemAt('valued', field, { found: field.text, data: { successor } });
      }
    }
  },
});
