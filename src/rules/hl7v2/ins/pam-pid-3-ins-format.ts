import { defineRule, INS_PATTERN } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns, insIdentifiers } from './ins.js';

/** What people often send: the 13 characters without the key. */
const WITHOUT_KEY = /^[1-8]\d{4}(?:\d{5}|2[AB]\d{3})\d{3}$/;

export const pamPid3InsFormat = defineRule<Hl7v2Message, Hl7v2Context, 'noKey' | 'format'>({
  id: 'PAM-PID-3-INS-FORMAT',
  subject: 'hl7v2/message',
  title: { fr: 'Le matricule INS a 13 caractères et sa clé', en: 'The INS matricule has 13 characters and its key' },
  why: {
    fr: 'Un matricule tronqué ou mis en forme pour la lecture ne correspond à aucune identité : la recherche par INS échoue et un doublon de patient est créé.',
    en: 'A matricule cut short or formatted for reading matches no identity: the search by INS fails and a duplicate patient is created.',
  },
  repair: {
    fr: 'Envoyez les 15 caractères à la suite, clé comprise, sans espace ni point ; pour la Corse, 2A ou 2B en majuscules.',
    en: 'Send the 15 characters in a row, key included, without spaces or dots; for Corsica 2A or 2B in capitals.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.1')],
  hl7Error: '102',
  messages: {
    noKey: {
      fr: '{path} : le matricule « {found} » n’a que 13 caractères ; ajoutez la clé de deux chiffres.',
      en: '{path}: the matricule "{found}" has 13 characters only; add the two-digit key.',
    },
    format: {
      fr: '{path} : « {found} » n’est pas un matricule INS ; 13 caractères et une clé de 2 chiffres sont attendus, sans séparateur.',
      en: '{path}: "{found}" is no INS matricule; 13 characters and a 2-digit key are expected, without separators.',
    },
  },
  appliesTo: hasIns,
  *check(message) {
    for (const ins of insIdentifiers(message)) {
      const matricule = ins.component(1);
      const found = matricule.text;
      if (!INS_PATTERN.test(found)) yield problemAt(WITHOUT_KEY.test(found) ? 'noKey' : 'format', matricule, { found });
    }
  },
});
