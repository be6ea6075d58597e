import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admission } from './message.js';

export interface Cold {
  /** Milliseconds, best of the runs. */
  readonly best: number;
  readonly median: number;
  /** Milliseconds of `node -e 0`, the floor. */
  readonly bareNode: number;
  /** Peak resident memory in megabytes (MiB), largest of the runs. */
  readonly peakMegabytes: number;
}

/** Whole processes: `epreuve check one.er7` on what was built, and an empty Node between them. */
export function measureCold(command: string, runs: number): Cold {
  const folder = mkdtempSync(join(tmpdir(), 'epreuve-bench-'));
  try {
    const file = join(folder, 'one.er7');
    writeFileSync(file, admission());
    const timed: number[] = [];
    const bare: number[] = [];
    for (let index = 0; index < runs; index++) {
      timed.push(spawnTimed([command, 'check', file]));
      bare.push(spawnTimed(['-e', '0']));
    }
    timed.sort((left, right) => left - right);
    return {
      best: timed[0] ?? Number.NaN,
      median: timed[timed.length >> 1] ?? Number.NaN,
      bareNode: Math.min(...bare),
      peakMegabytes: Math.max(...Array.from({ length: 3 }, () => peakMemory(command, file, folder))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds and peak resident memory (MB) of one process that ran to its end, whatever its verdict. */
export function measureProcess(
  command: string,
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): { readonly elapsed: number; readonly peakMegabytes: number } {
  const { hook, note } = peakHook(folder);
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, command, ...args], {
    encoding: 'utf8',
    env,
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { elapsed, peakMegabytes: (Number(readFileSync(note, 'utf8')) * 1024) / 1e6 };
}

function spawnTimed(args: readonly string[], options: readonly string[] = []): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [...options, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The process writes its own peak when it ends; measured apart from the time. */
function peakMemory(command: string, file: string, folder: string): number {
  const { hook, note } = peakHook(folder);
  spawnTimed([command, 'check', file], ['--require', hook]);
  return Number(readFileSync(note, 'utf8')) / 1024;
}

/** A script that makes a process write its peak, in KiB, into a note. */
function peakHook(folder: string): { readonly hook: string; readonly note: string } {
  const note = join(folder, 'peak');
  const hook = join(folder, 'peak.cjs');
  const write = `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `process.on('exit', () => ${write});`);
  return { hook, note };
}
