import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

const EXPECTED = 'UF';

export const pamZbe78Type = defineRule<Hl7v2Message, Hl7v2Context, 'notUf'>({
  id: 'PAM-ZBE-7-8-TYPE',
  subject: 'hl7v2/message',
  title: {
    fr: 'La responsabilité d’un mouvement est celle d’une unité fonctionnelle',
    en: 'The responsibility of a movement lies with a functional unit',
  },
  why: {
    fr: 'Le destinataire cherche le code de ZBE-7.10 ou ZBE-8.10 parmi les unités fonctionnelles. Un autre type d’organisation n’y sera pas trouvé.',
    en: 'The receiver looks up the code of ZBE-7.10 or ZBE-8.10 among functional units. Another kind of organisation will not be found there.',
  },
  repair: {
    fr: 'Mettez UF en ZBE-7.7 et ZBE-8.7, et le code de l’unité fonctionnelle en ZBE-7.10 et ZBE-8.10.',
    en: 'Put UF in ZBE-7.7 and ZBE-8.7, and the code of the functional unit in ZBE-7.10 and ZBE-8.10.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.7')],
  hl7Error: '103',
  french: true,
  messages: {
    notUf: {
      fr: '{path} vaut « {found} » ; {expected} est attendu.',
      en: '{path} is "{found}"; {expected} is expected.',
    },
  },
  appliesTo: hasMovement,
  *check(message) {
    const { zbe } = encounterOf(message);
    for (const position of [7, 8]) {
      const type = zbe?.field(position).component(7);
      if (!type?.isValued) continue;
      const found = type.text;
      if (found !== EXPECTED) yield problemAt('notUf', type, { found, expected: EXPECTED });
    }
  },
});
