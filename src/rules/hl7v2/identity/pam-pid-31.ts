import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

export const pamPid31 = defineRule<Hl7v2Message, Hl7v2Context, 'several'>({
  id: 'PAM-PID-31',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une identité inconnue n’a qu’un identifiant, provisoire',
    en: 'An unknown identity has one identifier, a temporary one',
  },
  why: {
    fr: 'Plusieurs identifiants disent que le patient est connu : le récepteur risque de rattacher un inconnu à un dossier existant.',
    en: 'Several identifiers say that the patient is known: the receiver may attach an unknown person to an existing record.',
  },
  repair: {
    fr: 'Gardez dans PID-3 le seul identifiant provisoire ; une fois le patient reconnu, retirez Y de PID-31 et fusionnez (A40).',
    en: 'Keep only the temporary identifier in PID-3; once the patient is recognised, remove Y from PID-31 and merge (A40).',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    several: {
      fr: '{path} vaut Y (identité inconnue) mais PID-3 compte {count} identifiants ; un seul est attendu. Retirez les autres, ou Y.',
      en: '{path} is Y (identity unknown) but PID-3 has {count} identifiers; one is expected. Remove the others, or Y.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => patient.field(31).raw === 'Y'),
  *check(message) {
    for (const patient of message.all('PID')) {
      const unknown = patient.field(31);
      if (unknown.raw !== 'Y') continue;
      const count = patient.field(3).repetitions.filter((identifier) => identifier.isValued).length;
      if (count > 1) yield problemAt('several', unknown, { found: 'Y', data: { count } });
    }
  },
});
