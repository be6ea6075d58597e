import { defineRule, INS_PATTERN, insKeyOf } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { insIdentifiers, isProductionInsOid } from './ins.js';

/** Reference §4.3: key = 97 − (13 digits mod 97), 2A read as 19 and 2B as 18. */
export const pamPid3InsKey = defineRule<Hl7v2Message, Hl7v2Context, 'wrongKey'>({
  id: 'PAM-PID-3-INS-KEY',
  subject: 'hl7v2/message',
  title: { fr: 'La clé du matricule INS est juste', en: 'The key of the INS matricule is right' },
  why: {
    fr: 'La clé est le seul contrôle qui détecte une faute de frappe dans un matricule : une clé fausse désigne un autre patient ou personne.',
    en: 'The key is the only check that catches a mistyped matricule: a wrong key names another patient, or nobody.',
  },
  repair: {
    fr: 'Reprenez le matricule et sa clé tels que le téléservice INSi les a rendus.',
    en: 'Take the matricule and its key as the INSi service returned them.',
  },
  severity: 'error',
  trust: 'national',
  spec: [{ standard: 'Décret n° 82-103', section: 'art. 4' }],
  hl7Error: '102',
  messages: {
    wrongKey: {
      fr: '{path} : la clé du matricule est {found}, le calcul donne {expected}',
      en: '{path}: the key of the matricule is {found}, the calculation gives {expected}',
    },
  },
  appliesTo: (message) => insIdentifiers(message).some((ins) => INS_PATTERN.test(ins.component(1).text)),
  *check(message) {
    for (const ins of insIdentifiers(message)) {
      const matricule = ins.component(1);
      if (!INS_PATTERN.test(matricule.text)) continue;
      const expected = insKeyOf(matricule.text);
      const found = matricule.text.slice(13);
      if (found === expected) continue;
      yield {
        messageId: 'wrongKey',
        location: message.locate(matricule),
        data: { path: matricule.path, found, expected },
        expected,
        expectedIsPersonal: true,
        found,
        // Nothing published guarantees that test and demonstration matricules obey the key.
        severity: isProductionInsOid(ins) ? 'error' : 'warning',
      };
    }
  },
});
