import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { isZ } from './structure.js';

export const pamSegZUnknown = defineRule<Hl7v2Message, Hl7v2Context, 'unknown'>({
  id: 'PAM-SEG-Z-UNKNOWN',
  subject: 'hl7v2/message',
  title: { fr: 'Les segments Z sont ceux du profil', en: 'The Z segments are those of the profile' },
  why: {
    fr: 'Un récepteur ignore les segments Z qu’il ne connaît pas : l’information qu’ils portent n’arrive nulle part.',
    en: 'A receiver ignores the Z segments it does not know: what they carry arrives nowhere.',
  },
  repair: {
    fr: 'Portez l’information dans un segment du profil, ou vérifiez que le partenaire sait qu’il peut ignorer celui-ci.',
    en: 'Carry the information in a segment of the profile, or check that the partner knows it may ignore this one.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [appendixC('§C')],
  messages: {
    unknown: {
      fr: '{path} : le segment « {found} » n’est pas dans le profil ; attendu l’un de {known}. Il sera ignoré : retirez-le ou convenez-en avec le partenaire.',
      en: '{path}: segment "{found}" is not in the profile; expected one of {known}. It will be ignored: remove it or agree on it with the partner.',
    },
  },
  *check(message, { profile }) {
    for (const segment of message.segments) {
      const { name } = segment;
      if (!isZ(name) || Object.hasOwn(profile.segments, name)) continue;
      yield problemAt('unknown', segment, { found: name, data: { known: Object.keys(profile.segments).filter(isZ) } });
    }
  },
});
