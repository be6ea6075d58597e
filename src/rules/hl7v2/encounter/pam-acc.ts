import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const TABLE = '0050';

export const pamAcc = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown'>({
  id: 'PAM-ACC',
  subject: 'hl7v2/message',
  title: { fr: 'Un accident dit sa nature', en: 'An accident tells its kind' },
  why: {
    fr: 'La nature de l’accident décide de la prise en charge (accident du travail, tiers responsable). Sans code connu, la facture part au mauvais débiteur.',
    en: 'The kind of accident decides who pays (work accident, liable third party). Without a known code the bill goes to the wrong payer.',
  },
  repair: {
    fr: 'Mettez en ACC-2 l’un des codes de la table 0050 : P, T, D, S, J, C, L, B ou U.',
    en: 'Put one of the codes of table 0050 in ACC-2: P, T, D, S, J, C, L, B or U.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.12')],
  hl7Error: '101',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; la nature de l’accident est attendue ({expected}).',
      en: '{path} is empty; the kind of accident is expected ({expected}).',
    },
    unknown: {
      fr: '{path} vaut « {found} » ; l’un de ces codes est attendu : {expected}.',
      en: '{path} is "{found}"; one of these codes is expected: {expected}.',
    },
  },
  appliesTo: (message) => message.first('ACC') !== undefined,
  *check(message, context) {
    const table = tableOfField(context, 'ACC', 2, TABLE);
    if (table === undefined) {
      yield missingTable(TABLE);
      return;
    }
    for (const acc of message.all('ACC')) {
      const code = acc.field(2).component(1);
      const found = code.text;
      if (hasCode(table, found)) continue;
      const expected = Object.keys(table.codes).join(', ');
      yield problemAt(found === '' ? 'missing' : 'unknown', acc.field(2), { found, expected });
    }
  },
});
