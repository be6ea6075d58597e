import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, isTypedIns, isValidated } from './ins.js';

export const pamPid32InsAbsent = defineRule<Hl7v2Message, Hl7v2Context, 'absent'>({
  id: 'PAM-PID-32-INS-ABSENT',
  subject: 'hl7v2/message',
  title: { fr: 'Une identité qualifiée transmet son INS', en: 'A qualified identity sends its INS' },
  why: {
    fr: 'Une identité validée dont les traits viennent de l’INSi est qualifiée. Sans le matricule, le destinataire ne peut ni alimenter le DMP ni retrouver le patient par son INS.',
    en: 'A validated identity whose traits come from INSi is qualified. Without the matricule the receiver can neither feed the DMP nor find the patient by INS.',
  },
  repair: {
    fr: 'Ajoutez l’INS en PID-3, ou corrigez PID-32 ou ZFD-5 si l’identité n’est pas qualifiée.',
    en: 'Add the INS to PID-3, or correct PID-32 or ZFD-5 if the identity is not qualified.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.1')],
  messages: {
    absent: {
      fr: '{path} ne porte pas d’INS alors que PID-32 = VALI et ZFD-5 = INSI. Ajoutez le matricule avec son OID.',
      en: '{path} carries no INS while PID-32 = VALI and ZFD-5 = INSI. Add the matricule with its OID.',
    },
  },
  appliesTo: (message) => message.first('ZFD') !== undefined,
  *check(message) {
    const pid = message.first('PID');
    if (pid === undefined || hasIns(message) || !isValidated(pid)) return;
    if (message.field('ZFD', 5).text !== 'INSI') return;
    // An INS withdrawn on purpose is not a forgotten one.
    if (pid.field(3).repetitions.some(isTypedIns)) return;
    yield problemAt('absent', pid.field(3), { expected: 'INS' });
  },
});
