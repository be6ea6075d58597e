import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Clock,
  type EvidenceItem,
  isEpreuveError,
  makeError,
  type RecordedScenario,
  type RecordedStep,
  systemClock,
  systemCode,
  type Text,
} from '../core/index.js';
import { sha256 } from './digest.js';
import { CHAIN_START, type RunEventBody } from './events.js';
import { makeFolder } from './make-folder.js';
import { EVENTS_FILE, EVIDENCE_FOLDER, MANIFEST_FILE, readEventLog, writeManifest } from './run-folder.js';

export interface RecorderOptions {
  readonly folder: string;
  readonly title: Text;
  readonly tool: { readonly name: string; readonly version: string };
  readonly clock?: Clock;
  /** Goes on with a run that was interrupted, in its folder: events are added to those it has. */
  readonly resume?: true;
  /** Adds evidence to a recorded run, ended or not: its log and the facts of each new item say that it came afterwards. */
  readonly reopen?: true;
}

/** What a caller says of a new item; the recorder adds id, time, digest, size and file. */
export interface NewItem
  extends Pick<EvidenceItem, 'kind' | 'mediaType'>,
    Partial<Pick<EvidenceItem, 'direction' | 'connection' | 'step' | 'answers' | 'facts'>> {
  /** For people and for the file name; made safe. */
  readonly name: string;
  readonly extension: string;
}

/**
 * Writes a run folder as things happen: the file of an item first, then its event, each forced to disk, so that a run
 * killed at any moment leaves everything before that moment readable.
 * Throws operator errors `run-exists` and `folder-unwritable`; to go on with a run, `run-not-found`,
 * `run-damaged`, `run-complete`.
 */
export class RunRecorder {
  readonly #events: number;
  readonly #clock: Clock;
  #sequence = 0;
  #items = 0;
  #head = CHAIN_START;
  #step: string | undefined;

  /** Opens a recorded run to add evidence to it. Close it with `close`, judge it, seal it again. */
  static reopen(folder: string, options: Pick<RecorderOptions, 'tool' | 'clock'>): RunRecorder {
    return new RunRecorder({ folder, title: { fr: 'Passage', en: 'Run' }, ...options, reopen: true });
  }

  constructor(readonly options: RecorderOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#events = options.resume || options.reopen ? this.#goOn(options) : this.#create(options);
  }

