import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { isTypedIns } from '../ins/ins.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';
import { encounterSteps, hasEncounters } from './encounter-history.js';

export const pamEncDouble = defineRule<Hl7v2Sequence, Hl7v2Context, 'double'>({
  id: 'PAM-ENC-DOUBLE',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Un patient n’a pas deux fois le même mouvement',
    en: 'A patient does not have the same movement twice',
  },
  why: {
    fr: 'Deux mouvements de même nature, de même responsabilité médicale et à la même heure ne peuvent pas être ordonnés : l’un des deux est en général un renvoi sous un autre identifiant.',
    en: 'Two movements of the same nature, medical responsibility and time cannot be put in order: one of them is usually a message sent again under another id.',
  },
  repair: {
    fr: 'Pour renvoyer un message, gardez MSH-10 et ZBE-1. Pour deux vrais changements simultanés, envoyez-les sous le même ZBE-1, ou datez-les différemment.',
    en: 'To send a message again keep MSH-10 and ZBE-1. For two real changes at one time, send them under the same ZBE-1, or give them different times.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§5.3.4')],
  messages: {
    double: {
      fr: '{path} : un autre mouvement a déjà la même nature ({nature}), la même UF médicale et la même date pour ce patient.',
      en: '{path}: another movement already has the same nature ({nature}), medical unit and date for this patient.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    const known = new Map<string, string>();
    const keys = new Map<string, string>();
    for (const { message, movementId, cancels, inserts, evidenceId } of encounterSteps(sequence, context)) {
      if (cancels) known.delete(keys.get(movementId) ?? '');
      const key = inserts && movementId !== '' ? keyOf(message) : undefined;
      if (key === undefined) continue;
      const other = known.get(key);
      if (other !== undefined && other !== movementId) {
        const { nature, zbe } = encounterOf(message);
        if (zbe) yield { ...problemAt('double', zbe.field(1), { data: { nature } }), evidenceId };
      }
      known.set(key, movementId);
      keys.set(movementId, key);
    }
  },
});

/** Undefined when the medical responsibility is not told: nothing can then be compared. */
function keyOf(message: Hl7v2Message): string | undefined {
  const { nature, zbe } = encounterOf(message);
  const unit = zbe?.field(7).component(10).text ?? '';
  const start = zbe?.field(2).text ?? '';
  if (unit === '' || start === '' || nature === '') return undefined;
  const patient = message.field('PID', 3).repetitions.find((identifier) => !isTypedIns(identifier));
  return [patient?.component(1).text, patient?.component(4).text, nature, unit, start].join('|');
}
