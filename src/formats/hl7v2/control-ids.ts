import { tryReadHl7v2 } from './try-read.js';

/** What nearly every message starts with. Anything else is left to the parser. */
const USUAL_START = Buffer.from('MSH|^~\\&|', 'latin1');
const ACKNOWLEDGEMENT = Buffer.from('\rMSA', 'latin1');
const FIELD = 0x7c;
const ESCAPE = 0x5c;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** MSH-10 of a message; empty when it cannot be read. Of a usual message only the header is looked at. */
export function controlIdOf(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  // MSH-1 is the separator itself: MSH-3 follows the usual start, MSH-10 stands seven separators later.
  const quick = isUsual(buffer) ? fieldAfter(buffer, USUAL_START.length, 7) : undefined;
  return quick ?? tryReadHl7v2(bytes)?.controlId ?? '';
}

/** MSA-2 of an acknowledgement; undefined for anything else. */
export function acknowledgedId(bytes: Uint8Array): string | undefined {
  const buffer = asBuffer(bytes);
  // A line feed may end a segment or be a part of its text: the parser knows.
  if (isUsual(buffer) && !buffer.includes(LINE_FEED)) {
    const at = buffer.indexOf(ACKNOWLEDGEMENT);
    if (at < 0) return undefined;
    const start = at + ACKNOWLEDGEMENT.length;
    const quick = buffer[start] === FIELD ? fieldAfter(buffer, start + 1, 1) : undefined;
    if (quick !== undefined) return quick;
  }
  const message = tryReadHl7v2(bytes);
  return message?.first('MSA') ? message.field('MSA', 2).text : undefined;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isUsual(buffer: Buffer): boolean {
  return buffer.length >= USUAL_START.length && buffer.compare(USUAL_START, 0, undefined, 0, USUAL_START.length) === 0;
}

/** The field so many separators after `start`, in the same segment; undefined when it is not plain printable ASCII there. */
function fieldAfter(buffer: Buffer, start: number, separators: number): string | undefined {
  let at = start;
  for (let left = separators; left > 0; at++) {
    const byte = buffer[at];
    if (byte === undefined || byte === CARRIAGE_RETURN || byte === LINE_FEED) return undefined;
    if (byte === FIELD) left -= 1;
  }
  for (let end = at; end < buffer.length; end++) {
    const byte = buffer[end] as number;
    if (byte === FIELD || byte === CARRIAGE_RETURN) return buffer.toString('latin1', at, end);
    if (byte < 0x20 || byte > 0x7e || byte === ESCAPE) return undefined;
  }
  return buffer.toString('latin1', at);
}
