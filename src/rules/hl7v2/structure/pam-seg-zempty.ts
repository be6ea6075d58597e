import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isZ } from './structure.js';

export const pamSegZempty = defineRule<Hl7v2Message, Hl7v2Context, 'empty'>({
  id: 'PAM-SEG-ZEMPTY',
  subject: 'hl7v2/message',
  title: { fr: 'Aucun segment Z n’est vide', en: 'No Z segment is empty' },
  why: {
    fr: 'Un segment Z vide n’apprend rien et certains récepteurs y lisent un effacement : le profil demande de ne pas l’envoyer.',
    en: 'An empty Z segment says nothing and some receivers read it as a deletion: the profile asks not to send it.',
  },
  repair: {
    fr: 'N’émettez le segment que si l’un de ses champs est rempli ; pour effacer une valeur, écrivez "" dans son champ.',
    en: 'Send the segment only if one of its fields holds a value; to delete a value, write "" in its field.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§5.2')],
  french: true,
  messages: {
    empty: {
      fr: '{path} ne porte aucune valeur ; un segment rempli, ou pas de segment, est attendu. Retirez la ligne.',
      en: '{path} holds no value; a filled segment, or no segment, is expected. Remove the line.',
    },
  },
  appliesTo: hasZ,
  *check(message) {
    for (const segment of message.segments) {
      if (isZ(segment.name) && !segment.isValued) yield problemAt('empty', segment);
    }
  },
});

function hasZ(message: Hl7v2Message): boolean {
  return message.segments.some((segment) => isZ(segment.name));
}
