import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf, isAcknowledgement } from '../events.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** Reads the event rows marked `removed`: Z80 to Z89 left the profile with version 2.7. */
export const pamMsh9Zold = defineRule<Hl7v2Message, Hl7v2Context, 'removed'>({
  id: 'PAM-MSH-9-ZOLD',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les anciens événements Z80 à Z89 ne sont plus envoyés',
    en: 'The former events Z80 to Z89 are not sent',
  },
  why: {
    fr: 'Ces événements ont disparu du profil en 2016 (version 2.7) : un récepteur actuel les rejette, et le changement de responsabilité n’est pas enregistré.',
    en: 'These events left the profile in 2016 (version 2.7): a current receiver rejects them, and the change of responsibility is not recorded.',
  },
  repair: {
    fr: 'Remplacez l’événement par A02 (ou A12 pour l’annuler) et dites la nature du changement dans ZBE-9.',
    en: 'Replace the event by A02 (or A12 to cancel it) and give the nature of the change in ZBE-9.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§8.5.7')],
  hl7Error: '201',
  messages: {
    removed: {
      fr: '{path} : l’événement {found} a été retiré du profil ; attendu A02 ou A12 avec ZBE-9. Mettez à jour l’interface.',
      en: '{path}: the event {found} was removed from the profile; expected A02 or A12 with ZBE-9. Update the interface.',
    },
  },
  appliesTo: (message) => !isAcknowledgement(message),
  *check(message, context) {
    if (eventRowOf(message, context)?.usage !== 'removed') return;
    const event = message.msh.field(9).component(2);
    yield problemAt('removed', event, { found: event.text });
  },
});
