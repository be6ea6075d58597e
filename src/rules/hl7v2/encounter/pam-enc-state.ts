import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterSteps, hasEncounters } from './encounter-history.js';
import { machineOf } from './encounter-machine.js';
import { confirmsPreAdmission } from './pam-enc-a05-a06.js';

/** The machine is the pack's: the document draws none, so the trust is the project's. */
export const pamEncState = defineRule<Hl7v2Sequence, Hl7v2Context, 'illegal' | 'nowhere'>({
  id: 'PAM-ENC-STATE',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Chaque événement est possible dans l’état de la venue',
    en: 'Each event is possible in the state of the visit',
  },
  why: {
    fr: 'Un destinataire range les mouvements d’après l’état de la venue. Un événement impossible (un retour sans départ, une seconde admission) est ignoré sans erreur, et les deux systèmes divergent.',
    en: 'A receiver files movements by the state of the visit. An impossible event (a return without a departure, a second admission) is ignored without an error, and the two systems drift apart.',
  },
  repair: {
    fr: 'Envoyez d’abord l’événement qui manque, ou annulez celui qui est en trop. Pour un mouvement ancien, mettez ZBE-5 = Y. Une nouvelle venue prend un nouveau PV1-19.',
    en: 'Send the missing event first, or cancel the one too many. For an old movement put ZBE-5 = Y. A new visit takes a new PV1-19.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [pamFr('§5.3'), pamFr('§5.4')],
  messages: {
    illegal: {
      fr: '{found} n’est pas attendu après {after} dans cette venue ; événements possibles : {expected}.',
      en: '{found} is not expected after {after} in this visit; possible events: {expected}.',
    },
    nowhere: {
      fr: '{found} n’est attendu dans aucun état avec la classe {patientClass} (PV1-2). Corrigez la classe, ou choisissez l’événement qui lui convient.',
      en: '{found} is expected in no state with class {patientClass} (PV1-2). Correct the class, or choose the event that fits it.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    const machine = machineOf(context.profile);
    if (machine.isEmpty) {
      yield {
        cantTell: {
          fr: 'Le pack ne décrit pas les états d’une venue (encounter.yaml) : ajoutez-les pour que cette règle puisse juger.',
          en: 'The pack does not describe the states of a visit (encounter.yaml): add them so that this rule can judge.',
        },
      };
      return;
    }
    for (const step of encounterSteps(sequence, context)) {
      const { states } = step.venue;
      // A cancelled visit is PAM-ENC-VENUE-REUSE's, a pre-admission confirmed by A06 or A07 PAM-ENC-A05-A06's.
      if (step.legal || machine.isOver(states) || confirmsPreAdmission(step)) continue;
      const { event, patientClass, message, evidenceId } = step;
      const element = message.msh.field(9).component(2);
      const nowhere = machine.next(machine.all, event, patientClass).size === 0;
      const problem = nowhere
        ? problemAt('nowhere', element, { found: event, data: { patientClass } })
        : problemAt('illegal', element, {
            found: event,
            expected: machine.legalEvents(states).join(', '),
            data: { after: step.venue.lastEvent },
          });
      yield { ...problem, evidenceId };
    }
  },
});
