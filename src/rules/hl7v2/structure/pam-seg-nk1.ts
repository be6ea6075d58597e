import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const EVENTS = new Set(['A28', 'A01', 'A04']);

/**
 * The reference makes it a warning « though contacts exist »; no message shows whether they do, so a warning would fall
 * on every valid message without contacts: it is an observation.
 */
export const pamSegNk1 = defineRule<Hl7v2Message, Hl7v2Context, 'absent'>({
  id: 'PAM-SEG-NK1',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les contacts connus accompagnent la création et l’admission',
    en: 'Known contacts come with creation and admission',
  },
  why: {
    fr: 'NK1 est requis s’il est connu : sans lui, la personne à prévenir manque au dossier. Le message ne dit pas si un contact existe, c’est donc une simple observation.',
    en: 'NK1 is required if known: without it the person to notify is missing from the record. The message does not say whether a contact exists, so this is only an observation.',
  },
  repair: {
    fr: 'Si le dossier contient des contacts, envoyez un NK1 pour chacun, avec son identifiant en NK1-33 ; sinon, rien n’est à faire.',
    en: 'If the record holds contacts, send one NK1 for each, with its id in NK1-33; otherwise nothing needs doing.',
  },
  severity: 'information',
  trust: 'national',
  spec: [pamFr('§6.9')],
  messages: {
    absent: {
      fr: '{path} : aucun contact dans ce message {event} ; NK1 est attendu si un contact est connu. Vérifiez dans le dossier d’origine.',
      en: '{path}: no contact in this message {event}; NK1 is expected if a contact is known. Check in the record it comes from.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && EVENTS.has(message.event),
  *check(message) {
    if (message.first('NK1')) return;
    const place = message.missingSegment('NK1', message.first('PID'));
    yield problemAt('absent', place, { data: { event: message.event } });
  },
});
