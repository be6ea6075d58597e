import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const ORIGIN = 'ORI';
const DESTINATION = 'DST';

export const pamZfv6 = defineRule<Hl7v2Message, Hl7v2Context, 'type'>({
  id: 'PAM-ZFV-6',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une adresse de ZFV-6 dit si c’est la provenance ou la destination',
    en: 'An address of ZFV-6 says whether it is the origin or the destination',
  },
  why: {
    fr: 'ZFV-6 peut porter deux adresses. Sans le type, le destinataire ne sait pas d’où vient le patient ni où il va.',
    en: 'ZFV-6 may hold two addresses. Without the type the receiver does not know where the patient comes from or goes to.',
  },
  repair: {
    fr: 'Mettez en ZFV-6.7 ORI pour l’établissement de provenance, DST pour celui de destination.',
    en: 'Put in ZFV-6.7 ORI for the place of origin, DST for the destination.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.16.6')],
  hl7Error: '103',
  french: true,
  messages: {
    type: {
      fr: '{path} vaut « {found} » ; {expected} est attendu.',
      en: '{path} is "{found}"; {expected} is expected.',
    },
  },
  appliesTo: (message) => message.first('ZFV')?.field(6).isValued ?? false,
  *check(message) {
    for (const address of message.segment('ZFV').field(6).repetitions) {
      if (!address.isValued || address.isNull) continue;
      const type = address.component(7);
      const found = type.text;
      if (found === ORIGIN || found === DESTINATION) continue;
      yield problemAt('type', type, { found, expected: `${ORIGIN}, ${DESTINATION}` });
    }
  },
});
