import { defineRule } from '../../../core/index.js';
import type { Field, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const BIRTH_NAME = 'L';

/** Waits until every name has a type: which one is missing cannot be told before (PAM-PID-5). */
export const pamPid5L = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-PID-5-L',
  subject: 'hl7v2/message',
  title: { fr: 'Le nom de naissance (type L) est présent', en: 'The birth name (type L) is present' },
  why: {
    fr: 'Le nom de naissance est le premier des traits stricts de l’identité : sans lui, ni rapprochement fiable, ni qualification par INSi.',
    en: 'The birth name is the first strict trait of the identity: without it there is no reliable matching and no qualification by INSi.',
  },
  repair: {
    fr: 'Envoyez toujours une répétition de PID-5 avec le nom de naissance et le type L, même s’il est égal au nom utilisé.',
    en: 'Always send a repetition of PID-5 with the birth name and type L, even when it equals the used name.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.2')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} : les types de nom présents sont {found} ; une répétition de type {expected} est attendue. Ajoutez le nom de naissance.',
      en: '{path}: the name types present are {found}; a repetition of type {expected} is expected. Add the birth name.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => hasOnlyTypedNames(patient.field(5))),
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(5);
      if (!hasOnlyTypedNames(field)) continue;
      if (field.repetitions.some((name) => name.component(7).raw === BIRTH_NAME)) continue;
      const types = field.repetitions.flatMap((name) => (name.isValued ? [name.component(7).text] : []));
      yield problemAt('missing', field, { found: types.join(', '), expected: BIRTH_NAME });
    }
  },
});

function hasOnlyTypedNames(field: Field): boolean {
  return field.isValued && field.repetitions.every((name) => !name.isValued || name.component(7).isValued);
}
