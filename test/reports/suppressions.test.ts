import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RunResult, SuppressionEntry } from '../../src/core/index.js';
import { evidenceOfDocuments, judgeEvidence } from '../../src/judge.js';
import { REPORT_FORMATS } from '../../src/reports/index.js';
import { reportText } from '../support/report-text.js';
import { SAYS_SUCCESS } from '../support/says-success.js';

const name = 'ADT_A05-A28-birth-date-error.hl7';
const known = { author: 'A. Auteur', reason: 'CorrigeEnVersion42' };
const idle = [
  { rule: 'PAM-EXPIRED', ...known, reason: 'RaisonEchue', expires: '2026-01-01' },
  { rule: 'PAM-UNUSED', ...known, reason: 'RaisonSansObjet' },
];

/** The sample with its errors suppressed, and two entries that suppress nothing. */
async function suppressedResult(): Promise<RunResult> {
  const evidence = evidenceOfDocuments([
    { name, mediaType: 'x-application/hl7-v2+er7', bytes: readFileSync(`samples/hl7v2/${name}`) },
  ]);
  const { findings } = await judgeEvidence(evidence, {});
  const entries: SuppressionEntry[] = findings.map(({ ruleId }) => ({ rule: ruleId, ...known }));
  return judgeEvidence(evidence, { suppressions: { entries: [...entries, ...idle], asOf: '2026-04-01' } });
}

let result: RunResult;
beforeAll(async () => {
  result = await suppressedResult();
});

/** PDF and SVG wrap their lines. */
const flat = (text: string) => text.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ');

describe('a suppressed error', () => {
  it.each(REPORT_FORMATS)(
    'is shown with its reason in %s, is no failure, and the verdict counts it',
    async (format) => {
      const text = await reportText(result, format, { language: 'en' });
      expect(text).toContain(known.reason);
      expect(SAYS_SUCCESS[format](text)).toBe(true);
      if (format === 'json') expect(JSON.parse(text).counts.suppressed.error).toBeGreaterThan(0);
      if (format === 'sarif')
        expect(JSON.parse(text).runs[0].results.some((each: object) => 'suppressions' in each)).toBe(true);
      // JUnit has no place for a sentence: a suppressed error is a skipped test there.
      if (format === 'junit') expect(text).toMatch(/<skipped message="Suppressed: CorrigeEnVersion42/);
      else if (format !== 'json') expect(flat(text)).toMatch(/\d suppressed errors? \(not counted\)/);
    },
  );
});

describe('an entry that suppresses nothing', () => {
  it.each(['text', 'html', 'pdf', 'md'] as const)('is a warning in %s, in both languages', async (format) => {
    for (const [language, expired, unused] of [
      ['fr', 'échue, elle ne s’applique plus', 'inutilisée, aucun constat ne lui correspond'],
      ['en', 'expired, it applies no more', 'unused, no finding matches it'],
    ] as const) {
      const text = flat(await reportText(result, format, { language })).replace(/\u00a0/g, ' ');
      expect(text).toContain(expired);
      expect(text).toContain(unused);
      for (const { reason, rule } of idle)
        expect(text).toMatch(new RegExp(`${rule}[^]*${reason}|${reason}[^]*${rule}`));
      expect(text).toMatch(language === 'fr' ? /Avertissement/ : /Warning/);
    }
  });
});
