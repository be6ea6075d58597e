import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { captureOfFile, recordCapture } from '../../src/capture/index.js';
import { steppingClock } from '../../src/core/index.js';
import { findIntegrityProblems, RunRecorder, readEventLog, readRun, sealRun } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600ffd9', 'hex');
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
const box = (name: string, content = '') => {
  const bytes = Buffer.alloc(8 + content.length);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write(name + content, 4, 'latin1');
  return bytes;
};
const MP4 = Buffer.concat([box('ftyp', 'isom'), box('moov', 'x'), box('mdat', 'film')]);
const tool = { name: 'epreuve', version: 'test' };
let count = 0;

function sealedRun(end = true): string {
  const folder = join(root, `run-${++count}`);
  const recorder = new RunRecorder({
    folder,
    title: { fr: 'Essai', en: 'Trial' },
    tool,
    clock: steppingClock('2026-01-05T10:00:00Z'),
  });
  recorder.startStep({ id: 'shown', title: { fr: 'Montré', en: 'Shown' } });
  const message = 'MSH|^~\\&|GAM|H|DMN|H|20260105100000||ADT^A28^ADT_A05|1|P|2.5\r';
  recorder.record(
    { kind: 'document', mediaType: 'x-application/hl7-v2+er7', name: 'a28', extension: 'hl7' },
    Buffer.from(message),
  );
  recorder.endStep('shown', { outcome: 'passed' });
  if (end) recorder.end();
  sealRun(folder, []);
  return folder;
}

test.each([
  ['a.png', PIXEL, 'image/png', 'capture'],
  ['photo.jpeg', JPEG, 'image/jpeg', 'capture'],
  ['doc.pdf', PDF, 'application/pdf', 'capture'],
  ['film.mp4', MP4, 'video/mp4', 'capture'],
  ['serveur.log', Buffer.from('2026-01-05 prêt\r\n'), 'text/plain', 'log'],
])('%s is known by its bytes', (name, bytes, mediaType, kind) => {
  expect(captureOfFile(name, bytes)).toMatchObject({ mediaType, kind });
  expect(captureOfFile('renamed.txt', bytes).mediaType).toBe(mediaType);
});

test('what is cut, empty or unknown proves nothing', () => {
  for (const bytes of [PIXEL, JPEG, PDF, MP4]) {
    expect(() => captureOfFile('cut', bytes.subarray(0, bytes.length - 3 - (bytes === PDF ? 4 : 0)))).toThrow(
      /cut|damaged/,
    );
  }
  expect(() => captureOfFile('empty.png', new Uint8Array())).toThrow(/empty/);
  expect(() => captureOfFile('program.png', Buffer.from('7f454c4602010100', 'hex'))).toThrow(/no PNG/);
  expect(() => captureOfFile('latin1.txt', Buffer.from('prêt', 'latin1'))).toThrow(/no PNG/);
});

test('no name leaves the evidence folder', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('../../x', '..\\..\\x.png', 'C:\\a', '/etc/passwd', '..'),
      ),
      (name) => {
        const { name: kept } = captureOfFile(name, PIXEL);
        expect(kept).not.toMatch(/[/\\]/);
      },
    ),
  );
});

test('a capture added to a sealed run is told in its log, keeps its step, and the run verifies again', () => {
  const folder = sealedRun();
  const before = readEventLog(folder);
  const recorder = RunRecorder.reopen(folder, { tool, clock: steppingClock('2026-01-06T09:00:00Z') });
  const item = recordCapture(recorder, captureOfFile('écran ../x.png', PIXEL), 'shown');
  recorder.close();
  expect(findIntegrityProblems(folder).map(({ code }) => code)).toContain('unlisted');
  sealRun(folder, []);
  expect(findIntegrityProblems(folder)).toEqual([]);
  const { events, problems } = readEventLog(folder);
  expect(problems).toEqual([]);
  expect(events.slice(0, before.events.length)).toEqual(before.events);
  expect(events.at(-2)).toMatchObject({
    type: 'run-reopened',
    tool,
    manifest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(item).toMatchObject({ id: 'e0002', step: 'shown', facts: { source: 'file', added: 'afterwards' } });
  const run = readRun(folder);
  expect(run.endedAt).toBe(readRun(folder).endedAt);
  expect(run.incomplete).toBe(false);
  expect(readdirSync(join(folder, 'evidence'))).toEqual(['e0001-a28.hl7', `e0002-x.png`]);
});

test('a run cut short stays cut short, whatever is added', () => {
  const folder = sealedRun(false);
  const recorder = RunRecorder.reopen(folder, { tool });
  recordCapture(recorder, captureOfFile('a.png', PIXEL));
  recorder.close();
  expect(readRun(folder)).toMatchObject({ incomplete: true });
  expect(readRun(folder).items).toHaveLength(2);
});

test('a line the run was killed in is dropped; a log that was changed is not written to', () => {
  const cut = sealedRun(false);
  appendFileSync(join(cut, 'events.jsonl'), '{"sequence":');
  RunRecorder.reopen(cut, { tool }).close();
  expect(readEventLog(cut)).toMatchObject({ truncated: false, problems: [] });
  const changed = sealedRun();
  const log = join(changed, 'events.jsonl');
  writeFileSync(log, readFileSync(log, 'utf8').replace('Trial', 'Other'));
  expect(() => RunRecorder.reopen(changed, { tool })).toThrow(/events.jsonl/);
  expect(() => RunRecorder.reopen(join(root, 'nowhere'), { tool })).toThrow(/run/);
});

test('the commands add files and terminal output, and verify still holds', async () => {
  const folder = sealedRun();
  const picture = join(root, 'écran.png');
  writeFileSync(picture, PIXEL);
  const added = await cli(['capture', 'file', picture, '--into', folder, '--step', 'shown']);
  expect(added).toMatchObject({ code: 0 });
  expect(added.out).toMatch(/^e0002 {2}ecran.png {2}sha256 [0-9a-f]{64}\n$/);
  const shown = await cli(['capture', 'terminal', '--into', folder, '--as', 'svg', '--mask', 'DUP\\w+'], {
    stdin: '\u001b[32mDUPONT ok\u001b[0m\n',
  });
  expect(shown).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'evidence', 'e0003-terminal.svg'), 'utf8')).not.toContain('DUPONT');
  const ran = await cli([
    'capture',
    'terminal',
    '--into',
    folder,
    '--as',
    'svg',
    '--command',
    'echo out; echo err >&2; exit 3',
  ]);
  expect(ran.code).toBe(0);
  expect(readRun(folder).items.at(-1)?.facts).toMatchObject({ 'exit code': '3' });
  expect(await cli(['verify', folder])).toMatchObject({ code: 0 });
  expect(await cli(['capture', 'file', picture, '--into', folder, '--step', 'other'])).toMatchObject({ code: 3 });
  expect(await cli(['capture', 'file', picture])).toMatchObject({ code: 3 });
  expect(await cli(['capture', 'file', picture, '--into', root])).toMatchObject({ code: 3 });
});
