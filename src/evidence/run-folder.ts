import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import {
  type EvidenceItem,
  type EvidenceSet,
  makeError,
  type RecordedScenario,
  type RecordedStep,
} from '../core/index.js';
import { sha256 } from './digest.js';
import { type EventLog, parseEventLog } from './events.js';

export const EVENTS_FILE = 'events.jsonl';
export const EVIDENCE_FOLDER = 'evidence';
export const MANIFEST_FILE = 'manifest.json';
export const RESULT_FILE = 'result.json';

export interface Manifest {
  readonly format: 'epreuve-manifest/1';
  /** Digest of the last line of events.jsonl: it stands for the whole chain. */
  readonly eventsHead: string;
  readonly packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** A difference between a run folder and its manifest, or a break inside the event log. */
export interface IntegrityProblem {
  readonly code: 'no-manifest' | 'changed' | 'missing' | 'unlisted' | 'chain-broken' | 'not-json' | 'truncated';
  readonly path: string;
  readonly line?: number;
}

/** Private keys of a run's own PKI are not evidence and change nothing in a verdict. */
const OUTSIDE_MANIFEST: ReadonlySet<string> = new Set([MANIFEST_FILE, 'pki']);

export function writeManifest(folder: string, packs: Manifest['packs']): void {
  const files = [...listFiles(folder, OUTSIDE_MANIFEST)].map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { path, size: bytes.byteLength, sha256: sha256(bytes) };
  });
  const manifest: Manifest = { format: 'epreuve-manifest/1', eventsHead: readEventLog(folder).head, packs, files };
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** Every file below a folder but those to leave out, forward slashes, sorted by folder. Links are not followed. */
export function* listFiles(folder: string, without: ReadonlySet<string>, below = ''): Generator<string> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (without.has(path)) continue;
    if (entry.isDirectory()) yield* listFiles(folder, without, path);
    else if (entry.isFile()) yield path;
  }
}

/** Compares the folder with its manifest and follows the chain of events. No problem means nothing changed. */
export function findIntegrityProblems(folder: string): IntegrityProblem[] {
  const log = readEventLog(folder);
  const problems: IntegrityProblem[] = log.problems.map(({ line, reason }) => ({
    code: reason,
    path: EVENTS_FILE,
    line,
  }));
  if (log.truncated) problems.push({ code: 'truncated', path: EVENTS_FILE });
  const manifest = readManifest(folder);
  if (!manifest) return [...problems, { code: 'no-manifest', path: MANIFEST_FILE }];
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of listFiles(folder, OUTSIDE_MANIFEST)) {
    const expected = listed.get(path);
    listed.delete(path);
    if (!expected) problems.push({ code: 'unlisted', path });
    else if (sha256(readFileSync(join(folder, path))) !== expected.sha256) problems.push({ code: 'changed', path });
  }
  for (const path of listed.keys()) problems.push({ code: 'missing', path });
  if (manifest.eventsHead !== log.head && !problems.some((problem) => problem.path === EVENTS_FILE)) {
    problems.push({ code: 'changed', path: EVENTS_FILE });
  }
  return problems;
}

function readManifest(folder: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8'));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files)) return false;
  return value.files.every((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('path' in row) || !('sha256' in row)) return false;
    return typeof row.path === 'string' && typeof row.sha256 === 'string';
  });
}

/** Throws the operator error `run-not-found` when the folder has no event log. */
export function readEventLog(folder: string): EventLog {
  try {
    return parseEventLog(readFileSync(join(folder, EVENTS_FILE), 'utf8'));
  } catch (cause) {
    throw makeError('run-not-found', { folder }, { cause });
  }
}

/**
 * Evidence of a run folder, as far as it was recorded: without its last event, or with one that cannot be read, it is
 * `incomplete`. Bytes are read now, so that judging touches no file. Throws `run-not-found`, or `run-damaged` for an item
 * whose file is gone, elsewhere, or not what was recorded.
 */
export function readRun(folder: string): EvidenceSet {
  const { events, truncated, problems } = readEventLog(folder);
  const unreadable = truncated || problems.some(({ reason }) => reason === 'not-json');
  const items: EvidenceItem[] = [];
  const steps: RecordedStep[] = [];
  const scenarios: RecordedScenario[] = [];
  const bytes = new Map<string, Uint8Array>();
  let title = { fr: 'Passage', en: 'Run' };
  let endedAt: string | undefined;
  for (const event of events) {
    if (event.type === 'run-started') title = event.title;
    if (event.type === 'run-ended') endedAt = event.at;
    if (event.type === 'scenario-started') scenarios.push(event.scenario);
    if (event.type === 'run-resumed') markPlayedAgain(steps);
    if (event.type === 'step-started') steps.push(event.step);
    if (event.type === 'step-ended') {
      const at = steps.findIndex((step) => step.id === event.id);
      const step = steps[at];
      if (step) steps[at] = { ...step, ended: event.ended };
    }
    if (event.type === 'item') {
      items.push(event.item);
      bytes.set(event.item.id, readItem(folder, event.item, event.sequence));
    }
  }
  const startedAt = events[0]?.at;
  return {
    title,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    incomplete: unreadable || endedAt === undefined,
    items,
    steps,
    ...(scenarios.length > 0 && { scenarios }),
    bytes: (id) => bytesOf(bytes, id),
  };
}

/** A resumed run plays an interrupted scenario again from its start: the step it stopped in is told, and does not count. */
function markPlayedAgain(steps: RecordedStep[]): void {
  for (const [at, step] of steps.entries()) if (!step.ended) steps[at] = { ...step, playedAgain: true };
}

function readItem(folder: string, item: EvidenceItem, line: number): Uint8Array {
  const file = item.file ?? '';
  // The event log may come from somebody else: a path that leaves the folder, or a link, is not followed.
  const unsafe = file === '' || isAbsolute(file) || file.includes('\\') || file.split('/').includes('..');
  if (unsafe) throw damaged(line, `chemin interdit : ${file}`, `forbidden path: ${file}`);
  const bytes = readRegularFile(join(folder, file.split('/').join(sep)));
  if (!bytes) throw damaged(line, `${file} ne peut pas être lu`, `${file} cannot be read`);
  if (sha256(bytes) !== item.sha256) throw damaged(line, `${file} a changé depuis`, `${file} has changed since`);
  return bytes;
}

function readRegularFile(path: string): Uint8Array | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function damaged(line: number, reasonFr: string, reasonEn: string): Error {
  return makeError('run-damaged', { file: EVENTS_FILE, line, reasonFr, reasonEn });
}

function bytesOf(bytes: ReadonlyMap<string, Uint8Array>, id: string): Uint8Array {
  const found = bytes.get(id);
  if (!found) throw makeError('defect', { reason: `no evidence item ${id}` });
  return found;
}

/** Evidence made of files only: `epreuve check` is a run with the shortest gathering. */
export function evidenceOfDocuments(
  documents: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[],
): EvidenceSet {
  const bytes = new Map<string, Uint8Array>();
  const items = documents.map((document, index): EvidenceItem => {
    const id = `e${String(index + 1).padStart(4, '0')}`;
    bytes.set(id, document.bytes);
    return {
      id,
      kind: 'document',
      name: document.name,
      mediaType: document.mediaType,
      sha256: sha256(document.bytes),
      size: document.bytes.byteLength,
    };
  });
  return {
    title: { fr: 'Contrôle de fichiers', en: 'File check' },
    incomplete: false,
    items,
    steps: [],
    bytes: (id) => bytesOf(bytes, id),
  };
}
