import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { rowProblem } from './row-problem.js';
import { walkOf } from './walk.js';

export const fieldForbidden = defineRule<Hl7v2Message, Hl7v2Context, 'notAllowed'>({
  id: 'hl7v2/field-forbidden',
  subject: 'hl7v2/message',
  title: { fr: 'Les champs interdits restent vides', en: 'Forbidden fields stay empty' },
  why: {
    fr: 'Le profil retire ces champs (usage X) : l’information a une autre place, ou ne doit pas circuler. Un destinataire peut rejeter le message.',
    en: 'The profile takes these fields away (usage X): the information has another place, or must not travel. A receiver may reject the message.',
  },
  repair: {
    fr: 'Videz le champ ; la note de la ligne du pack dit, quand elle existe, où placer l’information.',
    en: 'Empty the field; the note of the pack row says, where there is one, where the information belongs.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.1')],
  messages: {
    notAllowed: {
      fr: '{path} ({nameFr}) est interdit par le profil et contient une valeur',
      en: '{path} ({nameEn}) is forbidden by the profile and holds a value',
    },
  },
  *check(message, context) {
    for (const { element, plan } of walkOf(message, context.profile).fields) {
      if (!plan.isForbidden || !plan.isJudged) continue;
      yield rowProblem('notAllowed', element, plan.row, context, {
        found: element.text,
        expected: '0..0',
        severity: 'error',
      });
    }
  },
});
