import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isTypedIns } from './ins.js';

/**
 * A withdrawn INS is either a downgrade (PROV, PAM §4.4.4) or the removal of a wrong INS, which leaves the status as it
 * was (§4.4.3). The message alone tells them apart only when it says that the traits still come from INSi.
 */
export const pamA47InsStatus = defineRule<Hl7v2Message, Hl7v2Context, 'downgrade' | 'perhaps'>({
  id: 'PAM-A47-INS-STATUS',
  subject: 'hl7v2/message',
  title: { fr: 'Une identité déclassée devient provisoire', en: 'A downgraded identity becomes provisional' },
  why: {
    fr: 'Passer de « qualifiée » à « récupérée » retire l’INS et remet PID-32 à PROV. Si VALI reste, le destinataire croit l’identité toujours vérifiée.',
    en: 'Going from "qualified" to "retrieved" withdraws the INS and sets PID-32 back to PROV. If VALI stays, the receiver takes the identity as still verified.',
  },
  repair: {
    fr: 'Déclassement : mettez PROV en PID-32 dans le même A47. Retrait d’une INS attribuée par erreur : gardez le statut réel de l’identité.',
    en: 'Downgrade: put PROV in PID-32 of the same A47. Removal of an INS given by mistake: keep the real status of the identity.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§4.4.4')],
  messages: {
    downgrade: {
      fr: '{path} vaut « {found} » alors que l’INS est retirée et que les traits viennent de l’INSi (identité récupérée) ; {expected} est attendu.',
      en: '{path} is "{found}" while the INS is withdrawn and the traits come from INSi (retrieved identity); {expected} is expected.',
    },
    perhaps: {
      fr: '{path} vaut « {found} » et l’INS est retirée. C’est juste pour une INS attribuée par erreur ; s’il s’agit d’un déclassement, {expected} est attendu.',
      en: '{path} is "{found}" and the INS is withdrawn. This is right for an INS given by mistake; for a downgrade {expected} is expected.',
    },
  },
  appliesTo: (message) =>
    message.type === 'ADT' && message.event === 'A47' && message.field('PID', 3).repetitions.some(isWithdrawn),
  *check(message) {
    const status = message.field('PID', 32);
    const found = status.text;
    if (status.first.text === 'PROV') return;
    const downgrade = message.field('ZFD', 5).text === 'INSI';
    yield problemAt(downgrade ? 'downgrade' : 'perhaps', status, {
      found,
      expected: 'PROV',
      severity: downgrade ? 'error' : 'information',
    });
  },
});

function isWithdrawn(identifier: Parameters<typeof isTypedIns>[0]): boolean {
  return isTypedIns(identifier) && identifier.component(1).isNull;
}
