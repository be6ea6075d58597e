import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';
import { agree } from '../timestamp.js';

/** The two dates may have different precisions: only what both say is compared. */
export const pamPid33A31 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'different'>({
  id: 'PAM-PID-33-A31',
  subject: 'hl7v2/message',
  title: {
    fr: 'Dans A31, la dernière mise à jour est la date de l’événement',
    en: 'In A31 the last update is the date of the event',
  },
  why: {
    fr: 'Le récepteur garde la mise à jour la plus récente d’après PID-33 : une date fausse fait écraser une identité plus récente, ou ignorer la vôtre.',
    en: 'The receiver keeps the latest update by PID-33: a wrong date makes it overwrite a newer identity, or ignore yours.',
  },
  repair: {
    fr: 'Écrivez dans PID-33 la date et l’heure de la modification, la même que dans EVN-6.',
    en: 'Write in PID-33 the date and time of the change, the same as in EVN-6.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    missing: {
      fr: '{path} est vide ; la date de EVN-6 ({expected}) y est attendue. Recopiez-la.',
      en: '{path} is empty; the date of EVN-6 ({expected}) is expected there. Copy it.',
    },
    different: {
      fr: '{path} vaut {found} ; attendu la date de EVN-6, {expected}. Alignez les deux dates.',
      en: '{path} is {found}; expected the date of EVN-6, {expected}. Align the two dates.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && message.event === 'A31' && message.field('EVN', 6).isValued,
  *check(message) {
    const expected = message.field('EVN', 6).component(1).text;
    const field = message.field('PID', 33);
    if (!field.isValued) {
      yield { ...problemAt('missing', field, { expected }), expectedIsPersonal: true };
      return;
    }
    const found = field.component(1).text;
    if (!agree(found, expected)) {
      yield { ...problemAt('different', field, { found, expected }), expectedIsPersonal: true };
    }
  },
});
