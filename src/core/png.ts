import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in memory: four bytes a pixel (red, green, blue, opacity), row after row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Whole pixels, from the top left corner. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More than this is a picture made to fill the memory. */
const MAX_PIXELS = 40_000_000;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bytes a pixel by colour type (PNG § 11.2.2): grey, colours, grey and opacity, colours and opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/**
 * Reads a PNG of 8 bits a channel, without palette, not interlaced: what browsers and our own drawings write. Undefined for
 * any other, for one that is damaged, and for one of more than forty million pixels.
 */
export function decodePng(bytes: Uint8Array): Raster | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readHead(file);
  if (!head) return undefined;
  const { width, height, channels } = head;
  const stride = width * channels + 1;
  try {
    const rows = inflateSync(dataOf(file), { maxOutputLength: stride * height });
    if (rows.length !== stride * height) return undefined;
    return unfilter(rows, width, height, channels) ? spread(rows, width, height, channels) : undefined;
  } catch {
    // Damaged or longer than it says: zlib throws errors of many kinds.
    return undefined;
  }
}

function readHead(file: Buffer): { width: number; height: number; channels: number } | undefined {
  if (file.length < 45 || !file.subarray(0, 8).equals(SIGNATURE) || file.toString('latin1', 12, 16) !== 'IHDR') {
    return undefined;
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file[25] ?? 1];
  if (channels === undefined || file[24] !== 8 || file[28] !== 0) return undefined;
  return width > 0 && height > 0 && width * height <= MAX_PIXELS ? { width, height, channels } : undefined;
}

/** Every IDAT chunk, one after the other; a colour made transparent by tRNS makes it a picture we do not read. */
function dataOf(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'tRNS') throw new RangeError('tRNS');
    if (name === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

/** Undoes the filter of each row in place (PNG § 9.2). False: an unknown filter. */
function unfilter(rows: Buffer, width: number, height: number, channels: number): boolean {
  const stride = width * channels + 1;
  for (let y = 0; y < height; y++) {
    const start = y * stride + 1;
    const end = start + stride - 1;
    const filter = rows[start - 1] ?? 0;
    if (filter > 4) return false;
    // A loop for each of the two that most rows of a page have: one for all takes longer.
    if (filter === 1) {
      for (let at = start + channels; at < end; at++) rows[at] = (rows[at] ?? 0) + (rows[at - channels] ?? 0);
    } else if (filter === 2 && y > 0) {
      for (let at = start; at < end; at++) rows[at] = (rows[at] ?? 0) + (rows[at - stride] ?? 0);
    } else if (filter > 2) guessRow(rows, filter, { start, end, channels, above: y > 0 ? stride : 0 });
  }
  return true;
}

interface FilteredRow {
  readonly start: number;
  readonly end: number;
  readonly channels: number;
  /** Bytes back to the same place of the row above; 0 for the first row, above which all is 0. */
  readonly above: number;
}

/** Filters 3 and 4: from the bytes on the left, above and in the corner between. */
function guessRow(rows: Buffer, filter: number, { start, end, channels, above }: FilteredRow): void {
  for (let at = start; at < end; at++) {
    const hasLeft = at - start >= channels;
    const left = hasLeft ? (rows[at - channels] ?? 0) : 0;
    const up = above > 0 ? (rows[at - above] ?? 0) : 0;
    const corner = above > 0 && hasLeft ? (rows[at - above - channels] ?? 0) : 0;
    const guess = filter === 3 ? (left + up) >> 1 : nearest(left, up, corner);
    rows[at] = (rows[at] ?? 0) + guess;
  }
}

/** The one of the three that is nearest to left + up - corner. */
function nearest(left: number, up: number, corner: number): number {
  const byLeft = up > corner ? up - corner : corner - up;
  const byUp = left > corner ? left - corner : corner - left;
  const sum = left + up - corner;
  const byCorner = sum > corner ? sum - corner : corner - sum;
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function spread(rows: Buffer, width: number, height: number, channels: number): Raster {
  const pixels = new Uint8Array(width * height * 4);
  const isGrey = channels < 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = y * (width * channels + 1) + 1; x < width; x++, from += channels, to += 4) {
      const first = rows[from] ?? 0;
      pixels[to] = first;
      pixels[to + 1] = isGrey ? first : (rows[from + 1] ?? 0);
      pixels[to + 2] = isGrey ? first : (rows[from + 2] ?? 0);
      pixels[to + 3] = channels % 2 === 0 ? (rows[from + channels - 1] ?? 255) : 255;
    }
  }
  return { width, height, pixels };
}

/** A PNG of 8 bits, without opacity when every pixel is opaque. Same pixels, same bytes. Nothing but the pixels is in it. */
export function encodePng({ width, height, pixels }: Raster): Uint8Array {
  const channels = isOpaque(pixels) ? 3 : 4;
  const stride = width * channels + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    // Rows of a page repeat: the difference with the row above packs best.
    rows[y * stride] = 2;
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        const from = (y * width + x) * 4 + channel;
        const up = y > 0 ? (pixels[from - width * 4] ?? 0) : 0;
        rows[y * stride + 1 + x * channels + channel] = ((pixels[from] ?? 0) - up) & 0xff;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  const parts = [SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function isOpaque(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The same picture with opaque black boxes over it; what lies outside of it is left out. */
export function paintBoxes(raster: Raster, boxes: readonly PixelBox[]): Raster {
  const { width, height } = raster;
  const pixels = raster.pixels.slice();
  for (const box of boxes) {
    const right = Math.min(width, box.x + box.width);
    for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
      for (let x = Math.max(0, box.x); x < right; x++) pixels.set([0, 0, 0, 255], (y * width + x) * 4);
    }
  }
  return { width, height, pixels };
}
