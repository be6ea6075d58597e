import { defineRule } from '../../../core/index.js';
import type { Element, Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';
import { needsAccommodation } from './pam-pv1-3.js';

/** A code made of letters that each name what changes (reference §3.1); C and D change no unit. */
const NATURE = /^[HLMSD]+$/;

export const pamZbe9Uf = defineRule<Hl7v2Message, Hl7v2Context, 'medical' | 'care' | 'accommodation'>({
  id: 'PAM-ZBE-9-UF',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le mouvement porte les unités que sa nature annonce',
    en: 'The movement carries the units its nature tells of',
  },
  why: {
    fr: 'ZBE-9 annonce un changement d’unité ; si l’unité n’est pas dans le message, le destinataire sait qu’elle change sans savoir pour laquelle.',
    en: 'ZBE-9 tells of a change of unit; if the unit is not in the message, the receiver knows that it changes but not to which.',
  },
  repair: {
    fr: 'M : renseignez ZBE-7 (UF médicale). S : ZBE-8 (UF de soins). H ou L : PV1-3 (UF d’hébergement, chambre, lit). Sinon, corrigez ZBE-9.',
    en: 'M: fill ZBE-7 (medical unit). S: ZBE-8 (care unit). H or L: PV1-3 (accommodation unit, room, bed). Otherwise correct ZBE-9.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [pamFr('§6.13.9')],
  french: true,
  messages: {
    medical: {
      fr: '{path} est vide alors que ZBE-9 = {nature} annonce un changement de responsabilité médicale. Mettez-y le code de l’UF.',
      en: '{path} is empty while ZBE-9 = {nature} tells of a change of medical responsibility. Put the code of the unit there.',
    },
    care: {
      fr: '{path} est vide alors que ZBE-9 = {nature} annonce un changement de responsabilité de soins. Mettez-y le code de l’UF.',
      en: '{path} is empty while ZBE-9 = {nature} tells of a change of care responsibility. Put the code of the unit there.',
    },
    accommodation: {
      fr: '{path} est vide alors que ZBE-9 = {nature} annonce un changement d’hébergement ou de lit. Mettez-y le code de l’UF.',
      en: '{path} is empty while ZBE-9 = {nature} tells of a change of accommodation or bed. Put the code of the unit there.',
    },
  },
  // A cancel carries the units of the movement before, if there is one.
  appliesTo: (message) => {
    const { action, nature } = encounterOf(message);
    return action !== 'CANCEL' && NATURE.test(nature);
  },
  *check(message) {
    const { event, nature, pv1, zbe } = encounterOf(message);
    if (zbe === undefined) return;
    const data = { nature };
    const medical = zbe.field(7).component(10);
    if (nature.includes('M') && isAbsent(medical)) yield problemAt('medical', medical, { data });
    const care = zbe.field(8).component(10);
    if (nature.includes('S') && isAbsent(care)) yield problemAt('care', care, { data });
    if (pv1 === undefined || needsAccommodation(event)) return;
    const accommodation = pv1.field(3).component(1);
    const moves = nature.includes('H') || nature.includes('L');
    // A pre-admission does not place the patient yet (PAM §5.1.1).
    if (moves && event !== 'A05' && isAbsent(accommodation)) yield problemAt('accommodation', accommodation, { data });
  },
});

function isAbsent(element: Element): boolean {
  return !element.isValued || element.isNull;
}
