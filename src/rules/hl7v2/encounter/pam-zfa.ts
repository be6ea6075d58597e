import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const OBSOLETE = [4, 5, 6, 7, 8];
const CODED = [
  [9, 'IHE-FRANCE-ZFA-9'],
  [11, 'IHE-FRANCE-ZFA-11'],
] as const;

export const pamZfa = defineRule<Hl7v2Message, Hl7v2Context, 'obsolete' | 'unknown'>({
  id: 'PAM-ZFA',
  subject: 'hl7v2/message',
  title: {
    fr: 'ZFA suit la version 2.11 de PAM FR',
    en: 'ZFA follows version 2.11 of PAM FR',
  },
  why: {
    fr: 'Depuis Mon espace santé, l’accès de l’établissement n’est plus une autorisation à donner : ZFA-4 à ZFA-8 sont interdits, et ZFA-9 à ZFA-12 disent l’opposition et le consentement.',
    en: 'Since Mon espace santé the access of the hospital is no longer an authorisation to give: ZFA-4 to ZFA-8 are forbidden, and ZFA-9 to ZFA-12 tell opposition and consent.',
  },
  repair: {
    fr: 'Videz ZFA-4 à ZFA-8. Mettez en ZFA-9 : NA, IO ou INO (alimentation) ; en ZFA-11 : NA, INC ou IC (consultation).',
    en: 'Empty ZFA-4 to ZFA-8. Put NA, IO or INO in ZFA-9 (feeding); NA, INC or IC in ZFA-11 (consultation).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.14')],
  hl7Error: '103',
  french: true,
  messages: {
    obsolete: {
      fr: '{path} est renseigné ; ce champ est interdit depuis PAM FR 2.11. Videz-le.',
      en: '{path} is valued; this field is forbidden since PAM FR 2.11. Empty it.',
    },
    unknown: {
      fr: '{path} vaut « {found} » ; l’un de ces codes est attendu : {expected}.',
      en: '{path} is "{found}"; one of these codes is expected: {expected}.',
    },
  },
  appliesTo: (message) => message.first('ZFA') !== undefined,
  *check(message, context) {
    const zfa = message.segment('ZFA');
    for (const position of OBSOLETE) {
      const field = zfa.field(position);
      if (field.isValued) yield problemAt('obsolete', field, { found: field.text });
    }
    for (const [position, id] of CODED) {
      const code = zfa.field(position).component(1);
      if (!code.isValued) continue;
      const table = tableOfField(context, 'ZFA', position, id);
      if (table === undefined) yield missingTable(id);
      else if (!hasCode(table, code.text)) {
        yield problemAt('unknown', code, { found: code.text, expected: Object.keys(table.codes).join(', ') });
      }
    }
  },
});
