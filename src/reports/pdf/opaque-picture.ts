import { Resvg } from '@resvg/resvg-js';
import { encodePng } from '../../core/png.js';
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
  return encodePng(new Resvg(svg, { background: 'white', font: { loadSystemFonts: false } }).render());
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
