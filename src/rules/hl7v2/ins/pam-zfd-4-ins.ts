import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasIns } from './ins.js';

export const pamZfd4Ins = defineRule<Hl7v2Message, Hl7v2Context, 'corrected'>({
  id: 'PAM-ZFD-4-INS',
  subject: 'hl7v2/message',
  title: {
    fr: 'Une date de naissance corrigée exclut l’INS',
    en: 'A corrected birth date excludes the INS',
  },
  why: {
    fr: 'Une date de naissance corrigée (lunaire, incomplète) n’est pas celle de l’état civil : l’identité ne peut être ni récupérée ni qualifiée, donc aucune INS ne peut l’accompagner.',
    en: 'A corrected birth date (lunar, incomplete) is not the one of the civil register: the identity can be neither retrieved nor qualified, so no INS may go with it.',
  },
  repair: {
    fr: 'Retirez l’INS de PID-3, ou mettez ZFD-4 à N si la date est bien celle rendue par l’INSi.',
    en: 'Remove the INS from PID-3, or set ZFD-4 to N if the date is the one INSi returned.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.4'), pamFr('§6.18.4')],
  messages: {
    corrected: {
      fr: '{path} vaut Y (date de naissance corrigée) alors que PID-3 porte une INS. Retirez l’INS, ou corrigez ZFD-4.',
      en: '{path} is Y (corrected birth date) while PID-3 carries an INS. Remove the INS, or correct ZFD-4.',
    },
  },
  appliesTo: (message) => hasIns(message) && message.first('ZFD') !== undefined,
  *check(message) {
    const corrected = message.field('ZFD', 4);
    if (corrected.text === 'Y') yield problemAt('corrected', corrected, { found: 'Y', expected: 'N' });
  },
});
