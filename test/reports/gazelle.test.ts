import { describe, expect, it } from '@jest/globals';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import type { RunResult } from '../../src/core/index.js';
import { renderGazelle } from '../../src/reports/gazelle/gazelle-json.js';
import { renderGazelleXml } from '../../src/reports/gazelle/gazelle-xml.js';
import { resultWith } from '../support/cant-tell-result.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

interface AssertionReport {
  readonly assertionID: string;
  readonly assertionType: string;
  readonly severity: string;
  readonly result: string;
  readonly unexpectedErrors: readonly unknown[];
}

interface Part {
  readonly subReportResult: string;
  readonly assertionReports: readonly AssertionReport[];
}

const json = (result: RunResult) => JSON.parse(renderGazelle(result, { language: 'fr' }));
const assertions = (result: RunResult): AssertionReport[] =>
  json(result).reports.flatMap((part: Part) => part.assertionReports);

describe('gazelle report', () => {
  it('uses only the words of the model', () => {
    const report = json(goldenResult());
    expect(report).toMatchObject({ modelVersion: '0.1', overallResult: 'FAILED' });
    expect(report.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const { result, severity } of assertions(goldenResult())) {
      expect(['PASSED', 'FAILED', 'UNDEFINED']).toContain(result);
      expect(['INFO', 'WARNING', 'ERROR']).toContain(severity);
    }
  });

  it('counts what it lists', () => {
    const all = assertions(goldenResult());
    const failed = (severity: string) =>
      all.filter((each) => each.result === 'FAILED' && each.severity === severity).length;
    expect(json(goldenResult()).counters).toEqual({
      numberOfAssertions: all.length,
      numberOfFailedWithInfos: failed('INFO'),
      numberOfFailedWithWarnings: failed('WARNING'),
      numberOfFailedWithErrors: failed('ERROR'),
      numberOfUnexpectedErrors: all.filter(({ unexpectedErrors }) => unexpectedErrors.length > 0).length,
    });
  });

  it('is UNDEFINED with an unexpected error for what could not be decided', () => {
    const undecided = resultWith({ cantTell: 1, passed: 2 }, 'cantTell');
    expect(json(undecided).overallResult).toBe('UNDEFINED');
    expect(json(undecided).reports[0].subReportResult).toBe('UNDEFINED');
    const [own] = assertions(undecided).filter(({ assertionType }) => assertionType === 'cantTell');
    expect(own).toMatchObject({
      result: 'UNDEFINED',
      unexpectedErrors: [{ name: 'cantTell', message: 'Java absent' }],
    });
  });

  it('never calls what does not apply passed, nor lets it fail the report', () => {
    const result = resultWith({ inapplicable: 1, passed: 1 }, 'passed');
    expect(json(result).overallResult).toBe('PASSED');
    const [own] = assertions(result).filter(({ assertionType }) => assertionType === 'inapplicable');
    expect(own).toMatchObject({ result: 'UNDEFINED', severity: 'INFO', unexpectedErrors: [] });
    expect(json(resultWith({ inapplicable: 1 }, 'inapplicable')).overallResult).toBe('UNDEFINED');
  });

  it('says the same in XML', () => {
    for (const result of [goldenResult(), hostileResult('<&"\u000b')]) {
      const document = XmlDocument.fromString(renderGazelleXml(result, { language: 'fr' }));
      const names = { gvr: 'http://validationreport.gazelle.ihe.net/' };
      const constraints = document.find('//gvr:constraint', names) as XmlElement[];
      expect(constraints.map((each) => [each.attr('constraintID')?.value, each.attr('testResult')?.value])).toEqual(
        assertions(result).map((each) => [each.assertionID, each.result]),
      );
      expect(document.root.attr('result')?.value).toBe(json(result).overallResult);
      document.dispose();
    }
  });
});
