import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, insBearers, isValidated } from './ins.js';

export const pamPid3InsStatus = defineRule<Hl7v2Message, Hl7v2Context, 'notValidated'>({
  id: 'PAM-PID-3-INS-STATUS',
  subject: 'hl7v2/message',
  title: { fr: 'L’INS accompagne une identité validée', en: 'The INS goes with a validated identity' },
  why: {
    fr: 'Le matricule INS ne circule que pour une identité qualifiée. S’il accompagne une identité provisoire ou récupérée, le destinataire doit l’ignorer, et risque de rattacher des soins à une autre personne s’il ne le fait pas.',
    en: 'The matricule travels only with a qualified identity. With a provisional or retrieved one the receiver must ignore it, and may attach care to another person if it does not.',
  },
  repair: {
    fr: 'Si l’identité est qualifiée, mettez VALI en PID-32. Sinon, retirez la répétition INS de PID-3 (matricule et OID).',
    en: 'If the identity is qualified, put VALI in PID-32. Otherwise remove the INS repetition from PID-3 (matricule and OID).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.15')],
  messages: {
    notValidated: {
      fr: '{path} vaut « {found} » alors que PID-3 porte une INS ; {expected} est attendu. Corrigez le statut, ou retirez l’INS.',
      en: '{path} is "{found}" while PID-3 carries an INS; {expected} is expected. Correct the status, or remove the INS.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const pid of insBearers(message)) {
      const status = pid.field(32);
      if (!isValidated(pid)) yield problemAt('notValidated', status, { found: status.text, expected: 'VALI' });
    }
  },
});
