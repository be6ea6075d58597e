import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { ImageSize } from '../image-size.js';

/**
 * The PDF library decodes PNGs that are transparent, interlaced or of 16 bits after the document has been closed, which
 * leaves a broken file. Such a picture is drawn on white beforehand; any other is given back as it is.
 */
export function toOpaquePicture(bytes: Uint8Array, size: ImageSize): Uint8Array {
  if (!isDecodedLate(bytes)) return bytes;
  const { width, height } = size;
  const source = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${source}"/></svg>`;
  const drawn = new Resvg(svg, { background: 'white', font: { loadSystemFonts: false } }).render();
  return encodePng(drawn.pixels, drawn.width, drawn.height);
}

/** Reads the header chunk (PNG § 11.2.2), and looks for a transparency chunk before the pixels. */
function isDecodedLate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 33 || buffer.readUInt32BE(0) !== 0x89504e47) return false;
  const [depth, colourType, interlace] = [buffer[24], buffer[25] ?? 0, buffer[28]];
  if (depth === 16 || colourType >= 4 || interlace !== 0) return true;
  const pixels = buffer.indexOf('IDAT');
  return buffer.subarray(0, pixels < 0 ? buffer.length : pixels).includes('tRNS');
}

/** An RGB PNG of 8 bits from RGBA pixels that are all opaque. */
function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    to += 1;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) rows[to++] = pixels[from + channel] ?? 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
