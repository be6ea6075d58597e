import type { RunResult } from '../../core/index.js';
import type { ReportOptions } from '../types.js';
import { writeXml } from '../write-xml.js';
import { type Assertion, countAssertions, resultOf } from './assertions.js';
import { gazelleReport } from './report-model.js';

/** Detailed validation report as Gazelle's EVSClient writes it (prefix `gvr`). */
export function renderGazelleXml(result: RunResult, options: ReportOptions): string {
  const report = gazelleReport(result, options);
  const all = report.parts.flatMap(({ assertions }) => assertions);
  return writeXml({
    'gvr:validationReport': {
      '@xmlns:gvr': 'http://validationreport.gazelle.ihe.net/',
      '@uuid': report.uuid,
      '@result': report.overall,
      'gvr:validationOverview': {
        '@validationDateTime': report.dateTime,
        '@validationOverallResult': report.overall,
        'gvr:disclaimer': report.disclaimer,
        'gvr:validationServiceName': report.service,
        'gvr:validationServiceVersion': report.version,
        'gvr:validatorID': report.validator,
        'gvr:validatorVersion': report.validatorVersion,
      },
      'gvr:counters': countersXml(all),
      'gvr:subReport': report.parts.map(({ name, assertions }) => ({
        '@name': name,
        '@subReportResult': resultOf(assertions),
        'gvr:counters': countersXml(assertions),
        'gvr:constraint': assertions.map(constraintXml),
      })),
    },
  });
}

function countersXml(assertions: readonly Assertion[]) {
  const counters = countAssertions(assertions);
  return {
    '@numberOfConstraints': counters.assertions,
    '@numberOfErrors': counters.failedWithErrors,
    '@numberOfWarnings': counters.failedWithWarnings,
    '@failedWithInfoNumber': counters.failedWithInfos,
    '@numberOfUnexpectedErrors': counters.unexpectedErrors,
  };
}

function constraintXml({ id, severity, priority, result, description, type, location }: Assertion) {
  return {
    '@constraintID': id,
    '@severity': severity,
    '@priority': priority,
    '@testResult': result,
    'gvr:constraintDescription': description,
    'gvr:constraintType': type,
    ...(location !== undefined && { 'gvr:locationInValidatedObject': location }),
  };
}
