import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPid5 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'noType' | 'shifted'>({
  id: 'PAM-PID-5',
  subject: 'hl7v2/message',
  title: { fr: 'Le patient a un nom, et chaque nom un type', en: 'The patient has a name, and each name a type' },
  why: {
    fr: 'Sans type, le récepteur ne sait pas s’il lit le nom de naissance ou le nom utilisé, et l’identité INS ne peut pas être comparée.',
    en: 'Without a type the receiver cannot tell the birth name from the used name, and the INS identity cannot be compared.',
  },
  repair: {
    fr: 'Envoyez le nom de naissance avec L en septième composant, et le nom utilisé, s’il existe, avec D : NOM^PRENOM^PRENOMS^^^^L.',
    en: 'Send the birth name with L as seventh component, and the used name, if there is one, with D: NAME^GIVEN^ALL GIVEN^^^^L.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.2')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; le nom du patient est attendu. Envoyez au moins le nom de naissance, type L.',
      en: '{path} is empty; the name of the patient is expected. Send at least the birth name, type L.',
    },
    noType: {
      fr: '{path} est vide ; le type du nom est attendu (L naissance, D utilisé, S pseudonyme, U non précisé). Ajoutez-le en septième composant.',
      en: '{path} is empty; the type of the name is expected (L birth, D used, S pseudonym, U unspecified). Add it as seventh component.',
    },
    shifted: {
      fr: '{path} est vide et « {found} » se trouve dans le huitième composant : il y a un ^ de trop. Attendu : le type en septième composant, la civilité en cinquième.',
      en: '{path} is empty and "{found}" stands in the eighth component: there is one ^ too many. Expected: the type as seventh component, the prefix as fifth.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(5);
      if (!field.isValued) yield problemAt('missing', field);
      for (const name of field.repetitions) {
        const type = name.component(7);
        if (type.isValued || !name.isValued) continue;
        const next = name.component(8).text;
        if (next.length === 1) yield problemAt('shifted', type, { found: next });
        else yield problemAt('noType', type);
      }
    }
  },
});
