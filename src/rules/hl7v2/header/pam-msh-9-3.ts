import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { eventRowOf, unknownEvent } from '../events.js';
import { isTurnedOn } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { ITI_31, pamFr } from '../sources.js';

const OLD_VERSION = '2.3.1';

/**
 * Pack parameter `tolerateStructure231`: accept the structure of HL7 2.3.1 in a message of that version, and a missing
 * one as a warning (reference §6.3).
 */
export const pamMsh93 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'wrong' | 'eventTooRecent'>({
  id: 'PAM-MSH-9-3',
  subject: 'hl7v2/message',
  title: { fr: 'La structure du message est celle de son événement', en: 'The structure is the one of the event' },
  why: {
    fr: 'MSH-9.3 dit au récepteur quelle grammaire lire ; une structure fausse fait échouer les analyseurs qui s’y fient, ou déplace les segments.',
    en: 'MSH-9.3 tells the receiver which grammar to read; a wrong structure breaks the parsers that trust it, or shifts segments.',
  },
  repair: {
    fr: 'Écrivez la structure que le profil donne à l’événement : ADT_A05 pour A28 et A31, ADT_A39 pour A40, ADT_A30 pour A47, ADT_A01 pour A01, A04, A13 et Z99.',
    en: 'Write the structure the profile gives to the event: ADT_A05 for A28 and A31, ADT_A39 for A40, ADT_A30 for A47, ADT_A01 for A01, A04, A13 and Z99.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§2.1'), ITI_31],
  hl7Error: '200',
  messages: {
    missing: {
      fr: '{path} est vide ; attendu {expected} pour l’événement {event}. Ajoutez la structure en troisième composant.',
      en: '{path} is empty; expected {expected} for the event {event}. Add the structure as third component.',
    },
    wrong: {
      fr: '{path} : la structure est « {found} » ; attendu {expected} pour l’événement {event}. Corrigez le troisième composant.',
      en: '{path}: the structure is "{found}"; expected {expected} for the event {event}. Correct the third component.',
    },
    eventTooRecent: {
      fr: '{path} : l’événement {event} n’existe pas en HL7 2.3.1 ; il est attendu avec la version 2.5. Annoncez 2.5 dans MSH-12, ou n’envoyez pas cet événement.',
      en: '{path}: the event {event} does not exist in HL7 2.3.1; it is expected with version 2.5. Announce 2.5 in MSH-12, or do not send this event.',
    },
  },
  appliesTo: (message) => message.type === 'ADT',
  *check(message, context) {
    const { event } = message;
    const row = eventRowOf(message, context);
    if (!row) {
      yield unknownEvent(message);
      return;
    }
    const structure = message.msh.field(9).component(3);
    const tolerated = message.version === OLD_VERSION && isTurnedOn(context, 'tolerateStructure231');
    if (tolerated && row.structure231 === undefined && row.usage !== 'excluded' && event[0] !== 'Z') {
      yield problemAt('eventTooRecent', message.msh.field(9).component(2), { severity: 'warning', data: { event } });
    }
    const found = structure.text;
    if (found === row.structure || (tolerated && found !== '' && found === row.structure231)) return;
    yield problemAt(found === '' ? 'missing' : 'wrong', structure, {
      ...(found !== '' && { found }),
      expected: row.structure,
      data: { event },
      ...(tolerated && { severity: 'warning' as const }),
    });
  },
});
