import type { ReportFormat } from '../../src/reports/index.js';
import { LABELS, OUTCOME_WORDS } from '../../src/reports/labels.js';

/** What a reader of each format takes for success: the verdict of the run, as machines and people read it. */
export const SAYS_SUCCESS: Readonly<Record<ReportFormat, (text: string) => boolean>> = {
  text: (text) => /^✓ Passed: /m.test(text),
  md: (text) => text.includes('**✓ Passed**'),
  html: (text) => text.includes('class="verdict passed"'),
  csv: (text) => new RegExp(`^\ufeff[^\r]*\r\n${LABELS.verdict.en},,${OUTCOME_WORDS.passed.en},`).test(text),
  json: (text) => JSON.parse(text).outcome === 'passed',
  junit: (text) => !/<(failure|error) /.test(text) && text.includes('<testcase '),
  pdf: (text) => /^✓ {2}Passed$/m.test(text),
  png: (text) => text.includes('✓ Passed'),
  sarif: (text) => {
    const [run] = JSON.parse(text).runs;
    const isOpen = run.results.some(
      ({ kind, suppressions }: { kind: string; suppressions?: unknown }) =>
        !suppressions && (kind === 'open' || kind === 'fail'),
    );
    return run.invocations[0].executionSuccessful && !isOpen;
  },
  tar: (text) => /<tr:result>(SUCCESS|WARNING)<\/tr:result>/.exec(text.slice(0, text.indexOf('<tr:reports>'))) !== null,
  gazelle: (text) => JSON.parse(text).overallResult === 'PASSED',
  'gazelle-xml': (text) => /<gvr:validationReport [^>]*result="PASSED"/.test(text),
  outcome: (text) => !JSON.parse(text).issue.some(({ severity }: { severity: string }) => /error|fatal/.test(severity)),
  testreport: (text) => JSON.parse(text).result === 'pass',
};
