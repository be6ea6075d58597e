import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { findList } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const ATTRIBUTES = ['HOMA', 'FICT', 'DOUT'];

/** Pack parameter `identityAttributes`: codes of table 0445 that are attributes; without it those of PAM §6.6.15. */
export const pamPid32Attribute = defineRule<Hl7v2Message, Hl7v2Context, 'asStatus'>({
  id: 'PAM-PID-32-ATTRIBUTE',
  subject: 'hl7v2/message',
  title: {
    fr: 'Un attribut d’identité n’est pas employé comme statut',
    en: 'An attribute of the identity is not used as its status',
  },
  why: {
    fr: 'Homonyme, fictive et douteuse s’ajoutent au statut : placés en tête, ils le cachent, et le récepteur ignore si l’identité est validée.',
    en: 'Homonym, fictitious and doubtful come on top of the status: placed first they hide it, and the receiver cannot tell whether the identity is validated.',
  },
  repair: {
    fr: 'Mettez le statut en première répétition et l’attribut après, par exemple PROV~DOUT.',
    en: 'Put the status as first repetition and the attribute after it, for instance PROV~DOUT.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.15')],
  french: true,
  messages: {
    asStatus: {
      fr: '{path} commence par l’attribut {found} ; un statut est attendu en première répétition (PROV, VALI…). Ajoutez-le devant.',
      en: '{path} starts with the attribute {found}; a status is expected as first repetition (PROV, VALI…). Add it in front.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message, context) {
    const attributes = findList(context, 'identityAttributes') ?? ATTRIBUTES;
    for (const patient of message.all('PID')) {
      const { first } = patient.field(32);
      const found = first.text;
      if (attributes.includes(found)) yield problemAt('asStatus', first, { found });
    }
  },
});
