import { defineRule, INS_OIDS } from '../../../core/index.js';
import type { Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { isCarried, isInsOid, isOtherOid, isTypedIns, mayHoldInsOid, oidOf } from './ins.js';

/** An INS under an OID nobody knows is PAM-PID-3-INS-OID's: one mistake, one finding. */
export const pamPid3InsType = defineRule<Hl7v2Message, Hl7v2Context, 'notTypedIns' | 'otherOid'>({
  id: 'PAM-PID-3-INS-TYPE',
  subject: 'hl7v2/message',
  title: { fr: 'Le type INS et l’OID de l’INS vont ensemble', en: 'The type INS and the OID of the INS go together' },
  why: {
    fr: 'Le destinataire reconnaît l’INS à la fois au type (PID-3.5) et à l’OID (PID-3.4.2). S’ils se contredisent, il range le matricule comme un identifiant local, ou un identifiant local comme l’INS.',
    en: 'The receiver knows the INS by both its type (PID-3.5) and its OID (PID-3.4.2). If they disagree it files the matricule as a local identifier, or a local one as the INS.',
  },
  repair: {
    fr: 'Pour l’INS : PID-3.5 = INS avec l’OID .8 (NIR), .9 (NIA) ou .10 (NIR de test). Pour le NIR de facturation : PID-3.5 = NH. Pour l’INS-C : PID-3.5 = INS-C.',
    en: 'For the INS: PID-3.5 = INS with OID .8 (NIR), .9 (NIA) or .10 (test NIR). For the billing NIR: PID-3.5 = NH. For the INS-C: PID-3.5 = INS-C.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.1')],
  hl7Error: '102',
  messages: {
    notTypedIns: {
      fr: '{path} vaut « {found} » alors que l’OID {oid} est celui de l’INS ; {expected} est attendu.',
      en: '{path} is "{found}" while OID {oid} is that of the INS; {expected} is expected.',
    },
    otherOid: {
      fr: '{path} vaut {found}, l’OID d’un autre identifiant, pour un identifiant de type INS. Mettez l’OID du matricule (.8, .9 ou .10), ou corrigez le type en PID-3.5.',
      en: '{path} is {found}, the OID of another identifier, for an identifier typed INS. Put the OID of the matricule (.8, .9 or .10), or correct the type in PID-3.5.',
    },
  },
  appliesTo: (message) => message.all('PID').some((pid) => pid.field(3).repetitions.some(isAboutIns)),
  *check(message) {
    for (const pid of message.all('PID')) {
      for (const identifier of pid.field(3).repetitions) {
        if (!isAboutIns(identifier)) continue;
        const oid = oidOf(identifier);
        const type = identifier.component(5);
        if (isTypedIns(identifier)) {
          const element = identifier.component(4).subcomponent(2);
          if (isOtherOid(oid)) yield problemAt('otherOid', element, { found: oid });
        } else if (!isBillingNir(oid, type.text)) {
          yield problemAt('notTypedIns', type, { found: type.text, expected: 'INS', data: { oid } });
        }
      }
    }
  },
});

function isAboutIns(identifier: Repetition): boolean {
  if (!isTypedIns(identifier) && !(mayHoldInsOid(identifier) && isInsOid(oidOf(identifier)))) return false;
  return isCarried(identifier);
}

/** The NIR used with the assurance maladie shares the OID of the NIR (DT §N.1). */
function isBillingNir(oid: string, type: string): boolean {
  return oid === INS_OIDS.nir && type === 'NH';
}
