import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { type DocumentFormat, detectFormat, isEpreuveError, makeError, systemCode } from '../judge.js';

export interface InputDocument {
  /** As the user named it, or found below a folder the user named: for what is told on the terminal. */
  readonly name: string;
  /** Name in evidence and reports: never a path of the machine. */
  readonly evidenceName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface InputStream {
  readonly name: string;
  /** Name in evidence and reports: never a path of the machine. */
  readonly evidenceName: string;
  /** Bytes. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

export interface Inputs {
  readonly documents: readonly InputDocument[];
  /** With `streamNdjson`, NDJSON files, to be read while they are judged: they may be larger than the memory. */
  readonly ndjson: readonly InputStream[];
  /** Files found in folders whose format is not one we check: said, never silently dropped. */
  readonly leftOut: readonly string[];
  /** One file, named by the user, or what stdin gave: no folder, no other file. */
  readonly isOneFile: boolean;
}

/** Formats taken from folders; a file the user names is always taken. */
const CHECKED: ReadonlySet<string> = new Set(['hl7v2', 'cda', 'fhir-json', 'fhir-xml', 'fhir-ndjson']);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  hl7v2: 'x-application/hl7-v2+er7',
  cda: 'application/xml',
  xml: 'application/xml',
  'fhir-json': 'application/fhir+json',
  'fhir-xml': 'application/fhir+xml',
  'fhir-ndjson': 'application/fhir+ndjson',
  json: 'application/json',
};

/**
 * Reads files, folders and `-`. A file named by the user is always kept; in folders only the formats we check are, told
 * from their first bytes. Throws `file-not-found`, `file-unreadable`, `file-too-large`.
 */
export async function readInputs(
  paths: readonly string[],
  options: { stdin: Readable; maxBytes: number; streamNdjson?: boolean },
): Promise<Inputs> {
  const documents: InputDocument[] = [];
  const ndjson: InputStream[] = [];
  const leftOut: string[] = [];
  let folders = 0;
  const nameOf = evidenceNames();
  const take = async (file: string, format: DocumentFormat, folder?: string): Promise<void> => {
    const evidenceName = nameOf(file, folder);
    if (format === 'fhir-ndjson' && options.streamNdjson) ndjson.push(await toStream(file, evidenceName));
    else documents.push(toDocument(file, evidenceName, await readLimited(file, options.maxBytes)));
  };
  for (const path of paths) {
    if (path === '-') {
      documents.push(toDocument('-', nameOf('-'), await readStream(options.stdin, options.maxBytes)));
      continue;
    }
    const found = await statOf(path);
    if (!found.isDirectory()) {
      // A pipe can be read once only: what it holds is told when it is in memory.
      await take(path, found.isFile() ? await formatOf(path) : 'unknown');
      continue;
    }
    folders += 1;
    for await (const file of filesBelow(path)) {
      const format = await formatOf(file);
      if (CHECKED.has(format)) await take(file, format, path);
      else leftOut.push(file);
    }
  }
  return { documents, ndjson, leftOut, isOneFile: paths.length === 1 && folders === 0 };
}

/** A first line longer than what detection looks at hides the others: then the name tells NDJSON. */
async function formatOf(file: string): Promise<DocumentFormat> {
  const { format } = detectFormat(await readHead(file), file);
  return format === 'fhir-json' && /\.ndjson$/i.test(file) ? 'fhir-ndjson' : format;
}

/**
 * Names for evidence, each given once. A path typed relative to the working folder stays as typed (reports of continuous
 * integration point at it); one that tells of the machine becomes the path below the folder typed, or the file name.
 */
function evidenceNames(): (file: string, folder?: string) => string {
  const taken = new Set<string>();
  return (file, folder) => {
    const name = shownName(file, folder);
    const extension = extname(name);
    const stem = name.slice(0, name.length - extension.length);
    let own = name;
    for (let number = 2; taken.has(own); number += 1) own = `${stem}-${number}${extension}`;
    taken.add(own);
    return own;
  };
}

function shownName(file: string, folder?: string): string {
  const path = normalize(file);
  const tellsMachine = isAbsolute(path) || path.split(sep)[0] === '..';
  if (!tellsMachine) return file;
  return (folder === undefined ? basename(path) : relative(folder, file)).split(sep).join('/');
}

async function toStream(file: string, evidenceName: string): Promise<InputStream> {
  const { size } = await statOf(file);
  return { name: file, evidenceName, size, open: () => chunksOf(file) };
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of stream) yield chunk;
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    stream.destroy();
  }
}

function toDocument(name: string, evidenceName: string, bytes: Uint8Array): InputDocument {
  const { format } = detectFormat(bytes, name);
  return { name, evidenceName, mediaType: MEDIA_TYPES[format] ?? 'application/octet-stream', bytes };
}

/** Regular files below a folder, in the order of their names; hidden ones, node_modules and links are skipped. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    throw unreadable(folder, cause);
  });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

async function statOf(path: string) {
  return stat(path).catch(() => {
    throw makeError('file-not-found', { file: path });
  });
}

/** Read as a stream: pipes and devices have no size that could be known before. */
async function readLimited(path: string, maxBytes: number): Promise<Uint8Array> {
  const { size } = await statOf(path);
  if (size > maxBytes) throw makeError('file-too-large', { file: path, limit: maxBytes });
  const stream = createReadStream(path);
  try {
    return await readStream(stream, maxBytes, path);
  } catch (cause) {
    throw isEpreuveError(cause) ? cause : unreadable(path, cause);
  } finally {
    stream.destroy();
  }
}

async function readStream(stream: Readable, maxBytes: number, file = '-'): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > maxBytes) throw makeError('file-too-large', { file, limit: maxBytes });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const CHUNK_BYTES = 1024 * 1024;
/** As many bytes as detection looks at. */
const HEAD_BYTES = 64 * 1024;

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(file: string, cause: unknown): Error {
  return makeError('file-unreadable', { file, reason: systemCode(cause) }, { cause });
}

/** The documents under the names evidence gives them. */
export function asEvidence(documents: readonly InputDocument[]): InputDocument[] {
  return documents.map((document) => ({ ...document, name: document.evidenceName }));
}
