import { inflateSync } from 'node:zlib';

/** What can be said of a PDF without rendering it. */
export interface PdfFacts {
  readonly isPdf: boolean;
  /** `pdfaid:part` of its metadata, e.g. `1`. */
  readonly pdfaPart: string | undefined;
  /** What a receiver may refuse to open, as named in the file. */
  readonly risks: readonly ('JavaScript' | 'Launch' | 'EmbeddedFile' | 'Encrypt')[];
  /** Language of the document catalog. */
  readonly language: string | undefined;
  /** Pages, as their objects tell; 0 when none is to be seen (encrypted object streams, damage). */
  readonly pages: number;
}

/** A PDF reader accepts the header within the first bytes; the rule is stricter, as receivers look at byte 0. */
const HEADER = '%PDF-';
/** Compressed parts are opened up to these many bytes: a document must not be able to fill the memory. */
const MAX_STREAM = 4 * 1024 * 1024;
const MAX_STREAMS_TOTAL = 16 * 1024 * 1024;
const MAX_STREAMS = 500;

const remembered = new WeakMap<Uint8Array, PdfFacts>();

export function pdfFactsOf(bytes: Uint8Array): PdfFacts {
  let facts = remembered.get(bytes);
  if (!facts) {
    facts = readFacts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    remembered.set(bytes, facts);
  }
  return facts;
}

function readFacts(bytes: Buffer): PdfFacts {
  const plain = bytes.toString('latin1');
  const text = plain + objectStreams(bytes, plain);
  const risks = RISKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return {
    isPdf: plain.startsWith(HEADER),
    pdfaPart: /pdfaid:part(?:>|\s*=\s*["'])\s*(\d)/.exec(text)?.[1],
    risks,
    pages: text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0,
    language: /\/Lang\s*\(([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\)/.exec(text)?.[1],
  };
}

const RISKS = [
  ['JavaScript', /\/(?:JavaScript|JS)(?![A-Za-z])/],
  ['Launch', /\/Launch(?![A-Za-z])/],
  ['EmbeddedFile', /\/EmbeddedFiles?(?![A-Za-z])/],
  ['Encrypt', /\/Encrypt(?![A-Za-z])/],
] as const;

/** Text of the object streams (PDF 1.5), where names stand compressed; other streams are content and not read. */
function objectStreams(bytes: Buffer, plain: string): string {
  const found: string[] = [];
  let total = 0;
  let count = 0;
  for (let at = plain.indexOf('/ObjStm'); at >= 0; at = plain.indexOf('/ObjStm', at + 1)) {
    count += 1;
    if (count > MAX_STREAMS || total > MAX_STREAMS_TOTAL) break;
    const start = plain.indexOf('stream', at);
    const end = plain.indexOf('endstream', start);
    if (start < 0 || end < 0) break;
    const from = start + 'stream'.length + (plain[start + 6] === '\r' ? 2 : 1);
    const opened = inflate(bytes.subarray(from, end));
    total += opened.length;
    found.push(opened);
  }
  return found.join('\n');
}

function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_STREAM }).toString('latin1');
  } catch {
    // Not deflated, damaged or too large: what it holds stays unknown.
    return '';
  }
}
