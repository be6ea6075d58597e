import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

const TABLE = 'IHE-FRANCE-ZBE-9';
/** Used by the scenarios of PAM §7.1 though absent from the table. */
const IN_SCENARIOS = new Set(['HM', 'HMC']);

export const pamZbe9 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown' | 'scenario'>({
  id: 'PAM-ZBE-9',
  subject: 'hl7v2/message',
  title: { fr: 'La nature du mouvement est connue', en: 'The nature of the movement is known' },
  why: {
    fr: 'ZBE-9 dit ce qui change : soins, hébergement, responsabilité médicale ou lit. Sans lui, le destinataire ne sait pas quelle unité mettre à jour.',
    en: 'ZBE-9 says what changes: care, accommodation, medical responsibility or bed. Without it the receiver does not know which unit to update.',
  },
  repair: {
    fr: 'Choisissez un code de la table : S, H, M, L, D, SM, SH, MH, LD, HMS, ou C pour une correction de statut. L’ordre des lettres compte.',
    en: 'Choose a code of the table: S, H, M, L, D, SM, SH, MH, LD, HMS, or C for a correction of status. The order of the letters matters.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.9')],
  hl7Error: '103',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; la nature du mouvement est attendue ({expected}).',
      en: '{path} is empty; the nature of the movement is expected ({expected}).',
    },
    unknown: {
      fr: '{path} vaut « {found} » ; l’un de ces codes est attendu : {expected}.',
      en: '{path} is "{found}"; one of these codes is expected: {expected}.',
    },
    scenario: {
      fr: '{path} vaut {found}, employé dans les scénarios de PAM FR mais absent de la table. Préférez MH, ou l’un de ces codes : {expected}.',
      en: '{path} is {found}, used in the scenarios of PAM FR but absent from the table. Prefer MH, or one of these codes: {expected}.',
    },
  },
  appliesTo: hasMovement,
  *check(message, context) {
    const table = tableOfField(context, 'ZBE', 9, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    const { nature, zbe } = encounterOf(message);
    if (zbe === undefined || hasCode(table, nature)) return;
    const facts = { found: nature, expected: Object.keys(table.codes).join(', ') };
    if (nature === '') yield problemAt('missing', zbe.field(9), facts);
    else if (IN_SCENARIOS.has(nature)) yield problemAt('scenario', zbe.field(9), { ...facts, severity: 'warning' });
    else yield problemAt('unknown', zbe.field(9), facts);
  },
});
