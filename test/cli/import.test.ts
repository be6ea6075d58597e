import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { steppingClock } from '../../src/core/index.js';
import { RunRecorder, sealRun } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { pdfText } from '../support/pdf-text.js';

const root = temporaryFolder();
let count = 0;
let run = '';

beforeEach(() => {
  run = join(root, `run-${++count}`);
  const recorder = new RunRecorder({
    folder: run,
    title: { fr: 'Essai', en: 'Trial' },
    tool: { name: 'epreuve', version: 'test' },
    clock: steppingClock('2026-01-05T10:00:00Z'),
  });
  const message = 'MSH|^~\\&|GAM|H|DMN|H|20260105100000||ADT^A28^ADT_A05|1|P|2.5\rEVN||20260105100000\rPID|1\r';
  const item = { kind: 'document', mediaType: 'x-application/hl7-v2+er7', name: 'a28', extension: 'hl7' } as const;
  recorder.record(item, Buffer.from(message));
  recorder.end();
  sealRun(run, []);
});

function file(name: string, text: string): string {
  const path = join(root, `${count}-${name}`);
  writeFileSync(path, text);
  return path;
}

const tar = (result: string) =>
  `<TestStepReport xmlns="http://www.gitb.com/tr/v1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TAR"><date>2026-01-05T10:15:00Z</date><result>${result}</result><reports><error xsi:type="BAR"><assertionID>T-1</assertionID><description>PV1 is missing</description><location>a28.hl7:3:6</location></error></reports></TestStepReport>`;

describe('epreuve import', () => {
  it('keeps the report and its link as evidence, compares it, and leaves a run that verifies', async () => {
    const link = 'https://platform.example/report?oid=1.2.3';
    const { code, out } = await cli([
      'import',
      file('tar.xml', tar('FAILURE')),
      '--into',
      run,
      '--link',
      link,
      '--about',
      'a28.hl7',
    ]);
    expect(out).toContain('GITB TAR');
    expect(out).toContain(link);
    expect(code).toBe(0);
    const result = JSON.parse(readFileSync(join(run, 'result.json'), 'utf8'));
    expect(result.outsideReports).toMatchObject([{ format: 'tar', outcome: 'failed', link, aboutEvidenceId: 'e0001' }]);
    expect(result.evidence.at(-1)).toMatchObject({ kind: 'report', mediaType: 'application/xml' });
    expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('Reports of other tools');
    expect(await cli(['verify', run])).toMatchObject({ code: 0 });
  });

  const gazelleXml = `<gvr:validationReport xmlns:gvr="http://validationreport.gazelle.ihe.net/" uuid="u" result="FAILED">
    <gvr:validationOverview validationDateTime="2026-01-05T10:15:00Z" validationOverallResult="FAILED"><gvr:validationServiceName>Validateur</gvr:validationServiceName><gvr:validationServiceVersion>3.1</gvr:validationServiceVersion></gvr:validationOverview>
    <gvr:subReport name="PAM" subReportResult="FAILED"><gvr:constraint constraintID="GZL-7" severity="ERROR" priority="MANDATORY" testResult="FAILED"><gvr:constraintDescription>Kanari7X is missing</gvr:constraintDescription><gvr:locationInValidatedObject>PV1-2</gvr:locationInValidatedObject></gvr:constraint></gvr:subReport></gvr:validationReport>`;
  const assertion = { assertionID: 'GZJ-7', severity: 'ERROR', result: 'FAILED', description: 'Kanari7X is missing' };
  const gazelleJson = JSON.stringify({
    ...{ modelVersion: '0.1', overallResult: 'FAILED', counters: {} },
    reports: [{ name: 'r', assertionReports: [{ ...assertion, subjectLocation: 'PV1-2' }] }],
  });
  const operationOutcome = JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'value', expression: ['PV1-2'], details: { text: 'Kanari7X' } }],
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a Gazelle report in XML', 'report.xml', gazelleXml, ['Gazelle (XML)', 'Validateur 3.1', 'GZL-7']],
    ['a Gazelle report in JSON', 'report.json', gazelleJson, ['Gazelle (JSON)', 'GZJ-7']],
    [
      'a GITB report',
      'tar.xml',
      tar('FAILURE').replace('PV1 is missing', 'Kanari7X').replace('a28.hl7:3:6', 'a28.hl7:2:1'),
      ['GITB TAR', 'T-1'],
    ],
    ['an OperationOutcome', 'outcome.json', operationOutcome, ['FHIR OperationOutcome']],
  ])('shows %s in the PDF and in the Markdown, its words masked unless asked', async (_, name, text, parts) => {
    const link = 'https://platform.example/report?oid=1.2.3';
    const argv = ['import', file(name, text), '--into', run, '--link', link, '--about', 'a28.hl7', '--quiet'];
    expect(await cli(argv)).toMatchObject({ code: 0 });
    for (const [language, words] of [
      ['fr', ['Rapports d’autres outils', 'Leur verdict', 'Échec', 'Signalé par eux seuls', 'Signalé par nous seuls']],
      ['en', ['Reports of other tools', 'Their verdict', 'Failed', 'Found by them only', 'Found by us only']],
    ] as const) {
      for (const values of [[], ['--show-values']]) {
        const told = await Promise.all(
          (['pdf', 'md'] as const).map(async (format) => {
            const out = join(root, `${count}-${language}-${values.length}.${format}`);
            const more = ['--out', out, '--lang', language, ...values];
            expect(await cli(['report', run, '--as', format, ...more])).toMatchObject({ code: 0 });
            const bytes = readFileSync(out);
            const plain = format === 'pdf' ? pdfText(bytes) : bytes.toString('utf8');
            return plain.replace(/\\/g, '').replace(/\s+/g, ' ');
          }),
        );
        for (const shown of told) {
          for (const part of [...words, ...parts, 'oid=1.2.3']) expect(shown).toContain(part);
          expect(shown.includes('Kanari7X')).toBe(values.length > 0);
        }
      }
    }
  });

  it('refuses what it cannot read, naming the file, and leaves the run as it was', async () => {
    const before = readFileSync(join(run, 'events.jsonl'), 'utf8');
    const hostile = file('evil.xml', `<!DOCTYPE x>${tar('SUCCESS')}`);
    const refused = await cli(['import', hostile, '--into', run]);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('evil.xml');
    expect(refused.err).toContain('DOCTYPE');
    const page = await cli(['import', file('502.xml', '<!doctype html><html></html>'), '--into', run]);
    expect(page.err).toContain('HTML page');
    expect(readFileSync(join(run, 'events.jsonl'), 'utf8')).toBe(before);
  });

  it('refuses a link that is none, an unknown evidence, and no run', async () => {
    const report = file('tar.xml', tar('SUCCESS'));
    for (const [argv, text] of [
      [['--into', run, '--link', 'javascript:alert(1)'], '--link'],
      [['--into', run, '--about', 'nothing'], 'e0001 (a28.hl7)'],
      [[], '--into'],
    ] as const) {
      const { code, err } = await cli(['import', report, ...argv]);
      expect(code).toBe(3);
      expect(err).toContain(text);
    }
  });
});
