import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const NOT_COLLECTED = 'NA';

export const pamZfaDates = defineRule<Hl7v2Message, Hl7v2Context, 'undated'>({
  id: 'PAM-ZFA-DATES',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’opposition et le consentement sont datés',
    en: 'Opposition and consent are dated',
  },
  why: {
    fr: 'Deux systèmes peuvent recueillir des réponses différentes : la date de recueil dit laquelle est la dernière volonté du patient.',
    en: 'Two systems may collect different answers: the date of collection tells which is the last will of the patient.',
  },
  repair: {
    fr: 'Mettez la date de recueil en ZFA-10 (pour ZFA-9) et en ZFA-12 (pour ZFA-11). Elle n’est pas attendue quand l’information n’est pas recueillie (NA).',
    en: 'Put the date of collection in ZFA-10 (for ZFA-9) and ZFA-12 (for ZFA-11). It is not expected when the information was not collected (NA).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.14')],
  french: true,
  messages: {
    undated: {
      fr: '{path} est vide alors que {code} est renseigné ; la date de recueil est attendue.',
      en: '{path} is empty while {code} is valued; the date of collection is expected.',
    },
  },
  appliesTo: (message) => message.first('ZFA') !== undefined,
  *check(message) {
    const zfa = message.segment('ZFA');
    for (const position of [9, 11]) {
      const code = zfa.field(position);
      const date = zfa.field(position + 1);
      if (!code.isValued || code.component(1).text === NOT_COLLECTED || date.isValued) continue;
      yield problemAt('undated', date, { data: { code: code.path } });
    }
  },
});
