import type { Share, Tone } from '../verdict.js';
import { GAP, INK, MARGIN, SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

const PADDING = 12;

/** Sign, word and sentence on the ground of their tone: colour alone never carries the meaning. */
export function writeVerdict(
  writer: PdfWriter,
  verdict: { readonly tone: Tone; readonly sign: string; readonly word: string; readonly sentence: string },
): void {
  const { ink, ground } = TONE_INKS[verdict.tone];
  const width = writer.width - 2 * PADDING - 6;
  const head = { font: 'bold', size: SIZE.verdict, colour: ink } as const;
  const word = `${verdict.sign}  ${verdict.word}`;
  const height = writer.heightOf(word, width, head) + writer.heightOf(verdict.sentence, width) + 2 * PADDING + 4;
  writer.ensureRoom(height);
  const { doc } = writer;
  const { y } = doc;
  const draw = () => {
    doc.rect(MARGIN.left, y, writer.width, height).fill(ground);
    doc.rect(MARGIN.left, y, 5, height).fill(ink);
    const x = MARGIN.left + PADDING + 6;
    writer.use(head).text(word, x, y + PADDING, { width, lineGap: 1.5 });
    writer.use({ colour: INK }).text(verdict.sentence, x, doc.y + 4, { width, lineGap: 1.5 });
    doc.x = MARGIN.left;
    doc.y = y + height;
  };
  writer.add(writer.element('P', draw));
  writer.space(GAP);
}

/** A bar divided like the shares, and below it the same in words. */
export function writeShares(writer: PdfWriter, title: string, shares: readonly Share[]): void {
  writer.ensureRoom(34);
  writer.paragraph(title, { font: 'bold', size: SIZE.small, colour: SOFT, after: 2 });
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const { doc } = writer;
  const { y } = doc;
  writer.decoration(() => {
    let x: number = MARGIN.left;
    for (const { tone, count } of shares) {
      const width = total === 0 ? 0 : (writer.width * count) / total;
      if (width > 0) doc.rect(x, y, width, 4).fill(TONE_INKS[tone].ink);
      x += width;
    }
  });
  doc.y = y + 7;
  writer.paragraph(shares.map(({ word, count }) => `${word} ${count}`).join('   ·   '), {
    size: SIZE.small,
    after: GAP,
  });
}
