import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { isAcknowledgement } from '../events.js';
import { findWord } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const PAM_FR = '2.11^IHE_FRANCE-2.11-PAM';

/** Pack parameter `messageProfile`: the profile id as it stands in MSH-21; without it the one of PAM FR 2.11. */
export const pamMsh21 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'other' | 'split'>({
  id: 'PAM-MSH-21',
  subject: 'hl7v2/message',
  title: { fr: 'MSH-21 déclare le profil français', en: 'MSH-21 declares the French profile' },
  why: {
    fr: 'Cette déclaration permet au récepteur et aux validateurs de choisir les bonnes règles sans deviner.',
    en: 'This declaration lets the receiver and validators choose the right rules without guessing.',
  },
  repair: {
    fr: 'Ajoutez dans MSH-21 une répétition 2.11^IHE_FRANCE-2.11-PAM, avec ^ entre la version et le nom.',
    en: 'Add in MSH-21 a repetition 2.11^IHE_FRANCE-2.11-PAM, with ^ between version and name.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.5')],
  french: true,
  messages: {
    missing: {
      fr: '{path} est vide ; attendu {expected}. Déclarez le profil dans chaque message.',
      en: '{path} is empty; expected {expected}. Declare the profile in every message.',
    },
    other: {
      fr: '{path} déclare « {found} » ; attendu une répétition {expected}. Ajoutez-la.',
      en: '{path} declares "{found}"; expected a repetition {expected}. Add it.',
    },
    split: {
      fr: '{path} : « {found} » sépare la version et le nom par ~ (deux répétitions) ; attendu {expected}, avec ^. Changez ce séparateur.',
      en: '{path}: "{found}" separates version and name with ~ (two repetitions); expected {expected}, with ^. Change that separator.',
    },
  },
  appliesTo: (message) => !isAcknowledgement(message),
  *check(message, context) {
    const expected = findWord(context, 'messageProfile') ?? PAM_FR;
    const [version = '', name = ''] = expected.split('^', 2);
    const field = message.msh.field(21);
    for (const profile of field.repetitions) {
      if (profile.component(1).text === version && profile.component(2).text === name) return;
    }
    if (!field.isValued) {
      yield problemAt('missing', field, { expected });
      return;
    }
    const alone = field.repetitions.map((profile) => profile.text);
    const isSplit = alone.includes(version) && alone.includes(name);
    yield problemAt(isSplit ? 'split' : 'other', field, { found: field.text, expected });
  },
});
