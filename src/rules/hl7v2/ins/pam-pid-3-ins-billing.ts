import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr, pamFr } from '../sources.js';

/** Names of the assigning authorities (DT §N.1); the OID does not tell the two apart. */
const BILLING = 'ASIP-SANTE-NIR';
const INS = new Set(['ASIP-SANTE-INS-NIR', 'ASIP-SANTE-INS-NIA']);

export const pamPid3InsBilling = defineRule<Hl7v2Message, Hl7v2Context, 'billingAsIns' | 'insAsBilling'>({
  id: 'PAM-PID-3-INS-BILLING',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le NIR de facturation et l’INS ne sont pas confondus',
    en: 'The billing NIR and the INS are not mixed up',
  },
  why: {
    fr: 'Le NIR de facturation peut être celui de l’assuré, parent de l’enfant soigné. Enregistré comme INS, il rattache les soins à une autre personne.',
    en: 'The billing NIR may be that of the insured person, parent of the child being treated. Stored as an INS it attaches care to another person.',
  },
  repair: {
    fr: 'NIR de facturation : type NH, autorité ASIP-SANTE-NIR. INS : type INS, autorité ASIP-SANTE-INS-NIR ou ASIP-SANTE-INS-NIA, et seulement si elle vient de l’INSi.',
    en: 'Billing NIR: type NH, authority ASIP-SANTE-NIR. INS: type INS, authority ASIP-SANTE-INS-NIR or ASIP-SANTE-INS-NIA, and only if it comes from INSi.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.1'), dataTypesFr('§N.1')],
  messages: {
    billingAsIns: {
      fr: '{path} vaut {found}, l’autorité du NIR de facturation, pour un identifiant de type INS. Vérifiez que ce matricule vient bien de l’INSi.',
      en: '{path} is {found}, the authority of the billing NIR, for an identifier typed INS. Check that this matricule does come from INSi.',
    },
    insAsBilling: {
      fr: '{path} vaut {found}, l’autorité de l’INS, pour un identifiant de type NH. Mettez ASIP-SANTE-NIR, ou le type INS s’il s’agit de l’INS.',
      en: '{path} is {found}, the authority of the INS, for an identifier typed NH. Put ASIP-SANTE-NIR, or the type INS if it is the INS.',
    },
  },
  appliesTo: (message) => message.all('PID').some((pid) => pid.field(3).repetitions.some(isNationalNumber)),
  *check(message) {
    for (const pid of message.all('PID')) {
      for (const identifier of pid.field(3).repetitions) {
        const type = identifier.component(5).raw;
        if (type !== 'INS' && type !== 'NH') continue;
        const authority = identifier.component(4).subcomponent(1);
        const found = authority.text;
        if (type === 'INS' && found === BILLING) yield problemAt('billingAsIns', authority, { found });
        if (type === 'NH' && INS.has(found)) yield problemAt('insAsBilling', authority, { found, expected: BILLING });
      }
    }
  },
});

function isNationalNumber(identifier: Repetition): boolean {
  const type = identifier.component(5).raw;
  return type === 'INS' || type === 'NH';
}
