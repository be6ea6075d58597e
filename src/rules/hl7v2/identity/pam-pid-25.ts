import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const POSITIVE_INTEGER = /^0*[1-9]\d*$/;

export const pamPid25 = defineRule<Hl7v2Message, Hl7v2Context, 'alone' | 'singleBirth' | 'notPositive'>({
  id: 'PAM-PID-25',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le rang de naissance n’est donné que pour une naissance multiple',
    en: 'The birth order is given for a multiple birth only',
  },
  why: {
    fr: 'Le rang distingue des jumeaux qui partagent nom, date et lieu de naissance ; rempli pour tous, il ne distingue plus personne.',
    en: 'The order tells apart twins who share name, birth date and place; filled for everyone it tells nobody apart.',
  },
  repair: {
    fr: 'Pour une naissance multiple, mettez Y en PID-24 et le rang (1, 2…) en PID-25 ; pour une naissance simple, laissez PID-25 vide.',
    en: 'For a multiple birth put Y in PID-24 and the order (1, 2…) in PID-25; for a single birth leave PID-25 empty.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.12')],
  hl7Error: '102',
  messages: {
    alone: {
      fr: '{path} vaut « {found} » alors que PID-24 est vide ; un rang n’est attendu qu’avec PID-24 = Y. Videz PID-25, ou mettez Y en PID-24.',
      en: '{path} is "{found}" although PID-24 is empty; an order is expected only with PID-24 = Y. Empty PID-25, or put Y in PID-24.',
    },
    singleBirth: {
      fr: '{path} vaut « {found} » alors que PID-24 vaut « {multiple} » ; un rang n’est attendu qu’avec PID-24 = Y. Videz PID-25, ou mettez Y en PID-24.',
      en: '{path} is "{found}" although PID-24 is "{multiple}"; an order is expected only with PID-24 = Y. Empty PID-25, or put Y in PID-24.',
    },
    notPositive: {
      fr: '{path} vaut « {found} » ; un entier positif est attendu (1, 2…). Corrigez le rang.',
      en: '{path} is "{found}"; a positive integer is expected (1, 2…). Correct the order.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => patient.field(25).isValued),
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(25);
      if (!field.isValued || field.isNull) continue;
      const found = field.text;
      const multiple = patient.field(24).text;
      if (multiple === '') yield problemAt('alone', field, { found });
      else if (multiple !== 'Y') yield problemAt('singleBirth', field, { found, data: { multiple } });
      else if (!POSITIVE_INTEGER.test(found)) yield problemAt('notPositive', field, { found });
    }
  },
});
