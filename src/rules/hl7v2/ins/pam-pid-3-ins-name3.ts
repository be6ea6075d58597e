import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { birthNameOf, hasIns, insBearers } from './ins.js';

export const pamPid3InsName3 = defineRule<Hl7v2Message, Hl7v2Context, 'notFirst'>({
  id: 'PAM-PID-3-INS-NAME3',
  subject: 'hl7v2/message',
  title: {
    fr: 'La liste des prénoms commence par le premier prénom',
    en: 'The list of given names starts with the first given name',
  },
  why: {
    fr: 'PID-5.3 est la liste complète rendue par l’INSi, et non « les autres prénoms » d’HL7. Si le premier prénom n’y est pas, la comparaison des traits échoue.',
    en: 'PID-5.3 is the whole list INSi returned, not the "further given names" of HL7. Without the first given name in it, the comparison of traits fails.',
  },
  repair: {
    fr: 'Mettez en PID-5.3 toute la liste rendue par l’INSi, séparée par des espaces, et en PID-5.2 son premier prénom.',
    en: 'Put in PID-5.3 the whole list INSi returned, separated by spaces, and in PID-5.2 its first given name.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [dataTypesFr('§N.10')],
  messages: {
    notFirst: {
      fr: '{path} vaut « {found} » ; la liste doit commencer par le premier prénom, « {expected} » (PID-5.2).',
      en: '{path} is "{found}"; the list must start with the first given name, "{expected}" (PID-5.2).',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const pid of insBearers(message)) {
      const name = birthNameOf(pid);
      if (name === undefined) continue;
      const first = name.component(2).text;
      const list = name.component(3);
      const found = list.text;
      if (first === '' || found === '' || found === first || found.startsWith(`${first} `)) continue;
      yield { ...problemAt('notFirst', list, { found, expected: first }), expectedIsPersonal: true };
    }
  },
});
