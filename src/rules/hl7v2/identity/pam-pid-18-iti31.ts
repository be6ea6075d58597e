import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf } from '../events.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** Internationally PID-18 or PV1-19 is enough; France requires both. */
export const pamPid18Iti31 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-PID-18-ITI31',
  subject: 'hl7v2/message',
  title: {
    fr: 'Un message ITI-31 porte le numéro de dossier administratif',
    en: 'An ITI-31 message carries the account number',
  },
  why: {
    fr: 'Venues et mouvements se rattachent au dossier administratif (NDA) : sans PID-18, le séjour ne peut être ni facturé ni regroupé.',
    en: 'Visits and movements hang on the account (NDA): without PID-18 the stay can be neither billed nor grouped.',
  },
  repair: {
    fr: 'Envoyez le NDA dans PID-18, type AN, dès la préadmission ; si votre système n’a qu’un numéro, répétez-le dans PID-18 et PV1-19.',
    en: 'Send the account number in PID-18, type AN, from the pre-admission on; if your system has one number, repeat it in PID-18 and PV1-19.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.9')],
  hl7Error: '101',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide dans un message {event} ; le numéro de dossier (type AN) est attendu. Ajoutez-le.',
      en: '{path} is empty in a message {event}; the account number (type AN) is expected. Add it.',
    },
  },
  appliesTo: (message, context) => {
    const row = eventRowOf(message, context);
    const isUsable = row?.usage === 'R' || row?.usage === 'O';
    return isUsable && row.transaction === 'ITI-31' && message.first('PID') !== undefined;
  },
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(18);
      if (!field.isValued) yield problemAt('missing', field, { data: { event: message.event } });
    }
  },
});
