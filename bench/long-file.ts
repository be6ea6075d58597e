import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATED_MEASURES, generateMeasure, isMeasuredIn } from '../src/index.js';
import { perSecond, type Row } from './table.js';

const BUDGET_MEGABYTES = 512;
/** The peak may rise by so much while the file grows by ten, and still be called constant. */
const CONSTANT_WITHIN = 1.25;
const BATCH = 5000;

/** Whole processes: `epreuve check day.ndjson` on files that grow tenfold, and the memory they took. */
export function longFileRows(command: string, observations: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'epreuve-bench-'));
  try {
    const small = check(command, folder, Math.ceil(observations / 10));
    const large = check(command, folder, observations);
    const budget = `≤ ${BUDGET_MEGABYTES} MB, ≤ × ${CONSTANT_WITHIN}`;
    const kept = large.megabytes <= BUDGET_MEGABYTES && large.megabytes <= small.megabytes * CONSTANT_WITHIN;
    return [toRow(small), { ...toRow(large), budget, kept }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Checked {
  readonly observations: number;
  readonly seconds: number;
  readonly megabytes: number;
}

function toRow({ observations, seconds, megabytes }: Checked): Row {
  return {
    work: `${observations.toLocaleString('en')} observations in ${seconds.toFixed(0)} s of processor time`,
    figure: perSecond((seconds * 1_000_000) / observations),
    ratio: `peak ${megabytes.toFixed(0)} MB`,
  };
}

function check(command: string, folder: string, observations: number): Checked {
  const [file, note, hook] = ['day.ndjson', 'note', 'note.cjs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeDay(file, observations);
  const said = `JSON.stringify(process.resourceUsage())`;
  writeFileSync(hook, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(note)}, ${said}));`);
  const args = ['--require', hook, command, 'check', file, '--quiet', '--json'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(note, 'utf8'));
  return { observations, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

/** Every measure of the guide in turn. */
function writeDay(file: string, observations: number): void {
  const lines = GENERATED_MEASURES.filter((name) => isMeasuredIn(name, 'guide')).map((name) =>
    JSON.stringify(generateMeasure(name, 'guide', 1)),
  );
  const out = openSync(file, 'w');
  try {
    for (let done = 0; done < observations; done += BATCH) {
      const count = Math.min(BATCH, observations - done);
      const batch = Array.from({ length: count }, (_, index) => lines[(done + index) % lines.length]);
      writeSync(out, `${batch.join('\n')}\n`);
    }
  } finally {
    closeSync(out);
  }
}
