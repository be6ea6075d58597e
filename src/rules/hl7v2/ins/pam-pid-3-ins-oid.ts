import { defineRule, INS_OIDS } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { hasIns, insIdentifiers, isInsOid, isOtherOid, oidOf } from './ins.js';

const EXPECTED = Object.values(INS_OIDS).join(', ');

/** The OID of another known identifier is PAM-PID-3-INS-TYPE's: one mistake, one finding. */
export const pamPid3InsOid = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown'>({
  id: 'PAM-PID-3-INS-OID',
  subject: 'hl7v2/message',
  title: { fr: 'L’INS porte l’un de ses OID', en: 'The INS carries one of its OIDs' },
  why: {
    fr: 'Un matricule sans son OID ne dit pas s’il s’agit d’un NIR ou d’un NIA : le destinataire ne peut ni l’enregistrer ni le transmettre au DMP.',
    en: 'A matricule without its OID does not say whether it is a NIR or a NIA: the receiver can neither store it nor pass it to the DMP.',
  },
  repair: {
    fr: 'Mettez en PID-3.4.2 l’OID que le téléservice INSi a rendu avec le matricule : .8 pour un NIR, .9 pour un NIA, .10 pour un NIR de test, .11 pour un NIR de démonstration.',
    en: 'Put in PID-3.4.2 the OID that INSi returned with the matricule: .8 for a NIR, .9 for a NIA, .10 for a test NIR, .11 for a demonstration NIR.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.1')],
  hl7Error: '103',
  messages: {
    missing: {
      fr: '{path} est vide ; l’un des OID de l’INS est attendu : {expected}.',
      en: '{path} is empty; one of the OIDs of the INS is expected: {expected}.',
    },
    unknown: {
      fr: '{path} vaut {found}, qui n’est pas un OID de l’INS ({expected}). Reprenez celui que l’INSi a rendu.',
      en: '{path} is {found}, which is no OID of the INS ({expected}). Take the one INSi returned.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const ins of insIdentifiers(message)) {
      const oid = oidOf(ins);
      if (isInsOid(oid) || isOtherOid(oid)) continue;
      const element = ins.component(4).subcomponent(2);
      yield oid === ''
        ? problemAt('missing', element, { expected: EXPECTED })
        : problemAt('unknown', element, { found: oid, expected: EXPECTED });
    }
  },
});
