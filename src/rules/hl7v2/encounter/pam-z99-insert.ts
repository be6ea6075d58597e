import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, eventOf, hasMovement } from './encounter.js';

/** A movement nobody inserted is PAM-Z99-UNKNOWN's: it takes several messages to see it. */
export const pamZ99Insert = defineRule<Hl7v2Message, Hl7v2Context, 'notUpdate'>({
  id: 'PAM-Z99-INSERT',
  subject: 'hl7v2/message',
  title: { fr: 'Z99 corrige, il n’insère ni n’annule', en: 'Z99 corrects, it neither inserts nor cancels' },
  why: {
    fr: 'Z99 n’a qu’un rôle : corriger un mouvement déjà transmis. Avec une autre action, le destinataire crée un doublon ou rejette le message.',
    en: 'Z99 has one role: to correct a movement already sent. With another action the receiver creates a duplicate or rejects the message.',
  },
  repair: {
    fr: 'Mettez UPDATE en ZBE-4. Pour insérer un mouvement, même ancien, envoyez son événement avec ZBE-5 = Y ; pour l’annuler, envoyez l’événement d’annulation.',
    en: 'Put UPDATE in ZBE-4. To insert a movement, even an old one, send its event with ZBE-5 = Y; to cancel it, send the cancel event.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.3.2')],
  hl7Error: '204',
  messages: {
    notUpdate: {
      fr: '{path} vaut « {found} » avec Z99 ; {expected} est attendu.',
      en: '{path} is "{found}" with Z99; {expected} is expected.',
    },
  },
  appliesTo: (message, context) => hasMovement(message) && eventOf(message, context)?.action === 'UPDATE',
  *check(message) {
    const { action, zbe } = encounterOf(message);
    // Nothing at all is PAM-ZBE-4-TABLE's.
    if (zbe === undefined || action === 'UPDATE' || action === '') return;
    yield problemAt('notUpdate', zbe.field(4), { found: action, expected: 'UPDATE' });
  },
});
