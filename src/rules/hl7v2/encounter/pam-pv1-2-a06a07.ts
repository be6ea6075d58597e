import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { type EncounterStep, encounterSteps, hasEncounters } from './encounter-history.js';
import { confirmsPreAdmission } from './pam-enc-a05-a06.js';

export const pamPv12A06a07 = defineRule<Hl7v2Sequence, Hl7v2Context, 'otherEvent' | 'unchanged'>({
  id: 'PAM-PV1-2-A06A07',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Un changement de classe suit la matrice A06 / A07',
    en: 'A change of class follows the A06 / A07 matrix',
  },
  why: {
    fr: 'A06 mène à l’hospitalisation, A07 à l’externe ou aux urgences : avec le mauvais événement, le destinataire change le patient de parcours à contresens.',
    en: 'A06 leads to hospitalisation, A07 to outpatient or emergency: with the wrong event the receiver moves the patient the wrong way.',
  },
  repair: {
    fr: 'Prenez l’événement de la matrice de PAM FR §5.3.5 pour la classe de départ et celle d’arrivée (PV1-2). Sans changement de classe, envoyez A02.',
    en: 'Take the event of the matrix of PAM FR §5.3.5 for the class before and the class after (PV1-2). Without a change of class send A02.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§5.3.5')],
  messages: {
    otherEvent: {
      fr: '{found} fait passer la venue de la classe {from} à la classe {to} ; {expected} est attendu.',
      en: '{found} moves the visit from class {from} to class {to}; {expected} is expected.',
    },
    unchanged: {
      fr: '{found} laisse la venue dans la classe {to} : ce n’est pas un changement de classe. Mettez la nouvelle classe en PV1-2, ou envoyez A02.',
      en: '{found} leaves the visit in class {to}: this is no change of class. Put the new class in PV1-2, or send A02.',
    },
  },
  appliesTo: hasEncounters,
  *check(sequence, context) {
    const { classChanges } = context.profile;
    const events = new Set(Object.values(classChanges).flatMap((row) => Object.values(row)));
    if (events.size === 0) {
      yield {
        cantTell: {
          fr: 'Le pack ne donne pas la matrice des changements de classe (encounter.yaml) : ajoutez-la pour que cette règle puisse juger.',
          en: 'The pack does not give the matrix of class changes (encounter.yaml): add it so that this rule can judge.',
        },
      };
      return;
    }
    for (const step of encounterSteps(sequence, context)) {
      const { event, message, patientClass: to, venue, evidenceId } = step;
      const row = changesClass(step, events) ? ownValue(classChanges, venue.patientClass) : undefined;
      // A class outside the matrix (V) goes with anything: the document says nothing about it.
      if (row === undefined || ownValue(classChanges, to) === undefined) continue;
      const expected = ownValue(row, to);
      if (expected === event) continue;
      const element = message.msh.field(9).component(2);
      const facts = { found: event, data: { from: venue.patientClass, to } };
      const problem = expected
        ? problemAt('otherEvent', element, { ...facts, expected })
        : problemAt('unchanged', element, facts);
      yield { ...problem, evidenceId };
    }
  },
});

/**
 * A cancel leads back to the class before, whatever the matrix says; a pre-admission confirmed this way is
 * PAM-ENC-A05-A06's.
 */
function changesClass(step: EncounterStep, events: ReadonlySet<string>): boolean {
  const { event, inserts, historical, venue, patientClass } = step;
  if (confirmsPreAdmission(step)) return false;
  return events.has(event) && inserts && !historical && venue.patientClass !== '' && patientClass !== '';
}
