import { makeError } from '../core/index.js';
import type { Capture } from './capture.js';

interface FileType {
  readonly mediaType: string;
  readonly extension: string;
  readonly kind: Capture['kind'];
  readonly isOne: (bytes: Buffer) => boolean;
  /** The file goes to its end. */
  readonly isWhole: (bytes: Buffer) => boolean;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_END = Buffer.from('49454e44ae426082', 'hex');
const TAIL = 2048;

const tail = (bytes: Buffer) => bytes.subarray(Math.max(0, bytes.length - TAIL));

/** Told from the first bytes; the name is not asked. */
const TYPES: readonly FileType[] = [
  {
    mediaType: 'image/png',
    extension: 'png',
    kind: 'capture',
    isOne: (bytes) => bytes.subarray(0, 8).equals(PNG) && bytes.toString('latin1', 12, 16) === 'IHDR',
    isWhole: (bytes) => tail(bytes).includes(PNG_END),
  },
  {
    mediaType: 'image/jpeg',
    extension: 'jpg',
    kind: 'capture',
    isOne: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
    isWhole: (bytes) => tail(bytes).includes(Buffer.from([0xff, 0xd9])),
  },
  {
    mediaType: 'application/pdf',
    extension: 'pdf',
    kind: 'capture',
    isOne: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-',
    isWhole: (bytes) => tail(bytes).includes('%%EOF'),
  },
  {
    mediaType: 'video/mp4',
    extension: 'mp4',
    kind: 'capture',
    isOne: (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp',
    isWhole: boxesAreWhole,
  },
  {
    mediaType: 'text/plain',
    extension: 'txt',
    kind: 'log',
    isOne: isText,
    isWhole: () => true,
  },
];

/**
 * A file somebody adds by hand: picture, PDF, MP4 video or text. Throws `capture-empty`, `capture-unknown-type` and
 * `capture-cut`: what cannot be opened proves nothing.
 */
export function captureOfFile(name: string, content: Uint8Array): Capture {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.byteLength === 0) throw makeError('capture-empty', { file: name });
  const type = TYPES.find(({ isOne }) => isOne(bytes));
  if (!type) throw makeError('capture-unknown-type', { file: name });
  if (!type.isWhole(bytes)) throw makeError('capture-cut', { file: name, type: type.mediaType });
  const { kind, mediaType, extension } = type;
  return { kind, mediaType, extension, name: baseName(name), bytes, facts: { source: 'file' } };
}

/** Name without folders and extension; what is left is made safe by the recorder. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\.[A-Za-z0-9]{1,5}$/, '')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '') || 'file'
  );
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** Boxes follow each other to the end of the file, and one of them holds the description of the film. */
function boxesAreWhole(bytes: Buffer): boolean {
  let at = 0;
  let hasMovie = false;
  while (at + 8 <= bytes.length) {
    const declared = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'moov') hasMovie = true;
    const large = declared === 1 && at + 16 <= bytes.length;
    const size = large ? Number(bytes.readBigUInt64BE(at + 8)) : declared === 0 ? bytes.length - at : declared;
    if (size < 8 || at + size > bytes.length) return false;
    at += size;
  }
  return hasMovie && at === bytes.length;
}
