import { readFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { decodePng, encodePng, paintBoxes, type Raster } from '../../src/core/png.js';
import { pixelAt, rasterOf, wrongPixels } from '../support/rasters.js';

const raster = (opaque: boolean) =>
  fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
    .chain(({ width, height }) =>
      fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }).map(
        (bytes): Raster => ({
          width,
          height,
          pixels: opaque ? bytes.map((b, at) => (at % 4 === 3 ? 255 : b)) : bytes,
        }),
      ),
    );

const chunk = (name: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
};

/** A PNG written without our encoder: `rows` already filtered, one filter byte each. */
function png(
  width: number,
  height: number,
  [depth, type, interlace]: readonly number[],
  rows: readonly number[],
  more = Buffer.alloc(0),
) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth ?? 8, type ?? 2, 0, 0, interlace ?? 0], 8);
  const data = chunk('IDAT', deflateSync(Buffer.from(rows)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    more,
    data,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each([true, false])('what is written is read again, opaque or not (%s)', (opaque) => {
  fc.assert(
    fc.property(raster(opaque), (picture) => {
      const read = rasterOf(encodePng(picture));
      expect([read.width, read.height]).toEqual([picture.width, picture.height]);
      expect(Buffer.from(read.pixels).equals(Buffer.from(picture.pixels))).toBe(true);
    }),
  );
});

test('a picture drawn by another program is read as that program holds it', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#fff"/><circle cx="20" cy="15" r="9" fill="#c24"/></svg>';
  const drawn = new Resvg(svg).render();
  expect(Buffer.from(rasterOf(drawn.asPng()).pixels).equals(drawn.pixels)).toBe(true);
});

test('every filter is undone, and grey is grey (PNG § 9.2)', () => {
  // Two grey pixels a row: 10, 30. Each row says so through another filter.
  const rows = [
    [0, 10, 30],
    [1, 10, 20],
    [2, 0, 0],
    [3, 5, 10],
    [4, 0, 0],
  ].flat();
  const read = rasterOf(png(2, 5, [8, 0, 0], rows));
  for (let y = 0; y < 5; y++) {
    expect([pixelAt(read, 0, y), pixelAt(read, 1, y)]).toEqual([
      [10, 10, 10, 255],
      [30, 30, 30, 255],
    ]);
  }
});

test('anything else is not read: palette, interlaced, 16 bits, transparent colour, damaged, longer or shorter than it says', () => {
  const row = [0, 1, 2, 3];
  expect(decodePng(png(1, 1, [8, 2, 0], row))).toBeDefined();
  for (const name of ['palette-alpha', 'interlaced', 'deep']) {
    expect(decodePng(readFileSync(new URL(`../support/pictures/${name}.png`, import.meta.url)))).toBeUndefined();
  }
  for (const bytes of [
    png(1, 1, [8, 2, 1], row),
    png(1, 1, [8, 2, 0], row, chunk('tRNS', Buffer.alloc(6))),
    png(1, 1, [8, 2, 0], [9, 1, 2, 3]),
    png(1, 1, [8, 2, 0], [...row, 4]),
    png(1, 2, [8, 2, 0], row),
    png(40_000, 40_000, [8, 2, 0], row),
    png(1, 1, [8, 2, 0], row).subarray(0, 50),
    Buffer.from('not a picture at all, and longer than a header of one would be'),
    Buffer.alloc(0),
  ]) {
    expect(decodePng(bytes)).toBeUndefined();
  }
});

test('boxes are black and opaque, cut at the edges, and the rest stays', () => {
  const before: Raster = { width: 6, height: 5, pixels: new Uint8Array(6 * 5 * 4).fill(200) };
  const boxes = [
    { x: 1, y: 1, width: 2, height: 2 },
    { x: 5, y: 4, width: 90, height: 90 },
    { x: 80, y: 80, width: 1, height: 1 },
  ];
  const after = paintBoxes(before, boxes);
  expect(wrongPixels(before, after, boxes)).toBe(0);
  expect(pixelAt(after, 1, 1)).toEqual([0, 0, 0, 255]);
  expect(pixelAt(after, 0, 0)).toEqual([200, 200, 200, 200]);
  expect(pixelAt(before, 1, 1)).toEqual([200, 200, 200, 200]);
});

test('nothing but pixels is written: what a program added to the file is gone', () => {
  const text = chunk('tEXt', Buffer.from('Author\0DUPONT'));
  const bytes = png(1, 1, [8, 2, 0], [0, 1, 2, 3], text);
  expect(bytes.includes('DUPONT')).toBe(true);
  const again = Buffer.from(encodePng(rasterOf(bytes)));
  expect(again.includes('DUPONT')).toBe(false);
  const names = [...again.toString('latin1').matchAll(/IHDR|IDAT|IEND|tEXt/g)].map(([name]) => name);
  expect(names).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect(inflateSync(again.subarray(again.indexOf('IDAT') + 4, again.indexOf('IEND') - 8)).length).toBe(4);
});
