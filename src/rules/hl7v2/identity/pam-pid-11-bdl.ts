import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasIns, insBearers } from '../ins/ins.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { BIRTH_PLACE, birthPlaces } from './birth-place.js';

export const pamPid11Bdl = defineRule<Hl7v2Message, Hl7v2Context, 'noBirthPlace' | 'noCode'>({
  id: 'PAM-PID-11-BDL',
  subject: 'hl7v2/message',
  title: {
    fr: 'Avec l’INS, le lieu de naissance (code COG) est présent',
    en: 'With the INS the birth place (COG code) is present',
  },
  why: {
    fr: 'Le code officiel du lieu de naissance est l’un des cinq traits stricts rendus par INSi : sans lui, le récepteur ne peut pas contrôler l’INS.',
    en: 'The official code of the birth place is one of the five strict traits returned by INSi: without it the receiver cannot check the INS.',
  },
  repair: {
    fr: 'Ajoutez à PID-11 une adresse de type BDL dont le neuvième composant est le code COG : ^^^^^^BDL^^63220.',
    en: 'Add to PID-11 an address of type BDL whose ninth component is the COG code: ^^^^^^BDL^^63220.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.6')],
  hl7Error: '101',
  messages: {
    noBirthPlace: {
      fr: '{path} : le message porte une INS mais aucune adresse de type {expected} ; le lieu de naissance et son code COG sont attendus. Ajoutez une répétition.',
      en: '{path}: the message carries an INS but no address of type {expected}; the birth place and its COG code are expected. Add a repetition.',
    },
    noCode: {
      fr: '{path} est vide ; le code COG du lieu de naissance est attendu avec l’INS. Reprenez celui rendu par INSi.',
      en: '{path} is empty; the COG code of the birth place is expected with the INS. Take the one INSi returned.',
    },
  },
  appliesTo: (message) => hasIns(message),
  *check(message) {
    for (const patient of insBearers(message)) {
      const places = birthPlaces(patient);
      const [place] = places;
      if (!place) yield problemAt('noBirthPlace', patient.field(11), { expected: BIRTH_PLACE });
      else if (!places.some((address) => address.component(9).isValued)) yield problemAt('noCode', place.component(9));
    }
  },
});
