import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { steppingClock } from '../../src/core/index.js';
import { RunRecorder, sealRun } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

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