  #create({ folder, title, tool }: RecorderOptions): number {
    try {
      makeFolder(join(folder, EVIDENCE_FOLDER));
      if (readdirSync(folder).some((name) => name !== EVIDENCE_FOLDER && name !== 'pki')) {
        throw makeError('run-exists', { folder });
      }
      const events = openSync(join(folder, EVENTS_FILE), 'wx', 0o600);
      const environment = { node: process.version, platform: process.platform };
      this.#append({ type: 'run-started', title, tool, environment }, events);
      return events;
    } catch (error) {
      throw asFolderError(error, folder);
    }
  }

  /** A line the run was killed in is no event: it is cut off, and the chain goes on after the last whole one. */
  #goOn({ folder, tool, reopen }: RecorderOptions): number {
    const { events: told, head, problems, truncated } = readEventLog(folder);
    const [problem] = problems;
    if (problem) {
      const reason = { reasonFr: 'événement illisible ou déplacé', reasonEn: 'unreadable or moved event' };
      throw makeError('run-damaged', { file: EVENTS_FILE, line: problem.line, ...reason });
    }
    if (!reopen && told.some((event) => event.type === 'run-ended')) throw makeError('run-complete', { folder });
    const file = join(folder, EVENTS_FILE);
    try {
      if (truncated) truncateSync(file, readFileSync(file).lastIndexOf(0x0a) + 1);
      this.#head = head;
      this.#sequence = told.at(-1)?.sequence ?? 0;
      // A file may be there without its event: its number is not taken again.
      const numbers = readdirSync(join(folder, EVIDENCE_FOLDER)).map((name) => Number(/^e(\d+)-/.exec(name)?.[1] ?? 0));
      this.#items = Math.max(0, ...numbers);
      const events = openSync(file, 'a', 0o600);
      this.#append(reopen ? { type: 'run-reopened', tool, ...sealOf(folder) } : { type: 'run-resumed' }, events);
      return events;
    } catch (error) {
      throw asFolderError(error, folder);
    }
  }

  get folder(): string {
    return this.options.folder;
  }

  /** Stores the bytes and the event. An item recorded inside a step belongs to it unless it says another. */
  record(item: NewItem, bytes: Uint8Array): EvidenceItem {
    const { name, extension, ...rest } = item;
    this.#items += 1;
    const id = `e${String(this.#items).padStart(4, '0')}`;
    const file = `${EVIDENCE_FOLDER}/${id}-${safeName(name)}.${extension}`;
    this.#write(join(this.folder, file), bytes);
    const step = item.step ?? this.#step;
    const recorded: EvidenceItem = {
      id,
      name: `${safeName(name)}.${extension}`,
      ...rest,
      ...(step !== undefined && { step }),
      ...(this.options.reopen && { facts: { ...item.facts, added: 'afterwards' } }),
      sha256: sha256(bytes),
      size: bytes.byteLength,
      at: this.#clock.now().toISOString(),
      file,
    };
    this.#append({ type: 'item', item: recorded });
    return recorded;
  }

  startScenario(scenario: RecordedScenario): void {
    this.#append({ type: 'scenario-started', scenario });
  }

  endScenario(id: string): void {
    this.#append({ type: 'scenario-ended', id });
  }

  startStep(step: Omit<RecordedStep, 'ended'>): void {
    this.#step = step.id;
    this.#append({ type: 'step-started', step });
  }

  endStep(id: string, ended: NonNullable<RecordedStep['ended']>): void {
    if (this.#step === id) this.#step = undefined;
    this.#append({ type: 'step-ended', id, ended });
  }

  /** Ends the event log. The manifest is written apart, after the result and the reports: see `sealRun`. */
  end(): void {
    this.#append({ type: 'run-ended' });
    this.close();
  }

  /** Leaves the run unended: it is told to be incomplete, and can be resumed. */
  interrupt(): void {
    this.close();
  }

  /** Of a reopened run: it had its end before, or never will. */
  close(): void {
    closeSync(this.#events);
  }

  #append(body: RunEventBody, events = this.#events): void {
    this.#sequence += 1;
    const event = { sequence: this.#sequence, at: this.#clock.now().toISOString(), previous: this.#head, ...body };
    const line = JSON.stringify(event);
    try {
      writeFileSync(events, `${line}\n`);
      fsyncSync(events);
    } catch (error) {
      throw asFolderError(error, this.folder);
    }
    this.#head = sha256(line);
  }

  #write(path: string, bytes: Uint8Array): void {
    try {
      const handle = openSync(path, 'wx', 0o600);
      writeFileSync(handle, bytes);
      fsyncSync(handle);
      closeSync(handle);
    } catch (error) {
      throw asFolderError(error, this.folder);
    }
  }
}

/** Writes manifest.json over every file of the folder: the last thing done to a run. */
export function sealRun(
  folder: string,
  packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[],
): void {
  try {
    writeManifest(folder, packs);
  } catch (error) {
    throw asFolderError(error, folder);
  }
}

/** Digest of the manifest a run was sealed with. */
function sealOf(folder: string): { manifest?: string } {
  try {
    return { manifest: sha256(readFileSync(join(folder, MANIFEST_FILE))) };
  } catch {
    return {};
  }
}

/** Names come partly from the peer (trigger events): keep letters, digits, dash and underscore. */
function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60) || 'item';
}

function asFolderError(error: unknown, folder: string): unknown {
  if (isEpreuveError(error)) return error;
  return makeError('folder-unwritable', { folder, reason: systemCode(error) }, { cause: error });
}
