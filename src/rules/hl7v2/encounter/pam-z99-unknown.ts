import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, eventOf } from './encounter.js';
import { type EncounterStep, encounterSteps, hasEncounters } from './encounter-history.js';
import { machineOf } from './encounter-machine.js';

/** The part of PAM-Z99-INSERT that takes several messages to see. */
export const pamZ99Unknown = defineRule<Hl7v2Sequence, Hl7v2Context, 'unknown' | 'cancelled'>({
  id: 'PAM-Z99-UNKNOWN',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Z99 corrige un mouvement qui existe',
    en: 'Z99 corrects a movement that exists',
  },
  why: {
    fr: 'Le destinataire doit écarter, avec une erreur, la correction d’un mouvement qu’il ne connaît pas : la correction est perdue.',
    en: 'The receiver must discard, with an error, the correction of a movement it does not know: the correction is lost.',
  },
  repair: {
    fr: 'Mettez en ZBE-1 l’identifiant donné à l’insertion. Si le mouvement n’a jamais été transmis, insérez-le, avec ZBE-5 = Y s’il est ancien.',
    en: 'Put in ZBE-1 the id given at insertion. If the movement was never sent, insert it, with ZBE-5 = Y if it is an old one.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.3.2')],
  hl7Error: '204',
  messages: {
    unknown: {
      fr: '{path} vaut « {found} », mouvement qu’aucun message de cette venue n’a inséré. Vérifiez l’identifiant.',
      en: '{path} is "{found}", a movement that no message of this visit inserted. Check the id.',
    },
    cancelled: {
      fr: '{path} vaut « {found} », mouvement annulé. Insérez un nouveau mouvement au lieu de corriger celui-ci.',
      en: '{path} is "{found}", a cancelled movement. Insert a new movement instead of correcting this one.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    for (const step of encounterSteps(sequence, context)) {
      const { message, movementId, movementIs, evidenceId } = step;
      if (movementId === '' || eventOf(message, context)?.action !== 'UPDATE') continue;
      const id = message.field('ZBE', 1);
      const facts = { found: id.component(1).text };
      if (movementIs === 'cancelled') yield { ...problemAt('cancelled', id, facts), evidenceId };
      else if (movementIs === 'unknown' && sawItAll(step, context))
        yield { ...problemAt('unknown', id, facts), evidenceId };
    }
  },
});

/** The movement must be one that came after the first message seen of this visit. */
function sawItAll({ message, venue }: EncounterStep, { profile }: Hl7v2Context): boolean {
  const { original } = encounterOf(message);
  const machine = machineOf(profile);
  if (venue.openedBy === undefined) return false;
  return original === venue.openedBy || machine.next(machine.initial, original, '').size === 0;
}
