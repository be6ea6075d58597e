import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isCarried, isTypedIns, oidOf } from './ins.js';

export const pamA47InsDel = defineRule<Hl7v2Message, Hl7v2Context, 'omitted' | 'notNull' | 'noAuthority' | 'unnamed'>({
  id: 'PAM-A47-INS-DEL',
  subject: 'hl7v2/message',
  title: { fr: 'Un A47 retire l’INS sous la forme prévue', en: 'An A47 withdraws the INS in the agreed form' },
  why: {
    fr: 'Pour un destinataire, un champ absent veut dire « ne changez rien ». Sans « "" » à la place du matricule, la mauvaise INS reste attachée au patient.',
    en: 'To a receiver, a field left out means "change nothing". Without "" in place of the matricule, the wrong INS stays attached to the patient.',
  },
  repair: {
    fr: 'En PID-3, écrivez ""^^^ASIP-SANTE-INS-NIR&OID&ISO^INS à côté de l’IPP ; en MRG-1, l’INS retirée avec son OID.',
    en: 'In PID-3 write ""^^^ASIP-SANTE-INS-NIR&OID&ISO^INS next to the IPP; in MRG-1 the withdrawn INS with its OID.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§4.4')],
  hl7Error: '102',
  messages: {
    omitted: {
      fr: '{path} ne dit pas que l’INS de MRG-1 est retirée. Ajoutez une répétition INS dont PID-3.1 vaut "", ou la nouvelle INS si elle est remplacée.',
      en: '{path} does not say that the INS of MRG-1 is withdrawn. Add an INS repetition with "" in PID-3.1, or the new INS if it is replaced.',
    },
    notNull: {
      fr: '{path} est vide ; "" est attendu pour retirer l’INS. Un champ vide ne supprime rien chez le destinataire.',
      en: '{path} is empty; "" is expected to withdraw the INS. An empty field removes nothing at the receiver.',
    },
    noAuthority: {
      fr: '{path} est vide ; l’OID de l’INS retirée est attendu à côté de "".',
      en: '{path} is empty; the OID of the withdrawn INS is expected next to "".',
    },
    unnamed: {
      fr: '{path} retire une INS, mais MRG-1 n’en porte aucune. Mettez l’INS retirée en MRG-1 : c’est par elle que le destinataire retrouve le patient.',
      en: '{path} withdraws an INS, but MRG-1 holds none. Put the withdrawn INS in MRG-1: the receiver finds the patient by it.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && message.event === 'A47' && touchesIns(message),
  *check(message) {
    const withdrawn = insIn(message, 'MRG', 1).filter(isCarried);
    const current = insIn(message, 'PID', 3);
    if (withdrawn.length > 0 && current.length === 0) yield problemAt('omitted', message.field('PID', 3));
    for (const ins of current) {
      if (isCarried(ins)) continue;
      if (!ins.component(1).isNull) {
        yield problemAt('notNull', ins.component(1), { expected: '""' });
        continue;
      }
      if (oidOf(ins) === '') yield problemAt('noAuthority', ins.component(4).subcomponent(2));
      if (withdrawn.length === 0) yield problemAt('unnamed', ins);
    }
  },
});

function insIn(message: Hl7v2Message, segment: string, position: number): readonly Repetition[] {
  return message.field(segment, position).repetitions.filter(isTypedIns);
}

function touchesIns(message: Hl7v2Message): boolean {
  return insIn(message, 'MRG', 1).length > 0 || insIn(message, 'PID', 3).some((ins) => !isCarried(ins));
}
