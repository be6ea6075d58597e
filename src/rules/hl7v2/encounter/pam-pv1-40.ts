import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasVisit } from './encounter.js';

export const pamPv140 = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-PV1-40',
  subject: 'hl7v2/message',
  title: { fr: 'L’état du lit est dans PV1-3.5', en: 'The bed status is in PV1-3.5' },
  why: {
    fr: 'L’état du lit accompagne le lit dans PV1-3 ; un destinataire français ne lit pas PV1-40.',
    en: 'The bed status goes with the bed in PV1-3; a French receiver does not read PV1-40.',
  },
  repair: {
    fr: 'Videz PV1-40 et mettez O (occupé) ou U (libre) en PV1-3.5.',
    en: 'Empty PV1-40 and put O (occupied) or U (unoccupied) in PV1-3.5.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.10.17')],
  french: true,
  messages: {
    valued: {
      fr: '{path} vaut « {found} » ; ce champ reste vide en France. Mettez l’état du lit en PV1-3.5.',
      en: '{path} is "{found}"; this field stays empty in France. Put the bed status in PV1-3.5.',
    },
  },
  appliesTo: hasVisit,
  *check(message) {
    const status = encounterOf(message).pv1?.field(40);
    if (status?.isValued) yield problemAt('valued', status, { found: status.text });
  },
});
