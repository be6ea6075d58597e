import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { EventRow } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, eventOf, hasMovement } from './encounter.js';

const ACTIONS = new Set(['INSERT', 'UPDATE', 'CANCEL']);

/** Z99 is PAM-Z99-INSERT's, an unknown action PAM-ZBE-4-TABLE's: one mistake, one finding. */
export const pamZbe4Event = defineRule<Hl7v2Message, Hl7v2Context, 'other'>({
  id: 'PAM-ZBE-4-EVENT',
  subject: 'hl7v2/message',
  title: { fr: 'L’action du mouvement convient à l’événement', en: 'The action of the movement fits the event' },
  why: {
    fr: 'L’événement et ZBE-4 disent la même chose de deux façons. S’ils se contredisent, un destinataire insère le mouvement et un autre l’annule.',
    en: 'The event and ZBE-4 say the same thing in two ways. If they disagree, one receiver inserts the movement and another cancels it.',
  },
  repair: {
    fr: 'INSERT pour un événement d’insertion (A01, A02, A03…), CANCEL pour une annulation (A11, A12, A13…), UPDATE pour Z99 seulement. A06 et A07 prennent CANCEL quand l’un annule l’autre.',
    en: 'INSERT for an inserting event (A01, A02, A03…), CANCEL for a cancel (A11, A12, A13…), UPDATE for Z99 only. A06 and A07 take CANCEL when one cancels the other.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.3.2')],
  hl7Error: '102',
  messages: {
    other: {
      fr: '{path} vaut {found} avec l’événement {event} ; {expected} est attendu. Corrigez l’action, ou choisissez l’événement qui convient.',
      en: '{path} is {found} with event {event}; {expected} is expected. Correct the action, or choose the event that fits.',
    },
  },
  appliesTo: (message, context) => hasMovement(message) && hasOwnAction(eventOf(message, context)),
  *check(message, context) {
    const { action, event, zbe } = encounterOf(message);
    const row = eventOf(message, context);
    if (row === undefined || zbe === undefined || !ACTIONS.has(action) || allows(row, action)) return;
    const expected = row.action ?? '';
    yield problemAt('other', zbe.field(4), { found: action, expected, data: { event } });
  },
});

function hasOwnAction(row: EventRow | undefined): boolean {
  return row?.action === 'INSERT' || row?.action === 'CANCEL';
}

/** An inserting event may also cancel another (A06 and A07). */
function allows(row: EventRow, action: string): boolean {
  return action === row.action || (action === 'CANCEL' && row.cancels !== undefined);
}
