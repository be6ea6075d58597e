import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

const NAMES = {
  3: 'sendingApplication',
  4: 'sendingFacility',
  5: 'receivingApplication',
  6: 'receivingFacility',
} as const;
const POSITIONS = [3, 4, 5, 6] as const;

export const pamMsh36 = defineRule<Hl7v2Message, Hl7v2Context, (typeof NAMES)[keyof typeof NAMES]>({
  id: 'PAM-MSH-3-6',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’émetteur et le destinataire sont nommés (MSH-3 à MSH-6)',
    en: 'Sender and receiver are named (MSH-3 to MSH-6)',
  },
  why: {
    fr: 'Le récepteur choisit son paramétrage d’après ces quatre champs, les recopie inversés dans l’acquittement et trace l’origine de chaque identité.',
    en: 'The receiver picks its settings from these four fields, mirrors them in the acknowledgement and traces where each identity came from.',
  },
  repair: {
    fr: 'Renseignez l’application et l’établissement émetteurs (MSH-3, MSH-4) et destinataires (MSH-5, MSH-6) dans le paramétrage de l’interface.',
    en: 'Set the sending (MSH-3, MSH-4) and receiving (MSH-5, MSH-6) application and facility in the settings of the interface.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [ITI_30],
  hl7Error: '101',
  messages: {
    sendingApplication: {
      fr: '{path} est vide ; l’application émettrice est attendue. Indiquez le nom de votre logiciel.',
      en: '{path} is empty; the sending application is expected. Give the name of your software.',
    },
    sendingFacility: {
      fr: '{path} est vide ; l’établissement émetteur est attendu. Indiquez le nom ou le FINESS du site qui envoie.',
      en: '{path} is empty; the sending facility is expected. Give the name or FINESS of the site that sends.',
    },
    receivingApplication: {
      fr: '{path} est vide ; l’application destinataire est attendue. Indiquez le nom du logiciel qui reçoit.',
      en: '{path} is empty; the receiving application is expected. Give the name of the software that receives.',
    },
    receivingFacility: {
      fr: '{path} est vide ; l’établissement destinataire est attendu. Indiquez le nom ou le FINESS du site qui reçoit.',
      en: '{path} is empty; the receiving facility is expected. Give the name or FINESS of the site that receives.',
    },
  },
  *check(message) {
    for (const position of POSITIONS) {
      const field = message.msh.field(position);
      if (!field.isValued) yield problemAt(NAMES[position], field);
    }
  },
});
