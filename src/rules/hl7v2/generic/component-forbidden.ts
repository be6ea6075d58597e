import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { appendixC } from '../sources.js';
import { rowProblem } from './row-problem.js';
import { walkOf } from './walk.js';

export const componentForbidden = defineRule<Hl7v2Message, Hl7v2Context, 'notAllowed'>({
  id: 'hl7v2/component-forbidden',
  subject: 'hl7v2/message',
  title: { fr: 'Les composants interdits restent vides', en: 'Forbidden components stay empty' },
  why: {
    fr: 'Le profil retire ces composants (usage X) : leur valeur est ignorée, ou fait rejeter le message.',
    en: 'The profile takes these components away (usage X): their value is ignored, or gets the message rejected.',
  },
  repair: {
    fr: 'Videz le composant et placez l’information là où le profil la prévoit.',
    en: 'Empty the component and put the information where the profile provides for it.',
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
    for (const { element, plan } of walkOf(message, context.profile).components) {
      if (!plan.isForbidden || !plan.isJudged) continue;
      yield rowProblem('notAllowed', element, plan.row, context, {
        found: element.text,
        expected: '0..0',
        severity: 'error',
      });
    }
  },
});
