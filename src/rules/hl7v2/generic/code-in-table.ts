import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { codeProblem } from './code-problem.js';
import { foreignCodes } from './coded-values.js';
import { hl7 } from './sources.js';

/** Tables of HL7, IHE and users' own packs; those of a national pack belong to PAM-TAB-CLOSED. */
export const codeInTable = defineRule<Hl7v2Message, Hl7v2Context, 'notInTable'>({
  id: 'hl7v2/code-in-table',
  subject: 'hl7v2/message',
  title: { fr: 'Les codes font partie de leur table', en: 'Codes are in their table' },
  why: {
    fr: 'Un code inconnu n’a pas de sens pour le destinataire, qui ne peut ni l’afficher ni agir.',
    en: 'An unknown code means nothing to the receiver, which can neither show it nor act on it.',
  },
  repair: {
    fr: 'Envoyez un des codes de la table.',
    en: 'Send one of the codes of the table.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [hl7('2, tables')],
  hl7Error: '103',
  messages: {
    notInTable: {
      fr: '{path} ({nameFr}) : « {found} » n’est pas dans la table {table}. Codes admis : {expected}',
      en: '{path} ({nameEn}): "{found}" is not in table {table}. Codes allowed: {expected}',
    },
  },
  *check(message, context) {
    for (const foreign of foreignCodes(message, context, { kind: 'closed', national: false })) {
      yield 'cantTell' in foreign ? foreign : codeProblem('notInTable', foreign);
    }
  },
});
