import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { readLocation, readOutsideReport } from '../../../src/formats/outside/index.js';

const read = (text: string) => readOutsideReport(Buffer.from(text));

const gazelleXml = (constraints: string, result = 'PASSED', more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><gvr:validationReport xmlns:gvr="http://validationreport.gazelle.ihe.net/" uuid="u" result="${result}">
    <gvr:validationOverview validationDateTime="2026-01-05T10:15:00Z" validationOverallResult="${result}">
      <gvr:validationServiceName>Validateur</gvr:validationServiceName><gvr:validationServiceVersion>3.1</gvr:validationServiceVersion>
    </gvr:validationOverview>${more}
    <gvr:subReport name="PAM" subReportResult="${result}"><gvr:subReport name="inner" subReportResult="${result}">${constraints}</gvr:subReport></gvr:subReport>
  </gvr:validationReport>`;
const constraint = (result: string, location = '', severity = 'ERROR') =>
  `<gvr:constraint constraintID="C-1" severity="${severity}" priority="MANDATORY" testResult="${result}"><gvr:constraintDescription>Texte</gvr:constraintDescription><gvr:locationInValidatedObject>${location}</gvr:locationInValidatedObject></gvr:constraint>`;

const gazelleJson = (report: object) =>
  JSON.stringify({ modelVersion: '0.1', overallResult: 'PASSED', reports: [], counters: {}, ...report });

const tar = (result: string, items = '') =>
  `<tr:TestStepReport xmlns:tr="http://www.gitb.com/tr/v1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tr:TAR"><tr:date>2026-01-05T10:15:00Z</tr:date><tr:result>${result}</tr:result><tr:reports><tr:reports xsi:type="tr:TAR"><tr:reports>${items}</tr:reports></tr:reports></tr:reports></tr:TestStepReport>`;

describe('reports of other tools', () => {
  it('reads Gazelle XML: tool, date, nested constraints, what passed', () => {
    const report = read(gazelleXml(constraint('PASSED') + constraint('FAILED', 'line 3, column 12'), 'FAILED'));
    expect(report).toMatchObject({ format: 'gazelle-xml', tool: 'Validateur 3.1', outcome: 'failed', passed: 1 });
    expect(report.findings).toEqual([
      {
        id: 'C-1',
        severity: 'error',
        description: 'Texte',
        location: { text: 'line 3, column 12', line: 3, column: 12 },
      },
    ]);
  });

  it('reads Gazelle JSON with either shape of location', () => {
    const assertion = { assertionID: 'A', severity: 'WARNING', result: 'FAILED', description: 'd' };
    const report = read(
      gazelleJson({
        reports: [
          {
            name: 'r',
            assertionReports: [{ ...assertion, subjectLocation: 'line 2, column 1, FHIRPath: Observation.code' }],
            subReports: [
              { constraints: [{ ...assertion, subjectLocations: [{ type: 'xpath', value: '/ClinicalDocument/id' }] }] },
            ],
          },
        ],
      }),
    );
    expect(report.outcome).toBe('passed');
    expect(report.findings.map(({ location }) => location?.path)).toEqual(['Observation.code', '/ClinicalDocument/id']);
  });

  it('takes any unexpected error for undecided, whatever the report claims', () => {
    const error = [{ name: 'x', message: 'm' }];
    const claims = [
      gazelleJson({ counters: { numberOfUnexpectedErrors: 1 } }),
      gazelleJson({ reports: [{ name: 'r', unexpectedErrors: error }] }),
      gazelleJson({ reports: [{ name: 'r', assertionReports: [{ result: 'PASSED', unexpectedErrors: error }] }] }),
      gazelleJson({
        overallResult: 'FAILED',
        reports: [{ subReports: [{ subCounters: { numberOfUnexpectedErrors: 2 } }] }],
      }),
      gazelleXml(constraint('PASSED'), 'PASSED', '<gvr:counters numberOfUnexpectedErrors="1"/>'),
      gazelleXml(constraint('UNDEFINED'), 'PASSED'),
      JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] }),
    ];
    for (const text of claims) {
      expect(read(text).outcome).toBe('cantTell');
      expect(read(text).note).toBeDefined();
    }
  });

  it('takes a success that lists errors for a failure, and a prefixed word for the word', () => {
    expect(read(gazelleXml(constraint('FAILED'), 'PASSED')).outcome).toBe('failed');
    expect(
      read(tar('SUCCESS', '<tr:error xsi:type="tr:BAR"><tr:description>d</tr:description></tr:error>')).outcome,
    ).toBe('failed');
    expect(read(gazelleXml('', 'DONE_UNDEFINED')).outcome).toBe('cantTell');
    expect(read(gazelleXml('', 'DONE_PASSED')).outcome).toBe('passed');
  });

  it('never takes silence for success', () => {
    expect(read(gazelleXml('', '')).outcome).toBe('cantTell');
    expect(read(gazelleJson({ overallResult: 'FINE' })).outcome).toBe('cantTell');
    expect(read(tar('')).outcome).toBe('cantTell');
    expect(read(JSON.stringify({ resourceType: 'OperationOutcome' })).outcome).toBe('cantTell');
  });

  it('reads a TAR: errors and warnings with their place, infos counted', () => {
    const item = (name: string, location: string) =>
      `<tr:${name} xsi:type="tr:BAR"><tr:assertionID>T</tr:assertionID><tr:description>d</tr:description><tr:location>${location}</tr:location></tr:${name}>`;
    const report = read(tar('WARNING', item('warning', 'message:12:0') + item('info', 'message:1:1')));
    expect(report).toMatchObject({ format: 'tar', outcome: 'passed', passed: 1 });
    expect(report.findings).toEqual([
      {
        id: 'T',
        severity: 'warning',
        description: 'd',
        location: { text: 'message:12:0', document: 'message', line: 12 },
      },
    ]);
    expect(read(tar('UNDEFINED')).outcome).toBe('cantTell');
  });

  it('reads an OperationOutcome in JSON and XML, with line extensions', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-';
    const issue = {
      extension: [
        { url: `${url}line`, valueInteger: 7 },
        { url: `${url}col`, valueInteger: 3 },
      ],
      severity: 'error',
      code: 'invariant',
      details: { coding: [{ code: 'obs-6' }], text: 'Texte' },
      expression: ['Observation'],
    };
    const json = read(JSON.stringify({ resourceType: 'OperationOutcome', issue: [issue] }));
    expect(json).toMatchObject({ format: 'operation-outcome', outcome: 'failed' });
    expect(json.findings[0]).toMatchObject({
      id: 'obs-6',
      description: 'Texte',
      location: { path: 'Observation', line: 7, column: 3 },
    });
    const xml = read(
      '<OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="warning"/><code value="value"/><diagnostics value="D"/></issue></OperationOutcome>',
    );
    expect(xml).toMatchObject({ outcome: 'passed', findings: [{ severity: 'warning', description: 'D' }] });
  });

  it('refuses document types, error pages and other shapes, saying which', () => {
    const code = (text: string | Uint8Array) => {
      try {
        readOutsideReport(typeof text === 'string' ? Buffer.from(text) : text);
      } catch (error) {
        if (isEpreuveError(error)) return error.code;
        throw error;
      }
      return 'read';
    };
    expect(code(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${gazelleXml('').slice(38)}`)).toBe(
      'xml-doctype',
    );
    expect(code(Buffer.from(`<!DOCTYPE a>${tar('SUCCESS')}`, 'utf16le'))).not.toBe('read');
    expect(code('<!DOCTYPE html><html><body>502</body></html>')).toBe('outside-report-html');
    expect(code('\n<!-- x --><HTML lang="fr"><head></HTML>')).toBe('outside-report-html');
    expect(code('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe('outside-report-html');
    for (const text of ['', 'nope', '{}', '{"a":', '<a/>', '<validationReport/>', '[1]']) {
      expect(code(text)).toBe('outside-report-unknown');
    }
    expect(code(gazelleXml('').slice(0, -10))).toBe('xml-malformed');
    expect(code(gazelleXml('<a>'.repeat(200) + '</a>'.repeat(200)))).toBe('xml-too-deep');
  });

  it('keeps a bounded number of findings and counts the rest', () => {
    const report = read(gazelleXml(constraint('FAILED').repeat(1500), 'FAILED'));
    expect([report.findings.length, report.unlisted]).toEqual([1000, 500]);
  });
});

