import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, subjectEventOf } from './encounter.js';

export const pamPv141 = defineRule<Hl7v2Message, Hl7v2Context, 'early'>({
  id: 'PAM-PV1-41',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le statut du dossier n’est donné qu’à la sortie',
    en: 'The account status is given at discharge only',
  },
  why: {
    fr: 'PV1-41 = D clôt le dossier : envoyé trop tôt, il empêche de rattacher les venues suivantes.',
    en: 'PV1-41 = D closes the account: sent too early it prevents later visits from being attached.',
  },
  repair: {
    fr: 'Ne renseignez PV1-41 que dans A03, ou dans un Z99 qui corrige la dernière sortie (ZBE-6 = A03).',
    en: 'Fill PV1-41 only in A03, or in a Z99 that corrects the last discharge (ZBE-6 = A03).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.10.18')],
  french: true,
  messages: {
    early: {
      fr: '{path} vaut « {found} » avec {event} ; ce champ n’est attendu que dans A03, ou Z99 sur A03.',
      en: '{path} is "{found}" with {event}; this field is expected only in A03, or Z99 on A03.',
    },
  },
  appliesTo: (message) => encounterOf(message).pv1?.field(41).isValued ?? false,
  *check(message, context) {
    const { event, pv1 } = encounterOf(message);
    if (pv1 === undefined || subjectEventOf(message, context) === 'A03') return;
    const status = pv1.field(41);
    yield problemAt('early', status, { found: status.text, data: { event } });
  },
});
