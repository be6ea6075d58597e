import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isAcknowledgement } from '../events.js';
import { findList } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const STRICT = ['2.5'];
const STRICT_TOLERATED = ['2.5.1'];

/**
 * Pack parameters `acceptedVersions` (silent) and `toleratedVersions` (a warning); without them the strict lists of
 * PAM FR. Every segment is read with the 2.5 grammar whatever this field says (reference §6.3).
 */
export const pamMsh12Version = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unsupported' | 'tolerated'>({
  id: 'PAM-MSH-12-VERSION',
  subject: 'hl7v2/message',
  title: { fr: 'La version HL7 est une version acceptée', en: 'The HL7 version is an accepted one' },
  why: {
    fr: 'PAM FR est écrit sur HL7 2.5. Dans une version plus ancienne le statut de l’identité (PID-32) n’existe pas, et un récepteur strict répond AR (203).',
    en: 'PAM FR is written on HL7 2.5. In an older version the status of the identity (PID-32) does not exist, and a strict receiver answers AR (203).',
  },
  repair: {
    fr: 'Annoncez 2.5 dans MSH-12.1 et produisez au moins le segment PID selon 2.5.',
    en: 'Announce 2.5 in MSH-12.1 and produce at least the PID segment as in 2.5.',
  },
  severity: 'error',
  trust: 'project',
  spec: [pamFr('§6.5')],
  hl7Error: '203',
  messages: {
    missing: {
      fr: '{path} est vide ; attendu {expected}. Écrivez la version HL7 en tête du champ.',
      en: '{path} is empty; expected {expected}. Write the HL7 version at the start of the field.',
    },
    unsupported: {
      fr: '{path} : la version est « {found} » ; attendu {expected}. Changez la version du flux.',
      en: '{path}: the version is "{found}"; expected {expected}. Change the version of the flow.',
    },
    tolerated: {
      fr: '{path} : la version {found} est tolérée ; {expected} est recommandé. Prévoyez le passage à cette version.',
      en: '{path}: version {found} is tolerated; {expected} is recommended. Plan to move to that version.',
    },
  },
  // An acknowledgement repeats the version of the message it answers: PAM-ACK-HEADER compares them.
  appliesTo: (message) => !isAcknowledgement(message),
  *check(message, context) {
    const field = message.msh.field(12);
    const version = field.component(1);
    const found = version.text;
    const accepted = findList(context, 'acceptedVersions') ?? STRICT;
    if (accepted.includes(found)) return;
    const expected = accepted.join(', ');
    if (found === '') {
      yield problemAt('missing', field, { expected });
    } else if ((findList(context, 'toleratedVersions') ?? STRICT_TOLERATED).includes(found)) {
      yield problemAt('tolerated', version, { found, expected, severity: 'warning' });
    } else {
      yield problemAt('unsupported', version, { found, expected });
    }
  },
});
