import { spawn } from 'node:child_process';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isEpreuveError, steppingClock } from '../../src/core/index.js';
import { findIntegrityProblems, parseEventLog, RunRecorder, readRun, sealRun } from '../../src/evidence/index.js';
import { bundleForProcess } from '../support/bundle.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
let count = 0;

/** A finished run of two items and one step. */
function makeRun(options: { end?: boolean } = {}): string {
  const folder = join(root, `run-${++count}`);
  const recorder = new RunRecorder({
    folder,
    title: { fr: 'Essai', en: 'Trial' },
    tool: { name: 'epreuve', version: 'test' },
    clock: steppingClock('2026-01-05T10:00:00Z', 1000),
  });
  recorder.startStep({ id: 'one', title: { fr: 'Un', en: 'One' } });
  const item = { kind: 'exchange', mediaType: 'text/plain', extension: 'hl7' } as const;
  const sent = recorder.record({ ...item, name: 'sent-ADT_A28', direction: 'sent' }, Buffer.from('MSH|'));
  recorder.record({ ...item, name: 'received ../../x', direction: 'received', answers: sent.id }, Buffer.from('MSH|^'));
  recorder.endStep('one', { outcome: 'passed' });
  if (options.end !== false) recorder.end();
  return folder;
}

test('what was recorded is read back, in order, with its bytes, step and links', () => {
  const run = readRun(makeRun());
  expect(run.incomplete).toBe(false);
  expect(run.title.en).toBe('Trial');
  expect(run.items.map(({ id, step, answers }) => [id, step, answers])).toEqual([
    ['e0001', 'one', undefined],
    ['e0002', 'one', 'e0001'],
  ]);
  expect(Buffer.from(run.bytes('e0002')).toString()).toBe('MSH|^');
  expect(run.steps).toEqual([{ id: 'one', title: { fr: 'Un', en: 'One' }, ended: { outcome: 'passed' } }]);
});

test('names given by the other side never leave the evidence folder', () => {
  const folder = makeRun();
  expect(readdirSync(join(folder, 'evidence')).sort()).toEqual(['e0001-sent-ADT_A28.hl7', 'e0002-received_x.hl7']);
});

test('files are readable by their owner only', () => {
  const folder = makeRun();
  expect(statSync(join(folder, 'events.jsonl')).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'evidence', 'e0001-sent-ADT_A28.hl7')).mode & 0o077).toBe(0);
});

test('a run without its last event is incomplete and keeps what it has', () => {
  const run = readRun(makeRun({ end: false }));
  expect(run.incomplete).toBe(true);
  expect(run.items).toHaveLength(2);
});

test('a log cut at any byte is read as far as it goes', () => {
  const folder = makeRun();
  const log = join(folder, 'events.jsonl');
  const { size } = statSync(log);
  let before = 2;
  for (let length = size; length > 0; length -= 37) {
    truncateSync(log, length);
    const items = readRun(folder).items.length;
    expect(items).toBeLessThanOrEqual(before);
    before = items;
  }
  expect(before).toBe(0);
});

