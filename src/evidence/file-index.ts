import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ZipContent } from './read-zip.js';
import { type IntegrityProblem, listFiles } from './run-folder.js';

/** List of digests of a folder, in the form of `sha256sum -c`. */
export const INDEX_FILE = 'index.sha256';
/** Signatures of the list stand beside it, outside it. */
export const INDEX_SIGNATURES = { cms: `${INDEX_FILE}.p7s`, jws: `${INDEX_FILE}.jws` } as const;

/** What verifying an archive needs besides digests. */
export const INDEX_FILES: ReadonlySet<string> = new Set([INDEX_FILE, ...Object.values(INDEX_SIGNATURES)]);

const OUTSIDE_INDEX = INDEX_FILES;
const PIECE = 1024 * 1024;

/** Text of the index of a folder: a digest and a path a line, sorted. Throws the error of the system. */
export function indexOfFolder(folder: string): string {
  const lines = [...listFiles(folder, OUTSIDE_INDEX)].map((path) => `${digestOfFile(join(folder, path))}  ${path}`);
  return `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`;
}

/** Compares a folder with its index. No problem means nothing changed. */
export function findIndexProblems(folder: string): IntegrityProblem[] {
  return compareIndex(indexText(folder), listFiles(folder, OUTSIDE_INDEX), (path) => digestOfFile(join(folder, path)));
}

/** The same for an archive whose files were digested one by one. */
export function findArchiveProblems({ digests, files }: ZipContent): IntegrityProblem[] {
  const index = files.get(INDEX_FILE);
  const text = index && Buffer.from(index).toString('utf8');
  const paths = [...digests.keys()].filter((path) => !OUTSIDE_INDEX.has(path));
  return compareIndex(text, paths, (path) => digests.get(path) ?? '');
}

function compareIndex(
  text: string | undefined,
  paths: Iterable<string>,
  digestOf: (path: string) => string,
): IntegrityProblem[] {
  const listed = text === undefined ? undefined : readIndex(text);
  if (!listed) return [{ code: 'no-manifest', path: INDEX_FILE }];
  const problems: IntegrityProblem[] = [];
  for (const path of paths) {
    const expected = listed.get(path);
    listed.delete(path);
    if (expected === undefined) problems.push({ code: 'unlisted', path });
    else if (digestOf(path) !== expected) problems.push({ code: 'changed', path });
  }
  for (const path of listed.keys()) problems.push({ code: 'missing', path });
  return problems;
}

function indexText(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, INDEX_FILE), 'utf8');
  } catch {
    return undefined;
  }
}

function readIndex(text: string): Map<string, string> | undefined {
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  if (rows.length === 0 || rows.includes(null)) return undefined;
  return new Map(rows.map((row) => [row?.[2] ?? '', row?.[1] ?? '']));
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
