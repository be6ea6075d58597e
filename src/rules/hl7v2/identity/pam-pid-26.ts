import { defineRule } from '../../../core/index.js';
import type { Field, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const TWO_LETTERS = /^[A-Za-z]{2}$/;
const THREE_LETTERS = /^[A-Za-z]{3}$/;

export const pamPid26 = defineRule<Hl7v2Message, Hl7v2Context, 'alone' | 'noSystem'>({
  id: 'PAM-PID-26',
  subject: 'hl7v2/message',
  title: {
    fr: 'La nationalité est codée sur trois lettres',
    en: 'The citizenship is coded with three letters',
  },
  why: {
    fr: 'Le code par défaut est à trois lettres ; un code à deux lettres seul, ou sans système de codage, se confond avec d’autres listes.',
    en: 'The default code has three letters; a two-letter code alone, or without coding system, is mixed up with other lists.',
  },
  repair: {
    fr: 'Envoyez le code ISO 3166 à trois lettres (FRA) ; si un partenaire veut aussi deux lettres, ajoutez-les en répétition avec leur système de codage.',
    en: 'Send the three-letter ISO 3166 code (FRA); if a partner also wants two letters, add them as a repetition with their coding system.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.13')],
  hl7Error: '103',
  messages: {
    alone: {
      fr: '{path} : « {found} » est un code à deux lettres, sans code à trois lettres à côté ; attendu par exemple {expected}. Remplacez-le.',
      en: '{path}: "{found}" is a two-letter code with no three-letter code beside it; expected for instance {expected}. Replace it.',
    },
    noSystem: {
      fr: '{path} est vide : le système de codage du code à deux lettres « {code} » est attendu. Nommez-le en troisième composant.',
      en: '{path} is empty: the coding system of the two-letter code "{code}" is expected. Name it in the third component.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => patient.field(26).isValued),
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(26);
      for (const citizenship of field.repetitions) {
        const code = citizenship.component(1);
        if (!TWO_LETTERS.test(code.raw)) continue;
        const system = citizenship.component(3);
        if (!hasThreeLetters(field)) yield problemAt('alone', code, { found: code.text, expected: 'FRA' });
        else if (!system.isValued) yield problemAt('noSystem', system, { data: { code: code.text } });
      }
    }
  },
});

function hasThreeLetters(field: Field): boolean {
  return field.repetitions.some((citizenship) => THREE_LETTERS.test(citizenship.component(1).raw));
}
