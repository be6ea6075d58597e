import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30, pamFr } from '../sources.js';
import { encounterOf, hasVisit, isEncounterEvent } from './encounter.js';

/** Identity messages that carry a PV1 only because HL7 requires one. */
const IDENTITY = new Set(['A28', 'A31']);

export const pamPv12N = defineRule<Hl7v2Message, Hl7v2Context, 'inEncounter' | 'notN' | 'otherFields'>({
  id: 'PAM-PV1-2-N',
  subject: 'hl7v2/message',
  title: {
    fr: 'La classe N est celle des messages d’identité, et d’eux seuls',
    en: 'Class N is that of identity messages, and of them alone',
  },
  why: {
    fr: 'N veut dire « ce message ne parle pas d’une venue ». Ailleurs, ou avec d’autres champs PV1, le destinataire ne sait pas s’il doit ouvrir une venue.',
    en: 'N means "this message is not about a visit". Elsewhere, or with other PV1 fields, the receiver does not know whether to open a visit.',
  },
  repair: {
    fr: 'Dans A28 et A31, envoyez PV1||N et rien d’autre dans PV1. Dans un message de venue, mettez la vraie classe du patient.',
    en: 'In A28 and A31 send PV1||N and nothing else in PV1. In a visit message put the real class of the patient.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.10.11'), ITI_30],
  hl7Error: '102',
  messages: {
    inEncounter: {
      fr: '{path} vaut N avec {event}, un message de venue. Mettez la classe du patient (I, E, O, R ou V).',
      en: '{path} is N with {event}, a visit message. Put the class of the patient (I, E, O, R or V).',
    },
    notN: {
      fr: '{path} vaut « {found} » avec {event}, un message d’identité ; N est attendu.',
      en: '{path} is "{found}" with {event}, an identity message; N is expected.',
    },
    otherFields: {
      fr: '{path} vaut N, mais PV1 porte aussi {fields}. Videz ces champs : une venue se transmet par un autre message.',
      en: '{path} is N, but PV1 also holds {fields}. Empty these fields: a visit is sent by another message.',
    },
  },
  appliesTo: hasVisit,
  *check(message, context) {
    const { event, patientClass, pv1 } = encounterOf(message);
    if (pv1 === undefined) return;
    const element = pv1.field(2);
    const data = { event };
    if (patientClass === 'N') {
      if (isEncounterEvent(message, context)) yield problemAt('inEncounter', element, { found: 'N', data });
      else {
        const fields = otherFields(pv1);
        if (fields.length > 0) yield problemAt('otherFields', element, { found: 'N', data: { fields } });
      }
    } else if (patientClass !== '' && IDENTITY.has(event)) {
      yield problemAt('notN', element, { found: patientClass, expected: 'N', data });
    }
  },
});

/** PV1-1 only numbers the segment. */
function otherFields(pv1: Segment): string[] {
  const fields: string[] = [];
  for (let position = 3; position <= pv1.fieldCount; position++) {
    if (pv1.field(position).isValued) fields.push(`PV1-${position}`);
  }
  return fields;
}
