import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansTransport, isMdm, transmitsCda } from './transport.js';

/** Versions the part prescribes. */
const ORU_VERSION = '2.5';
const MDM_VERSION = '2.6';

export const cdaMsgVersion = defineRule<Hl7v2Message, Hl7v2Context, 'other'>({
  id: 'CDA-MSG-VERSION',
  subject: 'hl7v2/message',
  title: {
    fr: 'ORU en HL7 2.5, MDM en HL7 2.6',
    en: 'ORU in HL7 2.5, MDM in HL7 2.6',
  },
  why: {
    fr: 'Chaque message a sa version dans le volet de l’ANS ; le destinataire lit les champs d’après elle.',
    en: 'Each message has its version in the ANS part; the receiver reads the fields by it.',
  },
  repair: { fr: 'Mettez 2.5 (ORU) ou 2.6 (MDM) en MSH-12.1.', en: 'Put 2.5 (ORU) or 2.6 (MDM) in MSH-12.1.' },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('MSH-12')],
  hl7Error: '203',
  messages: {
    other: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour ce message.',
      en: '{path} is "{found}"; {expected} is expected for this message.',
    },
  },
  appliesTo: transmitsCda,
  *check(message) {
    const version = message.msh.field(12).component(1);
    const expected = isMdm(message) ? MDM_VERSION : ORU_VERSION;
    if (version.text !== expected) yield problemAt('other', version, { found: version.text, expected });
  },
});
