import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';

export const pamPv151A11 = defineRule<Hl7v2Message, Hl7v2Context, 'empty'>({
  id: 'PAM-PV1-51-A11',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’annulation d’admission dit ce qu’elle annule',
    en: 'The cancel of an admission says what it cancels',
  },
  why: {
    fr: 'PV1-51 = V n’annule que la venue ; vide ou A annule aussi le dossier, dont le numéro ne devra plus servir.',
    en: 'PV1-51 = V cancels the visit alone; empty or A cancels the account too, whose number must not be used again.',
  },
  repair: {
    fr: 'Mettez V si le dossier (PID-18) reste ouvert. Sinon, laissez vide et n’employez plus ce numéro de dossier.',
    en: 'Put V if the account (PID-18) stays open. Otherwise leave it empty and do not use this account number again.',
  },
  severity: 'information',
  trust: 'national',
  spec: [pamFr('§5.4.1')],
  messages: {
    empty: {
      fr: '{path} est vide : ce message annule la venue et le dossier. Mettez V s’il ne doit annuler que la venue.',
      en: '{path} is empty: this message cancels the visit and the account. Put V if it is to cancel the visit only.',
    },
  },
  appliesTo: (message) => {
    const { event, pv1 } = encounterOf(message);
    return event === 'A11' && pv1 !== undefined;
  },
  *check(message) {
    const level = encounterOf(message).pv1?.field(51);
    if (level && !level.isValued) yield problemAt('empty', level, { expected: 'V' });
  },
});
