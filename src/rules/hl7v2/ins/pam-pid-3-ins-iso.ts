import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { hasIns, insIdentifiers } from './ins.js';

export const pamPid3InsIso = defineRule<Hl7v2Message, Hl7v2Context, 'notIso'>({
  id: 'PAM-PID-3-INS-ISO',
  subject: 'hl7v2/message',
  title: { fr: 'L’OID de l’INS est déclaré ISO', en: 'The OID of the INS is declared ISO' },
  why: {
    fr: 'PID-3.4.3 dit comment lire PID-3.4.2. Sans « ISO », un destinataire ne sait pas que c’est un OID et peut ignorer l’autorité.',
    en: 'PID-3.4.3 says how to read PID-3.4.2. Without "ISO" a receiver does not know that it is an OID, and may ignore the authority.',
  },
  repair: { fr: 'Mettez ISO en PID-3.4.3 pour l’INS.', en: 'Put ISO in PID-3.4.3 for the INS.' },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.3')],
  hl7Error: '102',
  messages: {
    notIso: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour l’OID de l’INS.',
      en: '{path} is "{found}"; {expected} is expected for the OID of the INS.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const ins of insIdentifiers(message)) {
      const type = ins.component(4).subcomponent(3);
      const found = type.text;
      if (found !== 'ISO') yield problemAt('notIso', type, { found, expected: 'ISO' });
    }
  },
});