describe('a process killed with SIGKILL', () => {
  const recorderFile = bundleForProcess('evidence');

  test('leaves a readable run', async () => {
    const folder = join(root, 'killed');
    const script = `
      import { RunRecorder } from ${JSON.stringify(pathToFileURL(recorderFile).href)};
      const text = { fr: 'x', en: 'x' };
      const recorder = new RunRecorder({ folder: ${JSON.stringify(folder)}, title: text, tool: { name: 'epreuve', version: 'test' } });
      const next = () => {
        recorder.record({ kind: 'log', mediaType: 'text/plain', name: 'line', extension: 'txt' }, Buffer.alloc(1000));
        process.stdout.write('.', () => setImmediate(next));
      };
      next();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    let written = 0;
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    const signal = await new Promise<string | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (_code, received) => resolve(received));
      child.stdout.on('data', (chunk: Buffer) => {
        written += chunk.byteLength;
        if (written >= 5) child.kill('SIGKILL');
      });
    });
    expect({ signal, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' });
    const run = readRun(folder);
    expect(run.incomplete).toBe(true);
    expect(run.items.length).toBeGreaterThanOrEqual(5);
    for (const item of run.items) expect(run.bytes(item.id)).toHaveLength(1000);
  });
});

describe('verification', () => {
  const sealed = () => {
    const folder = makeRun();
    sealRun(folder, []);
    return folder;
  };
  const codes = (folder: string) => findIntegrityProblems(folder).map(({ code, path }) => `${code} ${path}`);

  test('an untouched run has no problem', () => expect(codes(sealed())).toEqual([]));

  test('a run that was not sealed says so', () => expect(codes(makeRun())).toEqual(['no-manifest manifest.json']));

  test('one changed byte of an evidence file is found', () => {
    const folder = sealed();
    writeFileSync(join(folder, 'evidence', 'e0001-sent-ADT_A28.hl7'), 'MSH~');
    expect(codes(folder)).toEqual(['changed evidence/e0001-sent-ADT_A28.hl7']);
  });

  test('a file taken away, and one added, are found', () => {
    const folder = sealed();
    rmSync(join(folder, 'evidence', 'e0001-sent-ADT_A28.hl7'));
    writeFileSync(join(folder, 'evidence', 'new.hl7'), 'x');
    expect(codes(folder)).toEqual(['unlisted evidence/new.hl7', 'missing evidence/e0001-sent-ADT_A28.hl7']);
  });

  test('an event changed, and one removed, break the chain even when the manifest is made again', () => {
    for (const change of [
      (lines: string[]) => lines.map((line, index) => (index === 2 ? line.replace('"sent"', '"received"') : line)),
      (lines: string[]) => lines.toSpliced(2, 1),
    ]) {
      const folder = makeRun();
      const log = join(folder, 'events.jsonl');
      writeFileSync(log, change(readFileSync(log, 'utf8').split('\n')).join('\n'));
      sealRun(folder, []);
      expect(codes(folder)).toContain('chain-broken events.jsonl');
    }
  });

  test('an event added after the seal is found', () => {
    const folder = sealed();
    const event = { sequence: 9, at: '2026-01-05T10:00:00Z', previous: 'x' };
    appendFileSync(join(folder, 'events.jsonl'), `${JSON.stringify({ ...event, type: 'run-ended' })}\n`);
    expect(codes(folder)).toEqual(['chain-broken events.jsonl', 'changed events.jsonl']);
  });
});

describe('hostile run folders', () => {
  const withFile = (file: string) => {
    const folder = makeRun();
    const log = join(folder, 'events.jsonl');
    writeFileSync(log, readFileSync(log, 'utf8').replace('evidence/e0001-sent-ADT_A28.hl7', file));
    return folder;
  };

  test.each(['../../../etc/passwd', '/etc/passwd', 'evidence/../../x', ''])('an item file %j is refused', (file) => {
    expect(() => readRun(withFile(file))).toThrow(expect.objectContaining({ code: 'run-damaged' }));
  });

  test('a link is not followed', () => {
    const folder = withFile('evidence/link');
    symlinkSync('/etc/passwd', join(folder, 'evidence', 'link'));
    expect(() => readRun(folder)).toThrow(expect.objectContaining({ code: 'run-damaged' }));
  });

  test('an item whose bytes are not those recorded is not judged', () => {
    const folder = makeRun();
    writeFileSync(join(folder, 'evidence', 'e0001-sent-ADT_A28.hl7'), 'MSH~');
    const read = () => readRun(folder);
    expect(read).toThrow(expect.objectContaining({ code: 'run-damaged' }));
    expect(read).toThrow('events.jsonl, line 3: evidence/e0001-sent-ADT_A28.hl7 has changed since');
  });

  const chained = { sequence: 2, at: '2026-01-05T10:00:00Z', previous: 'x' };
  test.each([
    { ...chained, type: 'item' },
    { ...chained, type: 'item', item: { id: 1 } },
    { ...chained, type: 'step-started', step: { id: 'x', title: 'y' } },
    { ...chained, type: 'step-ended', id: 'one', ended: { outcome: 'marvellous' } },
    { ...chained, type: 'constructor' },
    { type: 'run-ended' },
  ])('an event of another shape is passed over and makes the run incomplete: %j', (event) => {
    const folder = makeRun();
    appendFileSync(join(folder, 'events.jsonl'), `${JSON.stringify(event)}\n`);
    expect(readRun(folder)).toMatchObject({ incomplete: true, items: [{ id: 'e0001' }, { id: 'e0002' }] });
    expect(findIntegrityProblems(folder).map(({ code }) => code)).toContain('not-json');
  });

  test.each(['null', '{"files":[null]}', '{"files":[{"path":1}]}', 'not json'])('a manifest %s is none', (manifest) => {
    const folder = makeRun();
    writeFileSync(join(folder, 'manifest.json'), manifest);
    expect(findIntegrityProblems(folder).map(({ code }) => code)).toEqual(['no-manifest']);
  });

  test('lines that are no event are passed over and told', () => {
    const log = parseEventLog('{"type":1}\nnot json\nnull\n');
    expect(log.events).toEqual([]);
    expect(log.problems).toHaveLength(3);
  });
});

test('a folder in use, and one that cannot be written, are refused with their name', () => {
  const folder = makeRun();
  const options = { title: { fr: 'x', en: 'x' }, tool: { name: 'epreuve', version: 'test' } };
  expect(() => new RunRecorder({ folder, ...options })).toThrow(expect.objectContaining({ code: 'run-exists' }));
  expect(() => new RunRecorder({ folder: '/proc/none', ...options })).toThrow(
    expect.objectContaining({ code: 'folder-unwritable' }),
  );
});

test('a folder that is no run is refused', () => {
  let thrown: unknown;
  try {
    readRun(root);
  } catch (error) {
    thrown = error;
  }
  expect(isEpreuveError(thrown, 'operator')).toBe(true);
  expect(thrown).toMatchObject({ code: 'run-not-found' });
});
