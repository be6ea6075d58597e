import type { RunResult } from '../../core/index.js';
import type { ReportOptions } from '../types.js';
import { type Assertion, countAssertions, resultOf } from './assertions.js';
import { gazelleReport } from './report-model.js';

/** Validation report of Gazelle's validation-service API, model 0.1 (`application/gzl.validation.report+json`). */
export function renderGazelle(result: RunResult, options: ReportOptions): string {
  const report = gazelleReport(result, options);
  const document = {
    modelVersion: '0.1',
    uuid: report.uuid,
    dateTime: report.dateTime,
    disclaimer: report.disclaimer,
    validationMethod: {
      validationServiceName: report.service,
      validationServiceVersion: report.version,
      validationProfileID: report.validator,
      validationProfileVersion: report.validatorVersion,
    },
    overallResult: report.overall,
    additionalMetadata: report.result.packs.map(({ id, version, digest }) => ({
      name: `${id}@${version}`,
      value: digest,
    })),
    validationItems: report.result.evidence.map(({ id, name, direction }) => ({
      itemId: id,
      role: direction ?? 'document',
      location: name,
    })),
    reports: report.parts.map(({ name, assertions }) => ({
      name,
      standards: report.result.packs.map((pack) => `${pack.id}@${pack.version}`),
      subReportResult: resultOf(assertions),
      subReports: [],
      assertionReports: assertions.map(assertionReport),
      subCounters: countersOf(assertions),
      unexpectedErrors: [],
    })),
    counters: countersOf(report.parts.flatMap(({ assertions }) => assertions)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function assertionReport(assertion: Assertion) {
  const { unexpectedError } = assertion;
  return {
    assertionID: assertion.id,
    assertionType: assertion.type,
    description: assertion.description,
    ...(assertion.location !== undefined && { subjectLocation: assertion.location }),
    ...(assertion.value !== undefined && { subjectValue: assertion.value }),
    requirementIDs: assertion.requirementIds,
    severity: assertion.severity,
    priority: assertion.priority,
    result: assertion.result,
    unexpectedErrors: unexpectedError === undefined ? [] : [{ name: 'cantTell', message: unexpectedError }],
  };
}

function countersOf(assertions: readonly Assertion[]) {
  const counters = countAssertions(assertions);
  return {
    numberOfAssertions: counters.assertions,
    numberOfFailedWithInfos: counters.failedWithInfos,
    numberOfFailedWithWarnings: counters.failedWithWarnings,
    numberOfFailedWithErrors: counters.failedWithErrors,
    numberOfUnexpectedErrors: counters.unexpectedErrors,
  };
}
