import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

export const pamZbe3 = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-ZBE-3',
  subject: 'hl7v2/message',
  title: { fr: 'La fin du mouvement n’est pas transmise', en: 'The end of the movement is not sent' },
  why: {
    fr: 'En France, un mouvement finit quand le suivant commence. Une date de fin en ZBE-3 peut contredire le mouvement suivant, et rien ne dit alors laquelle croire.',
    en: 'In France a movement ends when the next one starts. An end date in ZBE-3 may contradict the next movement, and nothing says which to believe.',
  },
  repair: {
    fr: 'Laissez ZBE-3 vide. Pour clore une période, envoyez le mouvement suivant.',
    en: 'Leave ZBE-3 empty. To close a period, send the next movement.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.3')],
  french: true,
  messages: {
    valued: {
      fr: '{path} vaut « {found} » ; ce champ est interdit en France. Videz-le.',
      en: '{path} is "{found}"; this field is forbidden in France. Empty it.',
    },
  },
  appliesTo: hasMovement,
  *check(message) {
    const end = encounterOf(message).zbe?.field(3);
    if (end?.isValued) yield problemAt('valued', end, { found: end.text });
  },
});
