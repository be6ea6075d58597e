import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { frenchVersionOf, isMinorVersion } from './french-version.js';

export const pamMsh12Minor = defineRule<Hl7v2Message, Hl7v2Context, 'minor'>({
  id: 'PAM-MSH-12-MINOR',
  subject: 'hl7v2/message',
  title: {
    fr: 'MSH-12.3 ne porte pas de version mineure du profil',
    en: 'MSH-12.3 carries no minor version of the profile',
  },
  why: {
    fr: 'Les corrections 2.11.1 et 2.11.2 ne changent pas la version des messages : un récepteur qui compare MSH-12.3 à 2.11 refuserait le vôtre.',
    en: 'Corrections 2.11.1 and 2.11.2 do not change the version in messages: a receiver that compares MSH-12.3 with 2.11 would refuse yours.',
  },
  repair: { fr: 'Écrivez seulement 2.11 dans MSH-12.3.', en: 'Write only 2.11 in MSH-12.3.' },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.5')],
  french: true,
  messages: {
    minor: {
      fr: '{path} : la version du profil est « {found} » ; attendu {expected}, sans version mineure. Retirez le dernier nombre.',
      en: '{path}: the version of the profile is "{found}"; expected {expected}, without a minor version. Remove the last number.',
    },
  },
  *check(message, context) {
    const version = message.msh.field(12).component(3);
    const found = version.text;
    const expected = frenchVersionOf(context);
    if (isMinorVersion(found, expected)) yield problemAt('minor', version, { found, expected });
  },
});
