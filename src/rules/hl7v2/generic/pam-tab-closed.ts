import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { pamFr } from '../sources.js';
import { codeProblem } from './code-problem.js';
import { foreignCodes } from './coded-values.js';

/** Reference §9.6. Tables that another rule judges (`judgedBy` in the pack) are left to it. */
export const pamTabClosed = defineRule<Hl7v2Message, Hl7v2Context, 'notInTable'>({
  id: 'PAM-TAB-CLOSED',
  subject: 'hl7v2/message',
  title: {
    fr: 'Les codes des tables françaises fermées en font partie',
    en: 'Codes of closed French tables are in them',
  },
  why: {
    fr: 'Une table fermée ne s’étend pas d’un site à l’autre : un code qui n’y est pas n’est compris par aucun destinataire.',
    en: 'A closed table does not grow from site to site: a code that is not in it is understood by no receiver.',
  },
  repair: {
    fr: 'Envoyez un des codes de la table ; adressez le besoin d’un code nouveau à Interop’Santé.',
    en: 'Send one of the codes of the table; bring the need for a new code to Interop’Santé.',
  },
  severity: 'error',
  trust: 'national',
  french: true,
  spec: [pamFr('§6')],
  hl7Error: '103',
  messages: {
    notInTable: {
      fr: '{path} ({nameFr}) : « {found} » n’est pas dans la table {table}, fermée en France. Codes admis : {expected}',
      en: '{path} ({nameEn}): "{found}" is not in table {table}, closed in France. Codes allowed: {expected}',
    },
  },
  *check(message, context) {
    for (const foreign of foreignCodes(message, context, { kind: 'closed', national: true })) {
      yield 'cantTell' in foreign ? foreign : codeProblem('notInTable', foreign);
    }
  },
});
