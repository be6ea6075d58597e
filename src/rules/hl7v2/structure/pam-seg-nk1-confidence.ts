import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf } from '../events.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const TRUSTED_PERSON = 'K';

export const pamSegNk1Confidence = defineRule<Hl7v2Message, Hl7v2Context, 'identityMessage'>({
  id: 'PAM-SEG-NK1-CONFIDENCE',
  subject: 'hl7v2/message',
  title: {
    fr: 'La personne de confiance ne passe que par ITI-31',
    en: 'The trusted person travels through ITI-31 only',
  },
  why: {
    fr: 'La personne de confiance est désignée pour un séjour : envoyée avec l’identité, elle resterait attachée au patient au-delà de ce séjour.',
    en: 'The trusted person is appointed for a stay: sent with the identity, that person would stay attached to the patient beyond it.',
  },
  repair: {
    fr: 'Envoyez ce contact avec l’admission ou la préadmission (A01, A04, A05, Z99), et retirez-le des messages A28 et A31.',
    en: 'Send this contact with the admission or pre-admission (A01, A04, A05, Z99), and remove it from A28 and A31 messages.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.9.2')],
  french: true,
  messages: {
    identityMessage: {
      fr: '{path} vaut {found} (personne de confiance) dans un message d’identité {event} ; ce rôle est attendu en ITI-31 seulement. Déplacez ce contact.',
      en: '{path} is {found} (trusted person) in an identity message {event}; this role is expected in ITI-31 only. Move this contact.',
    },
  },
  appliesTo: (message, context) =>
    message.first('NK1') !== undefined && eventRowOf(message, context)?.transaction === 'ITI-30',
  *check(message) {
    for (const contact of message.all('NK1')) {
      const role = contact.field(7).component(1);
      if (role.text !== TRUSTED_PERSON) continue;
      yield problemAt('identityMessage', role, { found: TRUSTED_PERSON, data: { event: message.event } });
    }
  },
});
