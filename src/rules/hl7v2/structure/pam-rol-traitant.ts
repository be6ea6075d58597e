import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { isMisplacedTraitant } from './structure.js';

export const pamRolTraitant = defineRule<Hl7v2Message, Hl7v2Context, 'misplaced'>({
  id: 'PAM-ROL-TRAITANT',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le médecin traitant suit immédiatement le patient',
    en: 'The declared general practitioner follows the patient at once',
  },
  why: {
    fr: 'Placé après PV1, le rôle ODRP se lit comme un médecin de la venue : le médecin traitant du patient n’est pas mis à jour.',
    en: 'Placed after PV1, the role ODRP reads as a physician of the visit: the general practitioner of the patient is not updated.',
  },
  repair: {
    fr: 'Placez le ROL du médecin traitant (ODRP) juste après PID ou PD1 ; laissez SUBS, RT, RP et CP après PV1, PV2 et les segments Z.',
    en: 'Put the ROL of the general practitioner (ODRP) right after PID or PD1; leave SUBS, RT, RP and CP after PV1, PV2 and the Z segments.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.8.6')],
  hl7Error: '100',
  messages: {
    misplaced: {
      fr: '{path} : le médecin traitant (ODRP) est placé après PV1 ; attendu juste après PID ou PD1. Déplacez le segment.',
      en: '{path}: the general practitioner (ODRP) stands after PV1; expected right after PID or PD1. Move the segment.',
    },
  },
  appliesTo: (message) => message.first('ROL') !== undefined,
  *check(message) {
    for (const role of message.all('ROL')) {
      if (isMisplacedTraitant(role)) yield problemAt('misplaced', role);
    }
  },
});
