import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { pamFr } from '../sources.js';
import { codeProblem } from './code-problem.js';
import { foreignCodes } from './coded-values.js';

/** Reference §9.6: an observation, never a fault. */
export const pamTabOpen = defineRule<Hl7v2Message, Hl7v2Context, 'siteCode'>({
  id: 'PAM-TAB-OPEN',
  subject: 'hl7v2/message',
  title: { fr: 'Les codes locaux des tables ouvertes sont signalés', en: 'Local codes of open tables are pointed out' },
  why: {
    fr: 'Une table ouverte peut recevoir des codes du site : le destinataire ne les connaît que si on les lui a donnés.',
    en: 'An open table may take codes of the site: the receiver only knows them if they were given to it.',
  },
  repair: {
    fr: 'Vérifiez que le destinataire connaît ce code, ou envoyez un code de la table.',
    en: 'Check that the receiver knows this code, or send a code of the table.',
  },
  severity: 'information',
  trust: 'national',
  spec: [pamFr('§6.9')],
  messages: {
    siteCode: {
      fr: '{path} ({nameFr}) : « {found} » est un code propre au site, hors de la table {table}',
      en: '{path} ({nameEn}): "{found}" is a code of the site, outside table {table}',
    },
  },
  *check(message, context) {
    for (const foreign of foreignCodes(message, context, { kind: 'open', national: true })) {
      yield 'cantTell' in foreign ? foreign : codeProblem('siteCode', foreign);
    }
  },
});
