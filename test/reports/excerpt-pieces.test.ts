import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cropExcerpt, rewriteExcerpt } from '../../src/reports/excerpt-pieces.js';

const excerpts = fc.string({ minLength: 1, maxLength: 300 }).chain((text) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([left, right]) => {
    const start = Math.min(left, right);
    return { text, start, length: Math.max(left, right) - start };
  }),
);

describe('excerpts', () => {
  it('cut to a width still show the start of the faulty part', () => {
    fc.assert(
      fc.property(excerpts, fc.integer({ min: 10, max: 120 }), (excerpt, width) => {
        const cropped = cropExcerpt(excerpt, width);
        expect(cropped.text.length).toBeLessThanOrEqual(Math.max(width + 2, 2));
        const fault = cropped.text.slice(cropped.start, cropped.start + cropped.length);
        expect(excerpt.text.slice(excerpt.start, excerpt.start + excerpt.length).startsWith(fault)).toBe(true);
        expect(cropped.length > 0).toBe(excerpt.length > 0);
      }),
    );
  });

  it('keep their faulty part when nothing is rewritten', () => {
    fc.assert(
      fc.property(excerpts, fc.nat(300), (excerpt, cut) => {
        const parts = [excerpt.text.slice(0, cut), excerpt.text.slice(cut)];
        const pieces = parts.map((raw) => ({ raw, shown: raw }));
        expect(rewriteExcerpt(excerpt, pieces)).toEqual(excerpt);
      }),
    );
  });
});
