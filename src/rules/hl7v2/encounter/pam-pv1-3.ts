import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';

/** PAM §5.1.1; for Z99 the nature of the movement decides (PAM-ZBE-9-UF). */
const EVENTS: ReadonlySet<string> = new Set([
  'A01',
  'A02',
  'A03',
  'A04',
  'A06',
  'A07',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
  'A21',
  'A22',
  'A25',
  'A26',
  'A27',
]);

/** True for the events on which PV1-3.1 is required whatever the nature of the movement. */
export function needsAccommodation(event: string): boolean {
  return EVENTS.has(event);
}

export const pamPv13 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-PV1-3',
  subject: 'hl7v2/message',
  title: { fr: 'L’unité d’hébergement est transmise', en: 'The accommodation unit is sent' },
  why: {
    fr: 'PV1-3.1 dit où est le patient. Sans elle, les soignants ne le retrouvent pas dans leur liste d’unité.',
    en: 'PV1-3.1 says where the patient is. Without it, care staff do not find the patient in the list of their unit.',
  },
  repair: {
    fr: 'Mettez en PV1-3.1 le code de l’UF d’hébergement en vigueur. Pour A12 et A13, c’est celle qui redevient courante après l’annulation.',
    en: 'Put the code of the accommodation unit in force in PV1-3.1. For A12 and A13 it is the one that becomes current again after the cancel.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.1.1')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; l’UF d’hébergement est attendue avec {event}.',
      en: '{path} is empty; the accommodation unit is expected with {event}.',
    },
  },
  appliesTo: (message) => {
    const { event, pv1 } = encounterOf(message);
    return pv1 !== undefined && needsAccommodation(event);
  },
  *check(message) {
    const { event, pv1 } = encounterOf(message);
    const unit = pv1?.field(3).component(1);
    if (unit && (!unit.isValued || unit.isNull)) yield problemAt('missing', unit, { data: { event } });
  },
});
