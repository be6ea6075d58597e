import { describe, expect, it } from '@jest/globals';
import { XmlDocument } from 'libxml2-wasm';
import { loadFonts } from '../../src/assets/index.js';
import { imageSize } from '../../src/reports/image-size.js';
import { renderPng } from '../../src/reports/png/png.js';
import { summarySvg } from '../../src/reports/png/summary-svg.js';
import { fitText, wrapText } from '../../src/reports/png/svg-text.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

const fonts = await loadFonts();

describe('png report', () => {
  it('is a picture, the same twice, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const bytes = renderPng(goldenResult(), { language, assets: { fonts } });
      expect(imageSize(bytes)).toMatchObject({ width: 2000 });
      expect(Buffer.from(renderPng(goldenResult(), { language, assets: { fonts } })).equals(Buffer.from(bytes))).toBe(
        true,
      );
    }
  });

  it('draws letters with the fonts given, and refuses plainly without', () => {
    const withText = renderPng(goldenResult(), { language: 'fr', assets: { fonts } });
    const blank = {
      ...fonts,
      regular: { ...fonts.regular, path: 'nowhere' },
      bold: { ...fonts.bold, path: 'nowhere' },
    };
    expect(withText.length).toBeGreaterThan(
      2 * renderPng(goldenResult(), { language: 'fr', assets: { fonts: blank } }).length,
    );
    expect(() => renderPng(goldenResult(), { language: 'fr' })).toThrow(
      expect.objectContaining({ code: 'font-missing' }),
    );
  });

  it('is drawn from well-formed SVG whatever strings hold', () => {
    const document = XmlDocument.fromString(
      summarySvg(hostileResult('</text><script>&"\u000b\ud800'), { language: 'fr' }),
    );
    expect(document.find("//*[local-name()='script']")).toEqual([]);
    document.dispose();
  });

  it('cuts what is too long', () => {
    expect(fitText('a'.repeat(500), 100, 10)).toMatch(/^a+…$/);
    const lines = wrapText('mot '.repeat(200), 300, 10, 3);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(wrapText('', 300, 10, 3)).toEqual([]);
  });
});
