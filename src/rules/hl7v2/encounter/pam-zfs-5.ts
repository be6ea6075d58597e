import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const REQUIRED = [1, 2, 3, 5, 6];
const ACTIONS = 'IHE-FRANCE-ZBE-4';

export const pamZfs5 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'action'>({
  id: 'PAM-ZFS-5',
  subject: 'hl7v2/message',
  title: {
    fr: 'Un mode légal de soins est complet',
    en: 'A legal mode of care is complete',
  },
  why: {
    fr: 'Les soins sans consentement reposent sur ce mode légal : incomplet, il ne permet ni de retrouver la mesure ni d’en connaître les dates.',
    en: 'Care without consent rests on this legal mode: incomplete, it lets nobody find the measure or know its dates.',
  },
  repair: {
    fr: 'Renseignez ZFS-1 (rang), ZFS-2 (identifiant), ZFS-3 (début), ZFS-5 (INSERT, UPDATE ou CANCEL) et ZFS-6 (mode légal).',
    en: 'Fill ZFS-1 (number), ZFS-2 (id), ZFS-3 (start), ZFS-5 (INSERT, UPDATE or CANCEL) and ZFS-6 (legal mode).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.19')],
  hl7Error: '101',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; ce champ est obligatoire dans un segment ZFS.',
      en: '{path} is empty; this field is mandatory in a ZFS segment.',
    },
    action: {
      fr: '{path} vaut « {found} » ; l’une de ces actions est attendue : {expected}.',
      en: '{path} is "{found}"; one of these actions is expected: {expected}.',
    },
  },
  appliesTo: (message) => message.first('ZFS') !== undefined,
  *check(message, context) {
    const table = tableOfField(context, 'ZFS', 5, ACTIONS);
    if (table === undefined) yield missingTable(ACTIONS);
    for (const zfs of message.all('ZFS')) {
      for (const position of REQUIRED) {
        const field = zfs.field(position);
        if (!field.isValued) yield problemAt('missing', field);
      }
      const action = zfs.field(5);
      if (table === undefined || !action.isValued || hasCode(table, action.text)) continue;
      yield problemAt('action', action, { found: action.text, expected: Object.keys(table.codes).join(', ') });
    }
  },
});
