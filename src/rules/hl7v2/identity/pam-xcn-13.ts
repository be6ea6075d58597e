import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { fieldsOfType } from '../typed-fields.js';

/** The fields are those the pack types XCN and does not forbid. */
export const pamXcn13 = defineRule<Hl7v2Message, Hl7v2Context, 'noIdType' | 'noNameType'>({
  id: 'PAM-XCN-13',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’identifiant et le nom d’un professionnel portent leur type',
    en: 'The identifier and name of a professional carry their type',
  },
  why: {
    fr: 'Sans type, un numéro RPPS ne se distingue pas d’un numéro interne : le professionnel n’est pas retrouvé dans l’annuaire.',
    en: 'Without a type an RPPS number looks like an internal number: the professional is not found in the directory.',
  },
  repair: {
    fr: 'Ajoutez le type d’identifiant en treizième composant (IDNPS de préférence, sinon RPPS, ADELI, EI ou RI) et le type de nom en dixième.',
    en: 'Add the identifier type as thirteenth component (IDNPS preferably, else RPPS, ADELI, EI or RI) and the name type as tenth.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.8')],
  hl7Error: '101',
  french: true,
  messages: {
    noIdType: {
      fr: '{path} est vide ; le type de l’identifiant du professionnel est attendu (IDNPS, RPPS, ADELI, EI ou RI). Ajoutez-le.',
      en: '{path} is empty; the type of the professional’s identifier is expected (IDNPS, RPPS, ADELI, EI or RI). Add it.',
    },
    noNameType: {
      fr: '{path} est vide ; le type du nom du professionnel est attendu (L, D, S ou U). Ajoutez-le.',
      en: '{path} is empty; the type of the professional’s name is expected (L, D, S or U). Add it.',
    },
  },
  *check(message, { profile }) {
    for (const field of fieldsOfType(message, profile, 'XCN')) {
      for (const person of field.repetitions) {
        if (!person.isValued || person.isNull) continue;
        const idType = person.component(13);
        if (person.component(1).isValued && !idType.isValued) yield problemAt('noIdType', idType);
        const nameType = person.component(10);
        const isNamed = person.component(2).isValued || person.component(3).isValued;
        if (isNamed && !nameType.isValued) yield problemAt('noNameType', nameType);
      }
    }
  },
});
