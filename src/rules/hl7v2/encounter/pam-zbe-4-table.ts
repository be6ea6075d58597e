import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

const TABLE = 'IHE-FRANCE-ZBE-4';

export const pamZbe4Table = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'shifted' | 'unknown'>({
  id: 'PAM-ZBE-4-TABLE',
  subject: 'hl7v2/message',
  title: { fr: 'L’action du mouvement est connue', en: 'The action of the movement is known' },
  why: {
    fr: 'ZBE-4 dit s’il faut ajouter, corriger ou annuler un mouvement. Un autre mot ne permet aucun des trois.',
    en: 'ZBE-4 says whether to add, correct or cancel a movement. Another word allows none of the three.',
  },
  repair: {
    fr: 'Mettez INSERT pour un mouvement nouveau, UPDATE pour une correction (Z99), CANCEL pour une annulation, en majuscules.',
    en: 'Put INSERT for a new movement, UPDATE for a correction (Z99), CANCEL for a cancel, in capitals.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.4')],
  hl7Error: '103',
  messages: {
    missing: {
      fr: '{path} est vide ; {expected} est attendu.',
      en: '{path} is empty; {expected} is expected.',
    },
    shifted: {
      fr: '{path} est vide et ZBE-5 vaut {action} : les champs qui suivent ZBE-2 sont décalés d’un rang. Retirez le séparateur en trop.',
      en: '{path} is empty and ZBE-5 is {action}: the fields after ZBE-2 are one place too far. Remove the separator too many.',
    },
    unknown: {
      fr: '{path} vaut « {found} » ; l’une des actions suivantes est attendue : {expected}.',
      en: '{path} is "{found}"; one of these actions is expected: {expected}.',
    },
  },
  appliesTo: hasMovement,
  *check(message, context) {
    const table = tableOfField(context, 'ZBE', 4, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    const { action, zbe } = encounterOf(message);
    if (zbe === undefined || hasCode(table, action)) return;
    const expected = Object.keys(table.codes).join(', ');
    const next = zbe.field(5).text;
    if (action === '' && hasCode(table, next)) {
      yield problemAt('shifted', zbe.field(4), { expected, data: { action: next } });
      return;
    }
    yield problemAt(action === '' ? 'missing' : 'unknown', zbe.field(4), { found: action, expected });
  },
});
