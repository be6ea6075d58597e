import { defineRule } from '../../core/index.js';
import { ansExamples, own } from '../cda/sources.js';
import { compareTimes, hoursBetween } from '../cda/time.js';
import type { CdaPair, PairContext } from './context.js';
import { problemIn } from './problem-in.js';

/** A transformation follows its source at once; a day leaves room for a nightly job. */
const LONGEST_DELAY_HOURS = 24;

export const cdaPair012 = defineRule<CdaPair, PairContext, 'before' | 'late' | 'apart'>({
  id: 'CDA-PAIR-012',
  subject: 'cda/pair',
  title: {
    fr: 'Le niveau 3 est fait avec le niveau 1 ou peu après',
    en: 'The level 3 is made with the level 1 or shortly after',
  },
  why: {
    fr: 'Un niveau 3 plus ancien que son niveau 1, ou bien plus récent, laisse douter que les deux disent la même chose.',
    en: 'A level 3 older than its level 1, or much younger, leaves doubt whether both say the same.',
  },
  repair: {
    fr: 'Donnez aux deux documents le même effectiveTime, ou au niveau 3 l’instant de la transformation.',
    en: 'Give both documents the same effectiveTime, or the level 3 the time of the transformation.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [ansExamples('Transmission initiale ORU'), own('cda-n1-n3 §3.3')],
  messages: {
    before: {
      fr: '{path} vaut « {found} », avant le niveau 1 (« {expected} »).',
      en: '{path} is "{found}", before the level 1 ("{expected}").',
    },
    late: {
      fr: '{path} vaut « {found} », plus de 24 heures après le niveau 1 (« {expected} »).',
      en: '{path} is "{found}", more than 24 hours after the level 1 ("{expected}").',
    },
    apart: {
      fr: '{path} vaut « {found} », un peu après le niveau 1 (« {expected} ») : admis.',
      en: '{path} is "{found}", shortly after the level 1 ("{expected}"): accepted.',
    },
  },
  appliesTo: (pair) => timesOf(pair) !== undefined,
  *check(pair) {
    const times = timesOf(pair);
    if (!times || times.order === 0) return;
    const { expected, found, order } = times;
    const hours = hoursBetween(expected, found);
    const late = hours === undefined ? expected.slice(0, 8) !== found.slice(0, 8) : hours > LONGEST_DELAY_HOURS;
    const messageId = order > 0 ? 'before' : late ? 'late' : 'apart';
    const facts = { found, expected, ...(messageId === 'apart' && { severity: 'information' as const }) };
    yield problemIn(messageId, pair.level3, pair.level3.document.header.effectiveTime?.node, facts);
  },
});

/** Both times and their order; undefined when one of them is no date. */
function timesOf({ level1, level3 }: CdaPair) {
  const expected = level1?.document.header.effectiveTime?.value;
  const found = level3.document.header.effectiveTime?.value;
  if (expected === undefined || found === undefined) return undefined;
  const order = compareTimes(expected, found);
  return order === undefined ? undefined : { expected, found, order };
}
