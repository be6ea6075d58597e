import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, eventOf } from './encounter.js';

/** Events whose correction may change the administrative status alone. */
const CORRECTED = new Set(['A05', 'A04', 'A01']);

export const pamZbe9C = defineRule<Hl7v2Message, Hl7v2Context, 'notACorrection' | 'otherMovement'>({
  id: 'PAM-ZBE-9-C',
  subject: 'hl7v2/message',
  title: {
    fr: 'La nature C est réservée aux corrections de statut',
    en: 'Nature C is kept for corrections of status',
  },
  why: {
    fr: 'C veut dire « aucun mouvement, seul le statut administratif change ». Sur un vrai mouvement, le destinataire laisserait le patient où il était.',
    en: 'C means "no movement, only the administrative status changes". On a real movement the receiver would leave the patient where it was.',
  },
  repair: {
    fr: 'N’employez C qu’avec Z99 et ZBE-6 = A05, A04 ou A01. Pour un changement médico-administratif avec mouvement, utilisez D.',
    en: 'Use C only with Z99 and ZBE-6 = A05, A04 or A01. For an administrative change with a movement, use D.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.13.9')],
  hl7Error: '102',
  french: true,
  messages: {
    notACorrection: {
      fr: '{path} vaut C avec {event} ; C n’est admis qu’avec Z99. Choisissez la nature du mouvement, D par exemple.',
      en: '{path} is C with {event}; C is allowed with Z99 only. Choose the nature of the movement, D for instance.',
    },
    otherMovement: {
      fr: '{path} vaut C pour la correction de {original} ; C n’est admis que pour A05, A04 et A01.',
      en: '{path} is C for the correction of {original}; C is allowed for A05, A04 and A01 only.',
    },
  },
  appliesTo: (message) => encounterOf(message).nature === 'C',
  *check(message, context) {
    const { event, original, zbe } = encounterOf(message);
    if (zbe === undefined) return;
    if (eventOf(message, context)?.action !== 'UPDATE') {
      yield problemAt('notACorrection', zbe.field(9), { found: 'C', data: { event } });
    } else if (original !== '' && !CORRECTED.has(original)) {
      yield problemAt('otherMovement', zbe.field(9), { found: 'C', data: { original } });
    }
  },
});
