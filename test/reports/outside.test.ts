import { describe, expect, it } from '@jest/globals';
import type { OutsideFinding, OutsideReport, RunResult } from '../../src/core/index.js';
import { compareOutside } from '../../src/reports/outside/compare.js';
import { goldenResult } from '../support/golden-result.js';
import { reportText } from '../support/report-text.js';

const theirs = (
  location: OutsideFinding['location'],
  severity: OutsideFinding['severity'] = 'error',
): OutsideFinding => ({
  id: 'GZL-1',
  severity,
  description: 'Kanari7X is wrong',
  ...(location && { location }),
});

const reportOf = (...findings: OutsideFinding[]): OutsideReport => ({
  evidenceId: 'ev-9',
  format: 'gazelle-xml',
  tool: 'Validateur 3.1',
  link: 'https://gazelle.example/evs/report.seam?oid=1.2.3',
  outcome: 'failed',
  passed: 3,
  findings,
  unlisted: 0,
});

const withReport = (report: OutsideReport): RunResult => ({ ...goldenResult(), outsideReports: [report] });
const compare = (...findings: OutsideFinding[]) => compareOutside(goldenResult(), reportOf(...findings));
const idsOf = ({ both }: ReturnType<typeof compareOutside>) =>
  both.flatMap(({ ours }) => ours.map(({ ruleId }) => ruleId));

describe('comparison with another tool', () => {
  it('puts together what is at the same path, or the same line and column', () => {
    expect(idsOf(compare(theirs({ text: '', path: 'PID-3[2].1' })))).toEqual(['PAM-PID-3-INS-KEY']);
    expect(idsOf(compare(theirs({ text: '', line: 3, column: 49 })))).toEqual(['PAM-PID-3-INS-KEY']);
    expect(idsOf(compare(theirs({ text: '', line: 3, column: 50 })))).toEqual([]);
    expect(idsOf(compare(theirs({ text: '', path: 'PID-4' })))).toEqual([]);
    expect(idsOf(compare(theirs(undefined)))).toEqual([]);
  });

  it('reads one XPath written in two ways as the same', () => {
    const result = goldenResult();
    const [first] = result.findings;
    if (!first) throw new Error('findings expected');
    const location = {
      ...first.location,
      format: 'xpath' as const,
      path: '/ClinicalDocument/recordTarget/patientRole/id[2]/@root',
    };
    const own = { ...result, findings: [{ ...first, location }] };
    for (const path of [
      '/hl7:ClinicalDocument[1]/hl7:recordTarget[1]/hl7:patientRole[1]/hl7:id[2]/@root',
      "/*:ClinicalDocument[namespace-uri()='urn:hl7-org:v3']/*:recordTarget[1]/*:patientRole/*:id[2]/@root",
      "/*[local-name()='ClinicalDocument' and namespace-uri()='urn:hl7-org:v3']/*[local-name()='recordTarget']/*[local-name()='patientRole']/*[local-name()='id'][2]/@root",
    ]) {
      expect(compareOutside(own, reportOf(theirs({ text: '', path }))).both).toHaveLength(1);
    }
    expect(
      compareOutside(own, reportOf(theirs({ text: '', path: '/ClinicalDocument/recordTarget/patientRole/id/@root' })))
        .both,
    ).toEqual([]);
  });

  it('tells when both see it with another weight, and what only one of them sees', () => {
    const comparison = compare(
      theirs({ text: '', path: 'PID-3[2].1' }, 'warning'),
      theirs({ text: '', path: 'PV1-2' }),
    );
    expect(comparison.both[0]?.sameSeverity).toBe(false);
    expect(comparison.theirsOnly.map(({ location }) => location?.path)).toEqual(['PV1-2']);
    expect(comparison.oursOnly.map(({ ruleId }) => ruleId)).toContain('hl7v2/field-required');
    expect(comparison.oursOnly.map(({ ruleId }) => ruleId)).not.toContain('PAM-PID-3-INS-KEY');
  });

  it('looks only at the evidence the report is about, or at the document a place names', () => {
    const elsewhere = { ...reportOf(theirs({ text: '', path: 'PID-3[2].1' })), aboutEvidenceId: 'ev-4' };
    expect(compareOutside(goldenResult(), elsewhere).both).toEqual([]);
    expect(idsOf(compare(theirs({ text: '', document: 'ev-2', line: 3, column: 49 })))).toEqual(['PAM-PID-3-INS-KEY']);
    expect(idsOf(compare(theirs({ text: '', document: 'ev-4', line: 3, column: 49 })))).toEqual([]);
  });

  it('is told in text and HTML, in both languages, without the words of the other tool unless asked', async () => {
    const result = withReport(reportOf(theirs({ text: 'PID-3 Kanari7X', path: 'PID-3[2].1' })));
    for (const format of ['text', 'html'] as const) {
      const masked = await reportText(result, format, { language: 'fr' });
      for (const part of [
        'Rapports d’autres outils',
        'Validateur 3.1',
        'oid=1.2.3',
        'GZL-1',
        'Signalé par nous seuls',
      ]) {
        expect(masked).toContain(part);
      }
      expect(masked).not.toContain('Kanari7X');
      const shown = await reportText(result, format, { language: 'en', showValues: true });
      expect(shown).toContain('Kanari7X');
      expect(shown).toContain('Found by both');
    }
    expect(await reportText(result, 'json', { language: 'fr' })).not.toContain('Kanari7X');
  });

  it('never shows a verdict that could not be given as agreement', async () => {
    const undecided = withReport({ ...reportOf(), outcome: 'cantTell' });
    expect(await reportText(undecided, 'text', { language: 'en' })).toContain('Not comparable');
  });
});
