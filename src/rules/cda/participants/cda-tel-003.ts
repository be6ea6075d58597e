import { defineRule } from '../../../core/index.js';
import { attributeOf, type CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { structMin } from '../sources.js';
import { wrongUses } from './use-codes.js';

const USES = ['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'];
/** Those of the header: bodies have rules of their own. */
const PLACES = 'cda:*[not(self::cda:component)]/descendant-or-self::cda:telecom[@use]';

export const cdaTel003 = defineRule<CdaDocument, CdaContext, 'unknown'>({
  id: 'CDA-TEL-003',
  subject: 'cda/document',
  title: {
    fr: 'Une coordonnée dit à quoi elle sert, avec un code connu',
    en: 'A contact says what it is for, with a known code',
  },
  why: {
    fr: 'Domicile et travail ne se montrent pas au même endroit ; un code inconnu n’est montré nulle part.',
    en: 'Home and work are not shown in the same place; an unknown code is shown nowhere.',
  },
  repair: {
    fr: 'Employez H, HP, HV, WP, DIR, PUB, EC, MC, PG, ou retirez @use.',
    en: 'Use H, HP, HV, WP, DIR, PUB, EC, MC, PG, or remove @use.',
  },
  severity: 'error',
  trust: 'national',
  spec: [structMin('CI-SISTelecom')],
  messages: {
    unknown: {
      fr: '{path} contient « {found} » ; {expected} est attendu.',
      en: '{path} holds "{found}"; {expected} is expected.',
    },
  },
  appliesTo: (document) => document.test(PLACES),
  *check(document) {
    for (const node of document.elements(PLACES)) {
      const wrong = wrongUses(attributeOf(node, 'use') ?? '', USES);
      if (wrong.length === 0) continue;
      yield problemAt('unknown', document, node.attr('use') ?? node, {
        found: wrong.join(' '),
        expected: USES.join(', '),
      });
    }
  },
});
