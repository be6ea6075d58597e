import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { encounterOf } from './encounter.js';

const PAIRS = '0069-0032';

export const pamTab00690032 = defineRule<Hl7v2Message, Hl7v2Context, 'incompatible'>({
  id: 'PAM-TAB-0069-0032',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le type d’activité convient à la discipline',
    en: 'The activity type fits the discipline',
  },
  why: {
    fr: 'La discipline (PV1-10) et le type d’activité (PV1-21) forment le mode de traitement. Un couple inconnu est souvent une erreur de paramétrage de l’unité.',
    en: 'The discipline (PV1-10) and the activity type (PV1-21) make the treatment mode. An unknown pair is often a wrong setting of the unit.',
  },
  repair: {
    fr: 'Vérifiez le paramétrage de l’unité : l’annexe de PAM FR donne les types d’activité admis pour chaque discipline.',
    en: 'Check the settings of the unit: the annex of PAM FR gives the activity types allowed for each discipline.',
  },
  severity: 'information',
  trust: 'national',
  spec: [pamFr('§6.10.19')],
  french: true,
  messages: {
    incompatible: {
      fr: '{path} vaut {found} alors que la discipline est {discipline} ; types d’activité attendus : {expected}.',
      en: '{path} is {found} while the discipline is {discipline}; activity types expected: {expected}.',
    },
  },
  appliesTo: (message) => {
    const { pv1 } = encounterOf(message);
    return (pv1?.field(10).isValued && pv1.field(21).isValued) ?? false;
  },
  *check(message, { profile }) {
    const pairs = ownValue(profile.codePairs, PAIRS);
    if (pairs === undefined) {
      yield {
        cantTell: {
          fr: `Le pack ne contient pas la liste de couples ${PAIRS} : ajoutez-la pour que cette règle puisse juger.`,
          en: `The pack does not hold the list of pairs ${PAIRS}: add it so that this rule can judge.`,
        },
      };
      return;
    }
    const { pv1 } = encounterOf(message);
    if (pv1 === undefined) return;
    const discipline = pv1.field(10).text;
    const found = pv1.field(21).text;
    const allowed = ownValue(pairs, discipline);
    // A discipline that is not in the annex goes with anything: its code is judged by its table.
    if (allowed === undefined || allowed.length === 0 || allowed.includes(found)) return;
    yield problemAt('incompatible', pv1.field(21), { found, expected: allowed.join(', '), data: { discipline } });
  },
});
