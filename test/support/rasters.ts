import { decodePng, type PixelBox, type Raster } from '../../src/core/png.js';

/** A picture that must be readable. */
export function rasterOf(bytes: Uint8Array): Raster {
  const raster = decodePng(bytes);
  if (!raster) throw new Error('not a picture we read');
  return raster;
}

/** Red, green, blue and opacity of a pixel. */
export function pixelAt({ width, pixels }: Raster, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

const isIn = (boxes: readonly PixelBox[], x: number, y: number) =>
  boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);

/** Pixels inside the boxes that are not black, and pixels outside that differ: none of either after a right painting. */
export function wrongPixels(before: Raster, after: Raster, boxes: readonly PixelBox[]): number {
  let wrong = 0;
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      const [own, was] = [pixelAt(after, x, y).join(), pixelAt(before, x, y).join()];
      if (own !== (isIn(boxes, x, y) ? '0,0,0,255' : was)) wrong += 1;
    }
  }
  return wrong;
}
