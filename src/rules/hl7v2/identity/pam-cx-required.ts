import { defineRule } from '../../../core/index.js';
import type { Field, Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { type ProblemFacts, problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { fieldsOfType } from '../typed-fields.js';

/** PAM §6.20 gives the contents of these fields without an assigning authority. */
const INSURANCE = new Set(['IN1', 'IN2', 'IN3', 'GT1']);

/** PID-3 is left to PAM-PID-3. The fields are those the pack types CX and does not forbid. */
export const pamCxRequired = defineRule<Hl7v2Message, Hl7v2Context, 'noValue' | 'noAuthority'>({
  id: 'PAM-CX-REQUIRED',
  subject: 'hl7v2/message',
  title: {
    fr: 'Chaque identifiant a une valeur et une autorité',
    en: 'Each identifier has a value and an authority',
  },
  why: {
    fr: 'Un numéro de dossier ou de venue sans autorité n’est unique que chez vous : chez le récepteur, il rencontre celui d’un autre site.',
    en: 'An account or visit number without authority is unique only at your site: at the receiver it meets the one of another site.',
  },
  repair: {
    fr: 'Remplissez la valeur (premier composant) et le nom de l’autorité (premier sous-composant du quatrième) : D0001^^^GAM&1.2.250.1.999.1&ISO^AN.',
    en: 'Fill the value (first component) and the name of the authority (first sub-component of the fourth): D0001^^^GAM&1.2.250.1.999.1&ISO^AN.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.1')],
  hl7Error: '101',
  messages: {
    noValue: {
      fr: '{path} est vide ; la valeur de l’identifiant est attendue. Remplissez-la, ou retirez l’identifiant.',
      en: '{path} is empty; the value of the identifier is expected. Fill it, or remove the identifier.',
    },
    noAuthority: {
      fr: '{path} est vide ; le nom de l’autorité d’affectation est attendu. Indiquez qui attribue cet identifiant.',
      en: '{path} is empty; the name of the assigning authority is expected. Say who issues this identifier.',
    },
  },
  *check(message, { profile }) {
    for (const field of fieldsOfType(message, profile, 'CX')) {
      if (isPatientIdentifierList(field)) continue;
      const weight: ProblemFacts = INSURANCE.has(field.segment.name) ? { severity: 'warning' } : {};
      for (const identifier of field.repetitions) yield* problemsOf(identifier, weight);
    }
  },
});

function isPatientIdentifierList(field: Field): boolean {
  return field.position === 3 && field.segment.name === 'PID';
}

function* problemsOf(identifier: Repetition, weight: ProblemFacts) {
  // A whole field of "" deletes the identifier: it needs no authority.
  if (!identifier.isValued || identifier.isNull) return;
  const value = identifier.component(1);
  if (!value.isValued) yield problemAt('noValue', value, weight);
  const authority = identifier.component(4).subcomponent(1);
  if (!authority.isValued) yield problemAt('noAuthority', authority, weight);
}
