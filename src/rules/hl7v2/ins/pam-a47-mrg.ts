import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message, Repetition } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamA47Mrg = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unchanged'>({
  id: 'PAM-A47-MRG',
  subject: 'hl7v2/message',
  title: {
    fr: 'MRG-1 d’un A47 ne porte que les identifiants changés',
    en: 'MRG-1 of an A47 holds only the identifiers that change',
  },
  why: {
    fr: 'Le destinataire retrouve le patient par MRG-1, et remplace ou supprime ce qu’il y trouve. Un identifiant inchangé qui y figure peut être supprimé à tort.',
    en: 'The receiver finds the patient by MRG-1, and replaces or removes what stands there. An unchanged identifier in it may be removed by mistake.',
  },
  repair: {
    fr: 'Mettez en MRG-1 l’ancien identifiant seul (un message par identifiant de préférence), et en PID-3 la liste à jour.',
    en: 'Put the old identifier alone in MRG-1 (one message per identifier if you can), and the up-to-date list in PID-3.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§4.1')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; l’identifiant à remplacer ou à supprimer est attendu.',
      en: '{path} is empty; the identifier to replace or remove is expected.',
    },
    unchanged: {
      fr: '{path} : cet identifiant figure aussi, inchangé, en PID-3. Retirez-le de MRG-1 s’il ne change pas, ou de PID-3 s’il est remplacé.',
      en: '{path}: this identifier also stands, unchanged, in PID-3. Remove it from MRG-1 if it stays, or from PID-3 if it is replaced.',
    },
  },
  appliesTo: (message) => message.type === 'ADT' && message.event === 'A47',
  *check(message) {
    const old = message.field('MRG', 1);
    if (!old.isValued) {
      yield problemAt('missing', old);
      return;
    }
    const current = new Set(message.field('PID', 3).repetitions.map(identityOf));
    for (const identifier of old.repetitions) {
      if (identifier.isValued && current.has(identityOf(identifier))) {
        yield problemAt('unchanged', identifier, { found: identifier.component(1).text });
      }
    }
  },
});

/** Value, authority and type: what makes two identifiers the same. */
function identityOf(identifier: Repetition): string {
  const authority = identifier.component(4);
  const name = authority.subcomponent(2).text || authority.subcomponent(1).text;
  return `${identifier.component(5).text}|${name}|${identifier.component(1).text}`;
}
