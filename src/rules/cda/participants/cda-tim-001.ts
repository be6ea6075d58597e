import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansLegacy } from '../sources.js';
import { compareTimes } from '../time.js';

/** Intervals of time only: low and high are bounds of quantities too. */
const INTERVALS =
  'descendant::cda:low[@value]/parent::*[self::cda:effectiveTime or self::cda:time or self::cda:useablePeriod or self::pharm:effectiveTime][cda:high/@value]';

export const cdaTim001 = defineRule<CdaDocument, CdaContext, 'reversed'>({
  id: 'CDA-TIM-001',
  subject: 'cda/document',
  title: { fr: 'Une période finit après avoir commencé', en: 'A period ends after it begins' },
  why: {
    fr: 'Une période à l’envers ne se place sur aucune frise et fausse les recherches par date.',
    en: 'A reversed period fits on no time line and spoils searches by date.',
  },
  repair: { fr: 'Échangez ou corrigez low et high.', en: 'Swap or correct low and high.' },
  severity: 'error',
  trust: 'national',
  spec: [ansLegacy('IVL_TS')],
  messages: {
    reversed: {
      fr: '{path} vaut « {found} », avant le début de la période ({expected}).',
      en: '{path} is "{found}", before the beginning of the period ({expected}).',
    },
  },
  appliesTo: (document) => document.test(INTERVALS),
  *check(document) {
    for (const interval of document.elements(INTERVALS)) {
      const expected = document.text('cda:low/@value', interval);
      const found = document.text('cda:high/@value', interval);
      // At the precision both have: the end of a stay may be given by its day alone.
      if ((compareTimes(found, expected) ?? 0) >= 0) continue;
      const [high] = document.find('cda:high/@value', interval);
      yield problemAt('reversed', document, high ?? interval, { found, expected, expectedIsPersonal: true });
    }
  },
});