describe('places of other tools', () => {
  it.each([
    ['line 12, column 4', { line: 12, column: 4 }],
    ['Ligne 3', { line: 3 }],
    ['hl7:12:0', { document: 'hl7', line: 12 }],
    ['hl7shortpath:MSH[1]-6[1].3[1]', { path: 'MSH-6.3' }],
    ['PID[1]-3[2].4.2', { path: 'PID-3[2].4.2' }],
    [
      '/ClinicalDocument/recordTarget[1]/patientRole/id[2]',
      { path: '/ClinicalDocument/recordTarget[1]/patientRole/id[2]' },
    ],
    ['line 2, column 5, FHIRPath: Bundle.entry[0].resource', { line: 2, column: 5, path: 'Bundle.entry[0].resource' }],
    ['somewhere', {}],
  ])('%s', (text, expected) => {
    expect(readLocation(text)).toEqual({ text, ...expected });
  });
});

describe('any bytes', () => {
  const survives = (bytes: Uint8Array) => {
    try {
      const report = readOutsideReport(bytes);
      // A report is never better than what it lists.
      if (report.outcome === 'passed')
        expect(report.findings.every(({ undecided, severity }) => !undecided && severity !== 'error')).toBe(true);
    } catch (error) {
      if (!isEpreuveError(error, 'document')) throw error;
    }
  };

  it('give a report or a typed error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => survives(Buffer.from(`<${text}`))));
  });

  it('of a JSON of any shape too', () => {
    const leaf = fc.oneof(
      fc.constantFrom('PASSED', 'FAILED', 'UNDEFINED', 'ERROR', 'INFO', 'x', ''),
      fc.integer(),
      fc.constant(null),
    );
    const keys = [
      'reports',
      'subReports',
      'assertionReports',
      'constraints',
      'result',
      'overallResult',
      'severity',
      'unexpectedErrors',
      'counters',
      'numberOfUnexpectedErrors',
      'subjectLocations',
      'value',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(tree, tree, (reports, counters) => {
        survives(Buffer.from(JSON.stringify({ overallResult: 'PASSED', reports: [reports], counters })));
        survives(Buffer.from(JSON.stringify({ resourceType: 'OperationOutcome', issue: reports })));
      }),
    );
  });

  it('of a real report cut or changed anywhere too', () => {
    const whole = Buffer.from(gazelleXml(constraint('PASSED') + constraint('FAILED', 'line 3')));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        survives(whole.subarray(0, at));
        const changed = Buffer.from(whole);
        changed[at] = byte;
        survives(changed);
      }),
    );
  });

  it('as a place never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readLocation(text).text).toBe(text.trim())));
  });
});
