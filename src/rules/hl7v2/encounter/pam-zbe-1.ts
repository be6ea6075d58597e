import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf, hasMovement } from './encounter.js';

/** An id that is used twice is PAM-ZBE-1-REUSED's: it takes several messages to see it. */
export const pamZbe1 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-ZBE-1',
  subject: 'hl7v2/message',
  title: { fr: 'Le mouvement a un identifiant', en: 'The movement has an id' },
  why: {
    fr: 'Une correction (Z99) ou une annulation ne retrouve le mouvement que par ZBE-1. Sans lui, le mouvement ne pourra plus être corrigé chez le destinataire.',
    en: 'A correction (Z99) or a cancel finds the movement only by ZBE-1. Without it the movement can never be corrected at the receiver.',
  },
  repair: {
    fr: 'Donnez à chaque mouvement inséré un identifiant unique, définitif, avec son autorité ; rappelez-le dans Z99 et dans l’annulation.',
    en: 'Give each inserted movement a unique, final id with its authority; repeat it in Z99 and in the cancel.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§5.3.5'), pamFr('§6.13')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; l’identifiant du mouvement est attendu.',
      en: '{path} is empty; the id of the movement is expected.',
    },
  },
  appliesTo: hasMovement,
  *check(message) {
    const id = encounterOf(message).zbe?.field(1).component(1);
    if (id && (!id.isValued || id.isNull)) yield problemAt('missing', id);
  },
});
