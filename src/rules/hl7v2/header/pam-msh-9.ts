import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { isAcknowledgement } from '../events.js';
import { ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { appendixC, pamFr } from '../sources.js';

/** Excluded and removed events have rules of their own (PAM-MSH-9-A08, PAM-MSH-9-ZOLD). */
export const pamMsh9 = defineRule<Hl7v2Message, Hl7v2Context, 'notAdt' | 'missingEvent' | 'unknownEvent'>({
  id: 'PAM-MSH-9',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le type et l’événement du message font partie du profil',
    en: 'Type and event of the message belong to the profile',
  },
  why: {
    fr: 'Le récepteur décide quoi faire d’après MSH-9 : un type ou un événement inconnu est rejeté (AR) ou ignoré, et l’identité n’est pas mise à jour.',
    en: 'The receiver decides what to do from MSH-9: an unknown type or event is rejected (AR) or ignored, and the identity is not updated.',
  },
  repair: {
    fr: 'Envoyez un message ADT avec un événement de la transaction ITI-30 (A28, A31, A40, A47…) ou ITI-31 (A01, A02, A03…).',
    en: 'Send an ADT message with an event of transaction ITI-30 (A28, A31, A40, A47…) or ITI-31 (A01, A02, A03…).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§2'), appendixC('§C.2.3')],
  hl7Error: '201',
  hl7ErrorOf: { notAdt: '200' },
  messages: {
    notAdt: {
      fr: '{path} : le type est « {found} » ; attendu {expected}. Vérifiez que ce flux est bien celui des identités.',
      en: '{path}: the type is "{found}"; expected {expected}. Check that this is the identity flow.',
    },
    missingEvent: {
      fr: '{path} : l’événement manque ; attendu l’un de {known}. Écrivez par exemple ADT^A28^ADT_A05.',
      en: '{path}: the event is missing; expected one of {known}. Write for instance ADT^A28^ADT_A05.',
    },
    unknownEvent: {
      fr: '{path} : l’événement « {found} » n’est pas dans le profil ; attendu l’un de {known}. Choisissez l’événement qui décrit ce qui s’est passé.',
      en: '{path}: the event "{found}" is not in the profile; expected one of {known}. Choose the event that says what happened.',
    },
  },
  appliesTo: (message) => !isAcknowledgement(message),
  *check(message, { profile }) {
    const field = message.msh.field(9);
    const type = field.component(1);
    if (type.text !== 'ADT') {
      yield problemAt('notAdt', type, { found: type.text, expected: 'ADT' });
      return;
    }
    const event = field.component(2);
    if (event.isEmpty) {
      yield problemAt('missingEvent', event, { data: { known: usableEvents(profile) } });
    } else if (!ownValue(profile.events, event.text)) {
      yield problemAt('unknownEvent', event, { found: event.text, data: { known: usableEvents(profile) } });
    }
  },
});

function usableEvents(profile: Hl7v2Profile): string[] {
  const rows = Object.entries(profile.events);
  return rows.filter(([, row]) => row.usage === 'R' || row.usage === 'O').map(([event]) => event);
}
