import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPid5Del = defineRule<Hl7v2Message, Hl7v2Context, 'empty'>({
  id: 'PAM-PID-5-DEL',
  subject: 'hl7v2/message',
  title: {
    fr: 'Un nom utilisé est rempli, ou supprimé par ""',
    en: 'A used name is filled, or deleted by ""',
  },
  why: {
    fr: 'Une répétition D sans nom ni prénom ne dit pas si le nom utilisé a disparu ou si on l’ignore : l’ancien reste au dossier.',
    en: 'A D repetition without family and given name does not say whether the used name is gone or unknown: the old one stays on file.',
  },
  repair: {
    fr: 'Pour supprimer le nom utilisé, écrivez ""^^^^^^D ; sinon remplissez le nom ou le prénom utilisé, ou n’envoyez pas la répétition.',
    en: 'To delete the used name write ""^^^^^^D; otherwise fill the used family or given name, or do not send the repetition.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.2')],
  messages: {
    empty: {
      fr: '{path} : le nom utilisé (type D) est vide ; attendu un nom, un prénom, ou "" pour le supprimer. Complétez le premier composant.',
      en: '{path}: the used name (type D) is empty; expected a family name, a given name, or "" to delete it. Fill the first component.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      for (const name of patient.field(5).repetitions) {
        if (name.component(7).raw !== 'D') continue;
        if (!name.component(1).isValued && !name.component(2).isValued) yield problemAt('empty', name);
      }
    }
  },
});
