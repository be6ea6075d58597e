import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { findList, hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';

/** Used elsewhere in the French documents though the table lacks them (reference §10.1, row 20). */
const TOLERATED = ['SS', 'FINESS', 'SVR'];

/** Pack parameter `toleratedIdentifierTypes`: types outside the table that are only worth an observation. */
export const pamPid3Type = defineRule<Hl7v2Message, Hl7v2Context, 'unknown' | 'tolerated'>({
  id: 'PAM-PID-3-TYPE',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le type de chaque identifiant est dans la table française 0203',
    en: 'The type of each identifier is in the French table 0203',
  },
  why: {
    fr: 'Un type inconnu empêche le récepteur de ranger l’identifiant : il l’ignore, ou le prend pour un IPP.',
    en: 'With an unknown type the receiver cannot file the identifier: it ignores it, or takes it for a local patient id.',
  },
  repair: {
    fr: 'Choisissez le type dans la table 0203 : PI pour un IPP, INS pour l’INS, NH pour le NIR de facturation, PN pour un identifiant fédérateur.',
    en: 'Choose the type in table 0203: PI for a local patient id, INS for the INS, NH for the billing NIR, PN for a federating id.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [dataTypesFr('§N.1')],
  hl7Error: '103',
  french: true,
  messages: {
    unknown: {
      fr: '{path} : le type « {found} » n’est pas dans la table 0203 ; attendu par exemple {expected}. Corrigez le type, en majuscules.',
      en: '{path}: the type "{found}" is not in table 0203; expected for instance {expected}. Correct the type, in capitals.',
    },
    tolerated: {
      fr: '{path} : le type « {found} », employé ailleurs dans les documents français, n’est pas dans la table 0203 ; attendu par exemple {expected}. Vérifiez avec le partenaire.',
      en: '{path}: the type "{found}", used elsewhere in the French documents, is not in table 0203; expected for instance {expected}. Check with the partner.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message, context) {
    const table = ownValue(context.profile.tables, '0203');
    if (!table) {
      yield missingTable('0203');
      return;
    }
    for (const patient of message.all('PID')) {
      for (const identifier of patient.field(3).repetitions) {
        const type = identifier.component(5);
        if (type.isEmpty) continue;
        const found = type.text;
        if (hasCode(table, found)) continue;
        const facts = { found, expected: 'PI, INS, NH, NDP, PN' };
        const tolerated = findList(context, 'toleratedIdentifierTypes') ?? TOLERATED;
        if (tolerated.includes(found)) yield problemAt('tolerated', type, { ...facts, severity: 'information' });
        else yield problemAt('unknown', type, facts);
      }
    }
  },
});
