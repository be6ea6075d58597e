import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isValidated, mayTellOrigin } from './ins.js';

export const pamZfd78 = defineRule<Hl7v2Message, Hl7v2Context, 'noDocument'>({
  id: 'PAM-ZFD-7-8',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une identité validée dit quel justificatif a été vu',
    en: 'A validated identity says which document was seen',
  },
  why: {
    fr: 'Une identité n’est validée qu’au vu d’un titre à haut niveau de confiance. Sans ce type, le destinataire ne peut pas défendre le statut qu’il reçoit.',
    en: 'An identity is validated only on sight of a document of high confidence. Without its type the receiver cannot vouch for the status it gets.',
  },
  repair: {
    fr: 'Mettez en ZFD-7 le type du justificatif présenté (CN pour une carte d’identité, PA pour un passeport…) et sa fin de validité en ZFD-8.',
    en: 'Put in ZFD-7 the type of the document shown (CN for an identity card, PA for a passport…) and its end of validity in ZFD-8.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.18.7')],
  messages: {
    noDocument: {
      fr: '{path} est vide alors que PID-32 = VALI. Indiquez le type du justificatif présenté.',
      en: '{path} is empty while PID-32 = VALI. Give the type of the document shown.',
    },
  },
  appliesTo: (message) => mayTellOrigin(message) && message.all('PID').some(isValidated),
  *check(message) {
    const document = message.segment('ZFD').field(7);
    if (!document.isValued) yield problemAt('noDocument', document);
  },
});
