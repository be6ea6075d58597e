import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { type EncounterStep, encounterSteps, hasEncounters } from './encounter-history.js';

/** The last movement of the visit is its pre-admission, and the event changes a class instead of admitting. */
export function confirmsPreAdmission({ event, inserts, lastMovement, historical }: EncounterStep): boolean {
  if ((event !== 'A06' && event !== 'A07') || !inserts || historical) return false;
  return lastMovement === 'A05';
}

export const pamEncA05A06 = defineRule<Hl7v2Sequence, Hl7v2Context, 'confirmed'>({
  id: 'PAM-ENC-A05-A06',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Une préadmission se confirme par A01 ou A04',
    en: 'A pre-admission is confirmed by A01 or A04',
  },
  why: {
    fr: 'Depuis la version 2.7, A06 et A07 ne confirment plus une préadmission, bien que le tableau de §5.3.5 les montre encore : un destinataire peut laisser le patient « attendu ».',
    en: 'Since version 2.7 A06 and A07 no longer confirm a pre-admission, although the table of §5.3.5 still shows them: a receiver may leave the patient "expected".',
  },
  repair: {
    fr: 'À l’arrivée du patient, envoyez A01 (hospitalisé, séances) ou A04 (externe, urgences), même si la classe diffère de celle de la préadmission.',
    en: 'When the patient arrives send A01 (inpatient, sessions) or A04 (outpatient, emergency), even if the class differs from that of the pre-admission.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§8.5.7 CP-2013-078')],
  messages: {
    confirmed: {
      fr: '{found} suit la préadmission de la même venue ; {expected} est attendu pour confirmer l’arrivée du patient.',
      en: '{found} follows the pre-admission of the same visit; {expected} is expected to confirm that the patient arrived.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    for (const step of encounterSteps(sequence, context)) {
      if (!confirmsPreAdmission(step)) continue;
      const { event, message, evidenceId } = step;
      const expected = event === 'A06' ? 'A01' : 'A04';
      yield { ...problemAt('confirmed', message.msh.field(9).component(2), { found: event, expected }), evidenceId };
    }
  },
});
