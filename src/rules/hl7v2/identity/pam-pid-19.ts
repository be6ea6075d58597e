import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPid19 = defineRule<Hl7v2Message, Hl7v2Context, 'valued'>({
  id: 'PAM-PID-19',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le champ du numéro de sécurité sociale reste vide',
    en: 'The social security number field stays empty',
  },
  why: {
    fr: 'Un NIR sans autorité ni type ne dit pas s’il est l’INS ou le numéro de facturation : confondre les deux attribue une INS non vérifiée.',
    en: 'A NIR without authority and type does not say whether it is the INS or the billing number: mixing them up assigns an unverified INS.',
  },
  repair: {
    fr: 'Retirez PID-19 ; envoyez l’INS dans PID-3 (type INS) si l’identité est qualifiée, le NIR de facturation dans PID-3 (type NH).',
    en: 'Remove PID-19; send the INS in PID-3 (type INS) if the identity is qualified, the billing NIR in PID-3 (type NH).',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.10')],
  messages: {
    valued: {
      fr: '{path} porte une valeur ; un champ vide est attendu. Déplacez le numéro dans PID-3 avec son autorité et son type.',
      en: '{path} holds a value; an empty field is expected. Move the number to PID-3 with its authority and type.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(19);
      if (field.isValued) yield problemAt('valued', field, { found: field.text });
    }
  },
});
