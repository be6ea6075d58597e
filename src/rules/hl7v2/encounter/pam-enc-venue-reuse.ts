import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterSteps, hasEncounters } from './encounter-history.js';
import { machineOf } from './encounter-machine.js';

export const pamEncVenueReuse = defineRule<Hl7v2Sequence, Hl7v2Context, 'reused'>({
  id: 'PAM-ENC-VENUE-REUSE',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Un numéro de venue annulé ne sert plus',
    en: 'A cancelled visit number is not used again',
  },
  why: {
    fr: 'Le destinataire a effacé ou fermé la venue annulée : un nouveau mouvement sous ce numéro peut être rejeté, ou rattacher au patient des données qui devaient disparaître.',
    en: 'The receiver has removed or closed the cancelled visit: a new movement under this number may be refused, or attach to the patient data that were to disappear.',
  },
  repair: {
    fr: 'Ouvrez la nouvelle venue avec un nouveau PV1-19. PID-18 peut être gardé si l’annulation portait PV1-51 = V.',
    en: 'Open the new visit with a new PV1-19. PID-18 may be kept if the cancel carried PV1-51 = V.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.4.1')],
  messages: {
    reused: {
      fr: '{path} : cette venue a été annulée, et {event} l’emploie à nouveau. Prenez un nouveau numéro de venue.',
      en: '{path}: this visit was cancelled, and {event} uses it again. Take a new visit number.',
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
    for (const { message, event, venue, historical, cancels, evidenceId } of encounterSteps(sequence, context)) {
      // A further cancel undoes a pre-admission that the sequence did not show.
      if (historical || cancels || !machine.isOver(venue.states)) continue;
      const visit = message.field('PV1', 19);
      yield { ...problemAt('reused', visit, { found: visit.component(1).text, data: { event } }), evidenceId };
    }
  },
});
