import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { bundleForProcess } from '../support/bundle.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const bundle = bundleForProcess('cli');

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A real process in a folder of its own; `onTalk` sees what it says on stderr as it comes. */
async function start(
  args: readonly string[],
  {
    stdin = '',
    onTalk,
    shell,
  }: {
    stdin?: string;
    onTalk?: (text: string, kill: (signal: NodeJS.Signals) => unknown) => void;
    shell?: string;
  } = {},
): Promise<Ended> {
  const file = bundle;
  const { NODE_OPTIONS: _options, NO_COLOR: _colour, ...environment } = process.env;
  const env = { ...environment, LANG: 'en_GB.UTF-8', LC_ALL: '' };
  const child = shell
    ? spawn('sh', ['-c', shell, file], { cwd: root, env: { ...env, NODE: process.execPath } })
    : spawn(process.execPath, [file, ...args], { cwd: root, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    onTalk?.(err, (signal) => !child.killed && child.kill(signal));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, out, err }));
  });
}

test('check: verdict on stdout, nothing on stderr, exit code of the process', async () => {
  writeFileSync(join(root, 'good.hl7'), adt('A28'));
  expect(await start(['check', 'good.hl7'])).toMatchObject({ code: 0, err: '' });
  const bad = await start(['check', '-'], { stdin: adt('A28', { 'PID-8': 'X' }) });
  expect(bad).toMatchObject({ code: 1, err: '' });
  expect(bad.out).toContain('PAM-PID-8');
  expect(bad.out).not.toContain('\u001b[');
  expect((await start(['check', 'nowhere'])).code).toBe(3);
});

test('a reader that closes early is no fault', async () => {
  writeFileSync(join(root, 'many.hl7'), Array.from({ length: 300 }, () => adt('A28', { 'PID-8': 'X' })).join(''));
  const { out, err } = await start([], { shell: '"$NODE" "$0" check many.hl7 | head -1' });
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(err).toBe('');
});

test('a listener ends cleanly at SIGINT: its run is finished, judged and sealed', async () => {
  const ended = await start(['listen', '--port', '0', '--plaintext', '--out', 'listen'], {
    onTalk: (text, kill) => {
      if (text.includes('Listening')) kill('SIGINT');
    },
  });
  expect(ended).toMatchObject({ code: 2, signal: null });
  expect(existsSync(join(root, 'listen', 'manifest.json'))).toBe(true);
  expect(JSON.parse(readFileSync(join(root, 'listen', 'result.json'), 'utf8'))).toMatchObject({ incomplete: false });
});

test('a listener killed outright leaves a run that judge reads as far as it got', async () => {
  const ended = await start(['listen', '--port', '0', '--plaintext', '--out', 'killed'], {
    onTalk: (text, kill) => {
      if (text.includes('Listening')) kill('SIGKILL');
    },
  });
  expect(ended.signal).toBe('SIGKILL');
  const { code, out } = await start(['judge', 'killed']);
  expect(code).toBe(2);
  expect(out).toContain('did not reach its end');
  expect((await start(['verify', 'killed'])).out).toContain('nothing was sealed');
});

test('a command that waits for nobody ends at the first SIGINT', async () => {
  mkdirSync(join(root, 'silent'));
  writeFileSync(join(root, 'silent.yaml'), 'rules: [{ fault: no-answer }]\n');
  let sending: Promise<Ended> | undefined;
  await start(
    ['simulate', 'dmn', '--port', '0', '--plaintext', '--behaviour', 'silent.yaml', '--out', 'dmn', '--count', '1'],
    {
      onTalk: (text) => {
        const [, port] = /Listening on \S*?:(\d+)\. /.exec(text) ?? [];
        if (port === undefined || sending) return;
        sending = start(
          ['send', 'good.hl7', '--to', `127.0.0.1:${port}`, '--plaintext', '--timeout', '60', '--out', 'send'],
          {
            onTalk: (told, kill) => {
              if (told.includes('Connection in clear')) kill('SIGINT');
            },
          },
        );
      },
    },
  );
  expect(await sending).toMatchObject({ code: 130 });
});

test('a defect tells where, and nothing of the document', async () => {
  // A result whose rules are not what they seem makes a renderer fail.
  const result = {
    format: 'epreuve-result/1',
    tool: { name: 'epreuve', version: 'x' },
    title: { fr: 'CANARI', en: 'CANARI' },
    packs: [],
    evidence: [],
    steps: [{}],
    items: [{ rules: 7 }],
    findings: [{ ruleId: 'CANARI' }],
    counts: {},
    rules: {},
  };
  writeFileSync(join(root, 'bent.json'), JSON.stringify(result));
  const { code, err, out } = await start(['report', 'bent.json']);
  expect(code).toBe(4);
  expect(out).toBe('');
  expect(err).toContain('defect in Épreuve');
  expect(err).toContain('    at ');
  expect(err).not.toContain('CANARI');
});

test('run: killed at once, it can be judged as far as it got, and resumed', async () => {
  const waits = `id: waits
title: { fr: Attend, en: Waits }
summary: { fr: Attend, en: Waits }
steps:
  - id: listen
    title: { fr: Écoute, en: Listens }
    listen: { on: mllp }
  - id: receive
    title: { fr: Reçoit, en: Receives }
    receive: { ask: { fr: Envoyez, en: Send }, within: 10m }
`;
  writeFileSync(join(root, 'waits.yaml'), waits);
  const killed = await start(['run', 'dmn-identity/refusals', 'waits.yaml', '--out', 'killed-run'], {
    onTalk: (text, kill) => text.includes('[waits/receive]') && kill('SIGKILL'),
  });
  expect(killed.signal).toBe('SIGKILL');
  const judged = await start(['judge', 'killed-run', '--json']);
  expect(judged.code).toBe(2);
  const { incomplete, steps } = JSON.parse(judged.out);
  expect(incomplete).toBe(true);
  expect(steps.map(({ outcome }: { outcome: string }) => outcome)).toEqual([...Array(5).fill('passed'), 'untested']);
  const resumed = await start([
    'run',
    '--resume',
    'killed-run',
    'dmn-identity/refusals',
    'waits.yaml',
    '--max-wait',
    '1',
  ]);
  expect(resumed.code).toBe(1);
  const result = JSON.parse(readFileSync(join(root, 'killed-run', 'result.json'), 'utf8'));
  expect(result.incomplete).toBe(false);
  expect(result.steps.map(({ id }: { id: string }) => id).slice(4)).toEqual([
    'waits/listen',
    'waits/receive',
    'waits~2/listen',
    'waits~2/receive',
  ]);
  expect((await start(['verify', 'killed-run'])).code).toBe(0);
}, 30_000);
