import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, isCancel } from './encounter.js';

export const pamPv27 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-PV2-7',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une venue externe dit sa place dans le parcours de soins',
    en: 'An outpatient visit tells its place in the care pathway',
  },
  why: {
    fr: 'La facturation d’une consultation dépend du parcours de soins coordonné. Sans PV2-7, elle est souvent rejetée par la caisse.',
    en: 'The billing of a consultation depends on the coordinated care pathway. Without PV2-7 it is often refused by the insurer.',
  },
  repair: {
    fr: 'Mettez en PV2-7 le code du parcours (TO si le patient est orienté par son médecin traitant, TU en urgence, CS hors coordination…).',
    en: 'Put the code of the pathway in PV2-7 (TO when sent by the attending doctor, TU in emergency, CS out of coordination…).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.11.3')],
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide avec {event} ; l’indicateur de parcours de soins est attendu pour un externe.',
      en: '{path} is empty with {event}; the care pathway indicator is expected for an outpatient.',
    },
  },
  appliesTo: (message, context) => {
    const { event } = encounterOf(message);
    return (event === 'A04' || event === 'A07') && !isCancel(message, context);
  },
  *check(message) {
    const pathway = message.segment('PV2').field(7);
    if (!pathway.isValued) yield problemAt('missing', pathway, { data: { event: encounterOf(message).event } });
  },
});
