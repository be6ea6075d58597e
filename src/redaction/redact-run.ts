import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EvidenceItem, isEpreuveError, makeError, systemCode, type Text } from '../core/index.js';
import { CHAIN_START, EVENTS_FILE, type RunEvent, readEventLog, readRun, sha256 } from '../evidence/index.js';
import { type Copied, isOfPicture, type Loaded, PictureCopies } from './picture-copies.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { Redacted, Redactor } from './redact-bytes.js';

export interface RedactionReport {
  readonly format: 'epreuve-redaction/1';
  readonly tool: { readonly name: string; readonly version: string };
  /** Replacements by kind; no value. */
  readonly replaced: Readonly<Record<string, number>>;
  readonly items: readonly RedactedItem[];
}

export interface RedactedItem {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** `masked`: a picture with black over its boxes; `kept`: as it was, because the user said so. */
  readonly outcome: 'redacted' | 'masked' | 'removed' | 'kept';
  readonly reason?: Text;
}

export interface RedactOptions {
  /** Pictures, films, PDF and pages are handed over as they are; otherwise masked when their boxes are known, or removed. */
  readonly keepCaptures?: boolean;
  readonly tool: { readonly name: string; readonly version: string };
}

export const REDACTION_FILE = 'redaction.json';
const KEPT: Text = { fr: 'gardé à la demande (--keep)', en: 'kept on request (--keep)' };
const CAPTURE: Text = {
  fr: 'capture : ni image mesurée, ni texte : non caviardable',
  en: 'capture: neither a measured picture nor text: cannot be redacted',
};
const TEXTUAL = /^text\/plain$|json|xml|hl7|http/;

/**
 * Writes a redacted copy of a run: every item, its events with a chain of their own, and what was replaced. The result
 * and reports of the run are not copied: judge the copy. Throws `run-not-found`, `run-damaged`, `run-exists`,
 * `folder-unwritable`.
 */
export function redactRun(folder: string, out: string, redactor: Redactor, options: RedactOptions): RedactionReport {
  const { events } = readEventLog(folder);
  const evidence = readRun(folder);
  makeOut(out);
  const contents = evidence.items.map((item) => ({ item, bytes: evidence.bytes(item.id) }));
  // Read once for the identities, again to replace them: a name in a log may come before the message that tells it.
  for (const content of contents) if (!isOfPicture(content.item)) redactor.redact(toContent(content));
  redactor.pseudonyms.forgetCounts();
  const pictures = new PictureCopies(contents, redactor);
  const told: RedactedItem[] = [];
  const items = new Map<string, EvidenceItem>();
  for (const content of contents) {
    const { item, redacted, outcome, reason } = redactItem(content, redactor, pictures, options);
    write(out, item.file ?? '', redacted.bytes);
    items.set(item.id, item);
    const { name, mediaType, size } = item;
    told.push({ name, mediaType, size, outcome, ...(reason && { reason }) });
  }
  write(out, EVENTS_FILE, Buffer.from(redactEvents(events, items, redactor.pseudonyms, options.tool)));
  const report = reportOf(told, redactor.pseudonyms, options.tool);
  write(out, REDACTION_FILE, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  return report;
}

const toContent = ({ item, bytes }: Loaded) => ({
  bytes,
  name: item.name,
  mediaType: item.mediaType,
  kind: item.kind,
});

function redactItem(content: Loaded, redactor: Redactor, pictures: PictureCopies, { keepCaptures }: RedactOptions) {
  const { outcome, reason, ...redacted } =
    keepCaptures && isCapture(content.item)
      ? ({ bytes: content.bytes, outcome: 'kept', reason: KEPT } as const)
      : copyOf(content, redactor, pictures);
  return {
    item: redactedItem(content.item, redacted, outcome, redactor.pseudonyms),
    redacted,
    outcome,
    reason,
  } as const;
}

function isCapture({ kind, mediaType }: EvidenceItem): boolean {
  return kind === 'capture' || !TEXTUAL.test(mediaType);
}

function copyOf(content: Loaded, redactor: Redactor, pictures: PictureCopies): Copied {
  const own = pictures.copyOf(content);
  if (own) return own;
  const redacted = isCapture(content.item)
    ? redactor.placeholder(toContent(content), CAPTURE)
    : redactor.redact(toContent(content));
  const { removed, bytes } = redacted;
  return removed ? { bytes, outcome: 'removed', reason: removed } : { bytes, outcome: 'redacted' };
}

function redactedItem(
  item: EvidenceItem,
  { bytes }: Pick<Redacted, 'bytes'>,
  outcome: RedactedItem['outcome'],
  pseudonyms: Pseudonyms,
): EvidenceItem {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(item.name)?.[1] ?? 'bin';
  const isOurs = item.kind === 'exchange' || item.kind === 'handshake';
  // Names of files come from people, and may be those of patients.
  const name = isOurs ? pseudonyms.scrub(item.name) : `${item.kind}.${outcome === 'removed' ? 'txt' : extension}`;
  const isChanged = outcome === 'removed' || outcome === 'masked';
  const facts = item.facts && mapStrings(item.facts, (value) => pseudonyms.scrub(value));
  return {
    ...item,
    name,
    file: `evidence/${item.id}-${name}`,
    mediaType: outcome === 'removed' && !isOurs ? 'text/plain' : item.mediaType,
    sha256: sha256(bytes),
    size: bytes.byteLength,
    ...(item.at !== undefined && { at: pseudonyms.isoDate(item.at) }),
    ...((facts || isChanged) && { facts: { ...facts, ...(isChanged && { redaction: outcome }) } }),
  };
}

/** The same events with their own chain: same order and numbers, dates moved, texts of people scrubbed. */
function redactEvents(
  events: readonly RunEvent[],
  items: ReadonlyMap<string, EvidenceItem>,
  pseudonyms: Pseudonyms,
  tool: RedactionReport['tool'],
): string {
  const lines: string[] = [];
  let previous = CHAIN_START;
  const add = (event: object): void => {
    const line = JSON.stringify({ ...event, previous });
    lines.push(`${line}\n`);
    previous = sha256(line);
  };
  for (const event of events) {
    const at = pseudonyms.isoDate(event.at);
    if (event.type === 'item') add({ ...event, at, item: items.get(event.item.id) });
    else if (event.type === 'run-started') add({ ...deepScrub(event, pseudonyms), at, environment: event.environment });
    else add({ ...deepScrub(event, pseudonyms), at });
  }
  const last = events.at(-1);
  if (last) add({ sequence: last.sequence + 1, at: pseudonyms.isoDate(last.at), type: 'run-redacted', tool });
  return lines.join('');
}

/** Ids, types and digests are words without spaces and stay; sentences may quote anything. */
function deepScrub<Value extends object>(value: Value, pseudonyms: Pseudonyms): Value {
  return JSON.parse(JSON.stringify(value), (key, each) => {
    if (typeof each !== 'string' || key === 'type' || key === 'id' || key === 'previous' || key === 'manifest')
      return each;
    return pseudonyms.scrub(each);
  }) as Value;
}

function mapStrings(
  facts: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, change(value)]));
}

