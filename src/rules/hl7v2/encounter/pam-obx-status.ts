import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';

const TABLE = '0085';
/** LOINC codes of PAM §6.21: weight declared, estimated, measured; height measured, estimated. */
const IN_SCOPE = new Set(['3142-7', '8335-2', '3141-9', '3137-7', '8301-4']);
const EXPECTED_CODES = [...IN_SCOPE].join(', ');

export const pamObxStatus = defineRule<Hl7v2Message, Hl7v2Context, 'status' | 'noStatus' | 'code' | 'noCode'>({
  id: 'PAM-OBX-STATUS',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une observation est un poids ou une taille, avec son statut',
    en: 'An observation is a weight or a height, with its status',
  },
  why: {
    fr: 'Le poids et la taille servent aux prescriptions : le destinataire doit savoir si la valeur est mesurée ou estimée, et si elle est validée.',
    en: 'Weight and height serve prescriptions: the receiver must know whether the value was measured or estimated, and whether it is verified.',
  },
  repair: {
    fr: 'Mettez en OBX-3 un code LOINC de poids (3142-7, 8335-2, 3141-9) ou de taille (3137-7, 8301-4), et en OBX-11 R (non validé), F (validé) ou D (à supprimer).',
    en: 'Put a LOINC code of weight (3142-7, 8335-2, 3141-9) or height (3137-7, 8301-4) in OBX-3, and R (not verified), F (verified) or D (to delete) in OBX-11.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.21')],
  hl7Error: '103',
  french: true,
  messages: {
    status: {
      fr: '{path} vaut « {found} » ; l’un de ces statuts est attendu : {expected}.',
      en: '{path} is "{found}"; one of these statuses is expected: {expected}.',
    },
    noStatus: {
      fr: '{path} est vide ; le statut de l’observation est attendu ({expected}).',
      en: '{path} is empty; the status of the observation is expected ({expected}).',
    },
    code: {
      fr: '{path} vaut « {found} », hors du domaine de PAM FR ; {expected} sont attendus. Les autres résultats se transmettent autrement (ORU).',
      en: '{path} is "{found}", outside the scope of PAM FR; {expected} are expected. Other results are sent otherwise (ORU).',
    },
    noCode: {
      fr: '{path} est vide ; le code LOINC de l’observation est attendu ({expected}).',
      en: '{path} is empty; the LOINC code of the observation is expected ({expected}).',
    },
  },
  appliesTo: (message) => message.first('OBX') !== undefined && encounterOf(message).event !== '',
  *check(message, context) {
    const table = tableOfField(context, 'OBX', 11, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    for (const obx of message.all('OBX')) {
      const code = obx.field(3).component(1).text;
      const ofCode = { found: code, expected: EXPECTED_CODES };
      if (!IN_SCOPE.has(code)) yield problemAt(code === '' ? 'noCode' : 'code', obx.field(3), ofCode);
      const status = obx.field(11).text;
      if (hasCode(table, status)) continue;
      const ofStatus = { found: status, expected: Object.keys(table.codes).join(', ') };
      yield problemAt(status === '' ? 'noStatus' : 'status', obx.field(11), ofStatus);
    }
  },
});
