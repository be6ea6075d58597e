import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** Required whatever MSH-12 says: it is why the PID is excepted from the minimum version 2.3.1 (reference §6.3). */
export const pamPid32Present = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'noStatus'>({
  id: 'PAM-PID-32-PRESENT',
  subject: 'hl7v2/message',
  title: { fr: 'Le statut de l’identité est présent', en: 'The status of the identity is present' },
  why: {
    fr: 'PID-32 dit si l’identité est provisoire ou validée : sans lui, le récepteur ne doit pas intégrer l’INS.',
    en: 'PID-32 says whether the identity is provisional or validated: without it the receiver must not store the INS.',
  },
  repair: {
    fr: 'Envoyez le statut en première répétition de PID-32 (PROV, VALI…), puis les attributs (HOMA, FICT, DOUT) s’il y en a.',
    en: 'Send the status as first repetition of PID-32 (PROV, VALI…), then the attributes (HOMA, FICT, DOUT) if any.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.15')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; le statut de l’identité est attendu (PROV, VALI…). Envoyez-le dans chaque message qui porte un PID.',
      en: '{path} is empty; the status of the identity is expected (PROV, VALI…). Send it in every message with a PID.',
    },
    noStatus: {
      fr: '{path} : la première répétition est vide ; le statut y est attendu, avant les attributs {found}. Ajoutez-le en tête.',
      en: '{path}: the first repetition is empty; the status is expected there, before the attributes {found}. Add it in front.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(32);
      if (!field.isValued || field.isNull) yield problemAt('missing', field);
      else if (field.first.isEmpty) yield problemAt('noStatus', field, { found: field.text });
    }
  },
});
