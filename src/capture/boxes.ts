import { decodePng, type PixelBox, type Raster } from '../core/png.js';

/** Of the second picture, over what must be painted; no page uses it by chance in a whole rectangle. */
export const BOX_COLOUR = '#f101d3';
const [RED, GREEN, BLUE] = [0xf1, 0x01, 0xd3];
/** Edges between two pixels are a mixture: the pixels around a box belong to it. */
const BORDER = 1;
/** More than this is no page any more. */
const MAX_BOXES = 5000;

/**
 * Boxes to paint, measured by comparing a picture with the same one whose elements are covered in BOX_COLOUR. Undefined
 * when the two differ anywhere else: the page moved in between, and nothing measured on one holds for the other.
 */
export function measureBoxes(picture: Uint8Array, covered: Uint8Array): readonly PixelBox[] | undefined {
  const [plain, painted] = [decodePng(picture), decodePng(covered)];
  if (!plain || !painted || plain.width !== painted.width || plain.height !== painted.height) return undefined;
  const inside = withBorder(colouredPixels(painted), plain);
  for (let pixel = 0; pixel < inside.length; pixel++) {
    if (!inside[pixel] && differs(plain, painted, pixel * 4)) return undefined;
  }
  const boxes = toBoxes(inside, plain);
  return boxes.length > MAX_BOXES ? undefined : boxes;
}

function differs({ pixels }: Raster, other: Raster, at: number): boolean {
  for (let channel = 0; channel < 4; channel++) {
    if (pixels[at + channel] !== other.pixels[at + channel]) return true;
  }
  return false;
}

function colouredPixels({ pixels }: Raster): Uint8Array {
  const inside = new Uint8Array(pixels.length / 4);
  for (let pixel = 0, at = 0; pixel < inside.length; pixel++, at += 4) {
    if (pixels[at] === RED && pixels[at + 1] === GREEN && pixels[at + 2] === BLUE) inside[pixel] = 1;
  }
  return inside;
}

function withBorder(inside: Uint8Array, { width, height }: Raster): Uint8Array {
  const wide = inside.slice();
  for (let y = 0; y < height; y++) {
    for (const [x, end] of runsOf(inside, y * width, width)) {
      for (let down = Math.max(0, y - BORDER); down <= Math.min(height - 1, y + BORDER); down++) {
        wide.fill(1, down * width + Math.max(0, x - BORDER), down * width + Math.min(width, end + BORDER));
      }
    }
  }
  return wide;
}

/** Runs of a row, each going on into the next row as long as it has the same ends. */
function toBoxes(inside: Uint8Array, { width, height }: Raster): PixelBox[] {
  const done: PixelBox[] = [];
  let open = new Map<string, { x: number; y: number; width: number; height: number }>();
  for (let y = 0; y < height && done.length <= MAX_BOXES; y++) {
    const next: typeof open = new Map();
    for (const [x, end] of runsOf(inside, y * width, width)) {
      const key = `${x}-${end}`;
      const box = open.get(key) ?? { x, y, width: end - x, height: 0 };
      box.height += 1;
      open.delete(key);
      next.set(key, box);
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

function runsOf(inside: Uint8Array, start: number, width: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    if (!inside[start + x]) continue;
    const from = x;
    while (x < width && inside[start + x]) x++;
    runs.push([from, x]);
  }
  return runs;
}
