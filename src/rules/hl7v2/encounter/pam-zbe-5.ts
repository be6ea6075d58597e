import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

const TABLE = '0136';

export const pamZbe5 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown'>({
  id: 'PAM-ZBE-5',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le mouvement dit s’il est courant ou historique',
    en: 'The movement says whether it is current or historical',
  },
  why: {
    fr: 'Un mouvement historique ne doit pas déplacer le patient aujourd’hui. Sans ZBE-5, le destinataire peut le croire dans l’unité d’hier.',
    en: 'A historical movement must not move the patient today. Without ZBE-5 the receiver may believe the patient in the unit of yesterday.',
  },
  repair: {
    fr: 'Mettez N pour le mouvement courant (le dernier, ou le prochain) et Y pour un mouvement plus ancien.',
    en: 'Put N for the current movement (the last one, or the next) and Y for an older one.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.5')],
  hl7Error: '103',
  messages: {
    missing: { fr: '{path} est vide ; Y ou N est attendu.', en: '{path} is empty; Y or N is expected.' },
    unknown: {
      fr: '{path} vaut « {found} » ; Y (historique) ou N (courant) est attendu.',
      en: '{path} is "{found}"; Y (historical) or N (current) is expected.',
    },
  },
  appliesTo: hasMovement,
  *check(message, context) {
    const table = tableOfField(context, 'ZBE', 5, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    const indicator = encounterOf(message).zbe?.field(5);
    if (indicator === undefined) return;
    const found = indicator.text;
    if (!hasCode(table, found)) yield problemAt(found === '' ? 'missing' : 'unknown', indicator, { found });
  },
});
