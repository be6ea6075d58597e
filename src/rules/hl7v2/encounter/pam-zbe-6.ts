import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, eventOf, hasMovement } from './encounter.js';

export const pamZbe6 = defineRule<
  Hl7v2Message,
  Hl7v2Context,
  'missing' | 'unexpected' | 'notCancelled' | 'notInserting'
>({
  id: 'PAM-ZBE-6',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une correction ou une annulation nomme l’événement d’origine',
    en: 'A correction or cancel names the original event',
  },
  why: {
    fr: 'Z99 corrige toutes sortes de mouvements et A11 annule A01 comme A04 : ZBE-6 dit lequel. Sans lui, le destinataire ne sait pas quoi défaire.',
    en: 'Z99 corrects all kinds of movements, and A11 cancels A01 as well as A04: ZBE-6 says which. Without it the receiver does not know what to undo.',
  },
  repair: {
    fr: 'Avec UPDATE ou CANCEL, mettez en ZBE-6 l’événement qui a inséré le mouvement. Avec INSERT, laissez ZBE-6 vide.',
    en: 'With UPDATE or CANCEL, put in ZBE-6 the event that inserted the movement. With INSERT, leave ZBE-6 empty.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.6')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide avec l’action {action} ; l’événement qui a inséré le mouvement est attendu.',
      en: '{path} is empty with action {action}; the event that inserted the movement is expected.',
    },
    unexpected: {
      fr: '{path} vaut {found} avec l’action INSERT ; ce champ reste vide pour un mouvement nouveau.',
      en: '{path} is {found} with action INSERT; this field stays empty for a new movement.',
    },
    notCancelled: {
      fr: '{path} vaut {found}, que {event} n’annule pas ; {expected} est attendu.',
      en: '{path} is {found}, which {event} does not cancel; {expected} is expected.',
    },
    notInserting: {
      fr: '{path} vaut {found}, qui n’insère pas de mouvement. Mettez l’événement qui a créé le mouvement à corriger (A01, A02…).',
      en: '{path} is {found}, which inserts no movement. Put the event that created the movement to correct (A01, A02…).',
    },
  },
  appliesTo: hasMovement,
  *check(message, context) {
    const { action, event, original, zbe } = encounterOf(message);
    if (zbe === undefined) return;
    const field = zbe.field(6);
    if (action === 'INSERT') {
      if (original !== '') yield problemAt('unexpected', field, { found: original });
      return;
    }
    if (action !== 'UPDATE' && action !== 'CANCEL') return;
    if (original === '') {
      yield problemAt('missing', field, { data: { action } });
    } else if (action === 'UPDATE') {
      const inserts = ownValue(context.profile.events, original)?.action === 'INSERT';
      if (!inserts) yield problemAt('notInserting', field, { found: original });
    } else {
      const cancels = eventOf(message, context)?.cancels;
      if (cancels === undefined || cancels.includes(original)) return;
      yield problemAt('notCancelled', field, { found: original, expected: cancels.join(', '), data: { event } });
    }
  },
});