export function reportOf(
  items: readonly RedactedItem[],
  { counts }: Pseudonyms,
  tool: RedactionReport['tool'],
): RedactionReport {
  return { format: 'epreuve-redaction/1', tool, replaced: counts as Record<string, number>, items };
}

/** Throws `run-exists` when the folder holds something. */
export function makeOut(out: string): void {
  try {
    mkdirSync(out, { recursive: true, mode: 0o700 });
    if (!lstatSync(out).isDirectory() || readdirSync(out).length > 0) throw makeError('run-exists', { folder: out });
  } catch (cause) {
    throw asFolderError(cause, out);
  }
}

function write(out: string, file: string, bytes: Uint8Array): void {
  try {
    const path = join(out, file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw asFolderError(cause, out);
  }
}

function asFolderError(error: unknown, folder: string): unknown {
  if (isEpreuveError(error)) return error;
  return makeError('folder-unwritable', { folder, reason: systemCode(error) }, { cause: error });
}

/** Files, one after the other, under names that tell nothing. */
export function redactFiles(
  files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[],
  out: string,
  redactor: Redactor,
  options: RedactOptions,
): RedactionReport {
  makeOut(out);
  for (const file of files) redactor.redact(file);
  redactor.pseudonyms.forgetCounts();
  const told = files.map((file, index): RedactedItem => {
    const isPicture = file.mediaType === 'application/octet-stream';
    const kept = isPicture && options.keepCaptures === true;
    const redacted = kept ? { bytes: file.bytes } : redactor.redact(file);
    const { removed } = redacted as Redacted;
    const extension = removed ? 'txt' : (/\.([A-Za-z0-9]{1,5})$/.exec(file.name)?.[1] ?? 'txt');
    const name = `${String(index + 1).padStart(4, '0')}.${extension}`;
    write(out, name, redacted.bytes);
    const outcome = kept ? 'kept' : removed ? 'removed' : 'redacted';
    const reason = kept ? KEPT : removed;
    return { name, mediaType: file.mediaType, size: redacted.bytes.byteLength, outcome, ...(reason && { reason }) };
  });
  const report = reportOf(told, redactor.pseudonyms, options.tool);
  write(out, REDACTION_FILE, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  return report;
}
