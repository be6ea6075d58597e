import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamNk133 = defineRule<Hl7v2Message, Hl7v2Context, 'missing'>({
  id: 'PAM-NK1-33',
  subject: 'hl7v2/message',
  title: { fr: 'Chaque contact porte un identifiant', en: 'Each contact carries an identifier' },
  why: {
    fr: 'Sans identifiant, le récepteur ne peut ni corriger ni supprimer le contact plus tard : chaque envoi en ajoute un de plus.',
    en: 'Without an identifier the receiver can neither correct nor remove the contact later: each message adds one more.',
  },
  repair: {
    fr: 'Donnez à chaque contact un identifiant stable dans NK1-33, avec votre autorité d’affectation et le type PN.',
    en: 'Give each contact a stable identifier in NK1-33, with your assigning authority and type PN.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.9.3')],
  hl7Error: '101',
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; un identifiant du contact est attendu. Écrivez par exemple 123^^^VOTRE-AUTORITE^PN.',
      en: '{path} is empty; an identifier of the contact is expected. Write for instance 123^^^YOUR-AUTHORITY^PN.',
    },
  },
  appliesTo: (message) => message.first('NK1') !== undefined,
  *check(message) {
    for (const contact of message.all('NK1')) {
      const identifiers = contact.field(33);
      if (!identifiers.isValued) yield problemAt('missing', identifiers);
    }
  },
});
