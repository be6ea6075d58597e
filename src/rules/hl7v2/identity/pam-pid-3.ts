import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr, pamFr } from '../sources.js';

export const pamPid3 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'noValue' | 'noAuthority' | 'noType'>({
  id: 'PAM-PID-3',
  subject: 'hl7v2/message',
  title: {
    fr: 'Chaque identifiant du patient a une valeur, une autorité et un type',
    en: 'Each patient identifier has a value, an authority and a type',
  },
  why: {
    fr: 'Le récepteur retrouve le patient par le trio valeur, autorité, type. S’il en manque un, deux patients de deux sites peuvent être confondus.',
    en: 'The receiver finds the patient by value, authority and type together. If one is missing, two patients of two sites can be mixed up.',
  },
  repair: {
    fr: 'Écrivez chaque identifiant sous la forme VALEUR^^^AUTORITE&OID&ISO^TYPE, par exemple T0001^^^GAM&1.2.250.1.999.1&ISO^PI pour un IPP.',
    en: 'Write each identifier as VALUE^^^AUTHORITY&OID&ISO^TYPE, for instance T0001^^^GAM&1.2.250.1.999.1&ISO^PI for a local patient id.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6'), dataTypesFr('§N.1')],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; au moins un identifiant du patient est attendu. Envoyez l’IPP (type PI).',
      en: '{path} is empty; at least one patient identifier is expected. Send the local patient id (type PI).',
    },
    noValue: {
      fr: '{path} est vide ; la valeur de l’identifiant est attendue. Remplissez-la, ou retirez toute la répétition.',
      en: '{path} is empty; the value of the identifier is expected. Fill it, or remove the whole repetition.',
    },
    noAuthority: {
      fr: '{path} est vide ; le nom de l’autorité d’affectation est attendu. Indiquez qui attribue cet identifiant.',
      en: '{path} is empty; the name of the assigning authority is expected. Say who issues this identifier.',
    },
    noType: {
      fr: '{path} est vide ; le type d’identifiant est attendu (PI, INS, NDP…). Ajoutez-le en cinquième composant.',
      en: '{path} is empty; the identifier type is expected (PI, INS, NDP…). Add it as fifth component.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message) {
    for (const patient of message.all('PID')) {
      const field = patient.field(3);
      if (!field.isValued) yield problemAt('missing', field);
      for (const identifier of field.repetitions) {
        if (!identifier.isValued) continue;
        const value = identifier.component(1);
        if (!value.isValued) yield problemAt('noValue', value);
        const authority = identifier.component(4).subcomponent(1);
        if (!authority.isValued) yield problemAt('noAuthority', authority);
        const type = identifier.component(5);
        if (!type.isValued) yield problemAt('noType', type);
      }
    }
  },
});
