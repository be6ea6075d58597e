import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type IntegrityProblem, listFiles } from './run-folder.js';

/** List of digests of a folder, in the form of `sha256sum -c`. */
export const INDEX_FILE = 'index.sha256';
/** Signatures of the list stand beside it, outside it. */
export const INDEX_SIGNATURES = { cms: `${INDEX_FILE}.p7s`, jws: `${INDEX_FILE}.jws` } as const;

const OUTSIDE_INDEX: ReadonlySet<string> = new Set([INDEX_FILE, ...Object.values(INDEX_SIGNATURES)]);
const PIECE = 1024 * 1024;

/** Text of the index of a folder: a digest and a path a line, sorted. Throws the error of the system. */
export function indexOfFolder(folder: string): string {
  const lines = [...listFiles(folder, OUTSIDE_INDEX)].map((path) => `${digestOfFile(join(folder, path))}  ${path}`);
  return `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`;
}

/** Compares a folder with its index. No problem means nothing changed. */
export function findIndexProblems(folder: string): IntegrityProblem[] {
  const listed = readIndex(folder);
  if (!listed) return [{ code: 'no-manifest', path: INDEX_FILE }];
  const problems: IntegrityProblem[] = [];
  for (const path of listFiles(folder, OUTSIDE_INDEX)) {
    const expected = listed.get(path);
    listed.delete(path);
    if (expected === undefined) problems.push({ code: 'unlisted', path });
    else if (digestOfFile(join(folder, path)) !== expected) problems.push({ code: 'changed', path });
  }
  for (const path of listed.keys()) problems.push({ code: 'missing', path });
  return problems;
}

function readIndex(folder: string): Map<string, string> | undefined {
  try {
    const lines = readFileSync(join(folder, INDEX_FILE), 'utf8').split('\n').filter(Boolean);
    const rows = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
    if (rows.length === 0 || rows.includes(null)) return undefined;
    return new Map(rows.map((row) => [row?.[2] ?? '', row?.[1] ?? '']));
  } catch {
    return undefined;
  }
}

/** In pieces: a video need not fit in memory. */
function digestOfFile(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (let read = -1; read !== 0; ) {
      read = readSync(handle, piece, 0, PIECE, null);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
