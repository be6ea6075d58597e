import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { birthPlaces } from './birth-place.js';

/** INSEE commune (Corsica: 2A, 2B) or, for a birth abroad, country: five characters in both cases. */
const COG = /^(?:\d{5}|2[AB]\d{3})$/;

export const pamPid11BdlCog = defineRule<Hl7v2Message, Hl7v2Context, 'format'>({
  id: 'PAM-PID-11-BDL-COG',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le code COG du lieu de naissance a cinq caractères',
    en: 'The COG code of the birth place has five characters',
  },
  why: {
    fr: 'Un code postal ou un nom de commune à la place du code officiel fait échouer la comparaison avec les traits d’INSi.',
    en: 'A postal code or the name of a town in place of the official code makes the comparison with the INSi traits fail.',
  },
  repair: {
    fr: 'Écrivez le code INSEE de la commune (63220, 2A004), ou celui du pays pour une naissance à l’étranger (99109) ; ce n’est pas le code postal.',
    en: 'Write the INSEE code of the town (63220, 2A004), or that of the country for a birth abroad (99109); it is not the postal code.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [dataTypesFr('§N.6')],
  hl7Error: '102',
  messages: {
    format: {
      fr: '{path} : « {found} » n’a pas la forme d’un code COG ; attendu cinq chiffres, ou 2A ou 2B et trois chiffres. Reprenez le code rendu par INSi.',
      en: '{path}: "{found}" does not look like a COG code; expected five digits, or 2A or 2B and three digits. Take the code INSi returned.',
    },
  },
  appliesTo: (message) =>
    message.all('PID').some((patient) => birthPlaces(patient).some((place) => place.component(9).isValued)),
  *check(message) {
    for (const patient of message.all('PID')) {
      for (const place of birthPlaces(patient)) {
        const code = place.component(9);
        if (!code.isValued || code.isNull) continue;
        const found = code.text;
        if (!COG.test(found)) yield problemAt('format', code, { found });
      }
    }
  },
});
