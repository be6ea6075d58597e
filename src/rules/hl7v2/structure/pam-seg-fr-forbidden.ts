import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

type Kind = 'race' | 'religion' | 'ethnicGroup';
const PATIENT: readonly (readonly [number, Kind])[] = [
  [10, 'race'],
  [17, 'religion'],
  [22, 'ethnicGroup'],
];
const CONTACT: readonly (readonly [number, Kind])[] = [
  [25, 'religion'],
  [28, 'ethnicGroup'],
  [35, 'race'],
];

export const pamSegFrForbidden = defineRule<Hl7v2Message, Hl7v2Context, Kind>({
  id: 'PAM-SEG-FR-FORBIDDEN',
  subject: 'hl7v2/message',
  title: {
    fr: 'Ni race, ni religion, ni groupe ethnique dans le message',
    en: 'No race, religion or ethnic group in the message',
  },
  why: {
    fr: 'Ces données sont interdites de transmission en France : les envoyer expose l’établissement, et le récepteur devrait les effacer.',
    en: 'These data must not be transmitted in France: sending them exposes the facility, and the receiver would have to erase them.',
  },
  repair: {
    fr: 'Retirez ces champs de l’interface (PID-10, PID-17, PID-22, NK1-25, NK1-28, NK1-35), y compris la valeur "".',
    en: 'Remove these fields from the interface (PID-10, PID-17, PID-22, NK1-25, NK1-28, NK1-35), the value "" included.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.3')],
  french: true,
  messages: {
    race: {
      fr: '{path} porte une race ; un champ vide est attendu en France. Retirez la valeur.',
      en: '{path} holds a race; an empty field is expected in France. Remove the value.',
    },
    religion: {
      fr: '{path} porte une religion ; un champ vide est attendu en France. Retirez la valeur.',
      en: '{path} holds a religion; an empty field is expected in France. Remove the value.',
    },
    ethnicGroup: {
      fr: '{path} porte un groupe ethnique ; un champ vide est attendu en France. Retirez la valeur.',
      en: '{path} holds an ethnic group; an empty field is expected in France. Remove the value.',
    },
  },
  *check(message) {
    for (const patient of message.all('PID')) yield* forbiddenIn(patient, PATIENT);
    for (const contact of message.all('NK1')) yield* forbiddenIn(contact, CONTACT);
  },
});

function* forbiddenIn(segment: Segment, positions: readonly (readonly [number, Kind])[]) {
  for (const [position, kind] of positions) {
    const field = segment.field(position);
    if (field.isValued) yield problemAt(kind, field);
  }
}
