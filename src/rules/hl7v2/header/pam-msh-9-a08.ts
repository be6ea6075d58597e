import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf, isAcknowledgement } from '../events.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** Reads the event rows marked `excluded`; A08 is the one of PAM FR 2.11. */
export const pamMsh9A08 = defineRule<Hl7v2Message, Hl7v2Context, 'excluded'>({
  id: 'PAM-MSH-9-A08',
  subject: 'hl7v2/message',
  title: { fr: 'L’événement exclu A08 n’est pas utilisé', en: 'The excluded event A08 is not used' },
  why: {
    fr: 'L’extension française exclut l’option « Maintain Demographics » : un DMN conforme ne traite pas A08, et la correction d’identité ou de mouvement est perdue.',
    en: 'The French extension excludes the option "Maintain Demographics": a conformant receiver does not process A08, and the correction of identity or movement is lost.',
  },
  repair: {
    fr: 'Envoyez A31 pour corriger les traits du patient, Z99 pour corriger un mouvement, A47 pour changer un identifiant.',
    en: 'Send A31 to correct the traits of the patient, Z99 to correct a movement, A47 to change an identifier.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§2.2')],
  hl7Error: '201',
  messages: {
    excluded: {
      fr: '{path} : l’événement {found} est exclu en France ; attendu A31 (identité) ou Z99 (mouvement). Remplacez l’événement selon ce que vous corrigez.',
      en: '{path}: the event {found} is excluded in France; expected A31 (identity) or Z99 (movement). Replace the event according to what you correct.',
    },
  },
  appliesTo: (message) => !isAcknowledgement(message),
  *check(message, context) {
    if (eventRowOf(message, context)?.usage !== 'excluded') return;
    const event = message.msh.field(9).component(2);
    yield problemAt('excluded', event, { found: event.text });
  },
});
