import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasVisit } from './encounter.js';

const TABLE = '0004';

export const pamPv12 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown'>({
  id: 'PAM-PV1-2',
  subject: 'hl7v2/message',
  title: { fr: 'La classe du patient est admise en France', en: 'The patient class is allowed in France' },
  why: {
    fr: 'La classe décide du parcours (hospitalisation, urgences, externe, séances) et de la facturation. Les classes internationales B, C et P n’ont pas de sens ici.',
    en: 'The class decides the pathway (inpatient, emergency, outpatient, sessions) and billing. The international classes B, C and P mean nothing here.',
  },
  repair: {
    fr: 'Choisissez I (hospitalisation), E (urgences), O (externe), R (séances), V (télésurveillance), ou N dans un message d’identité.',
    en: 'Choose I (inpatient), E (emergency), O (outpatient), R (sessions), V (remote monitoring), or N in an identity message.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.10.1')],
  hl7Error: '103',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; la classe du patient est attendue ({expected}).',
      en: '{path} is empty; the patient class is expected ({expected}).',
    },
    unknown: {
      fr: '{path} vaut « {found} », classe non admise en France ; {expected} sont admises.',
      en: '{path} is "{found}", a class not allowed in France; {expected} are allowed.',
    },
  },
  appliesTo: hasVisit,
  *check(message, context) {
    const table = tableOfField(context, 'PV1', 2, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    const { patientClass, pv1 } = encounterOf(message);
    if (pv1 === undefined || hasCode(table, patientClass)) return;
    const facts = { found: patientClass, expected: Object.keys(table.codes).join(', ') };
    yield problemAt(patientClass === '' ? 'missing' : 'unknown', pv1.field(2), facts);
  },
});
