import { createRequire } from 'node:module';
import type PdfKit from 'pdfkit';
import { type Language, makeError } from '../../core/index.js';
import type { ReportFonts } from '../assets.js';
import { type ImageSize, imageSize } from '../image-size.js';
import { UNKNOWN_DATE } from '../run-date.js';
import { toOpaquePicture } from './opaque-picture.js';
import { ACCENT, GAP, INK, LINE, MARGIN, SIZE, SOFT } from './pdf-theme.js';

// Loaded with the first PDF: it is the largest library of all, and most runs write none.
let pdfKit: typeof PdfKit | undefined;
function loadPdfKit(): typeof PdfKit {
  pdfKit ??= createRequire(import.meta.url)('pdfkit') as typeof PdfKit;
  return pdfKit;
}

export interface PdfOptions {
  readonly title: string;
  readonly language: Language;
  readonly fonts: ReportFonts;
  /** Valid ISO 8601, from the evidence: a clock would make other bytes each time. Absent, the PDF says 1970-01-01. */
  readonly createdAt?: string | undefined;
  /** Left part of every footer; the page number stands on the right. */
  readonly footer: string;
}

export type FontName = 'regular' | 'bold' | 'mono';

export interface TextStyle {
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  /** Web address the text leads to. */
  readonly link?: string;
  /** Points from the left margin. */
  readonly indent?: number;
  /** Points left free below. */
  readonly after?: number;
}

/** Tags of the structure tree that readers of screens walk through (PDF 1.7 § 14.8.4). */
export type PdfTag = 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Code' | 'Sect';

/** What stands inside an element: drawn text, or elements that are drawn in turn. */
export type PdfContent = (() => void) | readonly PDFKit.PDFStructureElement[];

/**
 * Writes one tagged A4 document from top to bottom: every block is an element of the structure tree, footers are not.
 * Same calls, same bytes. Blocks of their own stand beside it (pdf-table.ts, pdf-excerpt.ts, pdf-verdict.ts).
 */
export class PdfWriter {
  readonly doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(readonly options: PdfOptions) {
    const { title, language, fonts, createdAt } = options;
    this.doc = new (loadPdfKit())({
      size: 'A4',
      margins: { ...MARGIN },
      pdfVersion: '1.7',
      tagged: true,
      lang: language === 'fr' ? 'fr-FR' : 'en-GB',
      displayTitle: true,
      bufferPages: true,
      font: '',
      info: {
        Title: inMetadata(title),
        Creator: 'Épreuve',
        Producer: 'Épreuve',
        CreationDate: new Date(createdAt ?? UNKNOWN_DATE),
      },
    });
    for (const name of ['regular', 'bold', 'mono'] as const) {
      this.doc.registerFont(name, Buffer.from(fonts[name].bytes));
    }
    this.doc.font('regular');
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  /** Width between the margins, in points. */
  get width(): number {
    return this.doc.page.width - MARGIN.left - MARGIN.right;
  }

  /** Last point that may be written on. */
  get bottom(): number {
    return this.doc.page.height - MARGIN.bottom;
  }

  get pageHeight(): number {
    return this.bottom - MARGIN.top;
  }

  /** Starts a page when less than `height` points are left; true when it did. */
  ensureRoom(height: number): boolean {
    if (this.doc.y + Math.min(height, this.pageHeight) <= this.bottom) return false;
    this.pageBreak();
    return true;
  }

  pageBreak(): void {
    this.doc.addPage();
    this.doc.x = MARGIN.left;
  }

  space(points: number): void {
    this.doc.y = Math.min(this.bottom, this.doc.y + points);
  }

  /** An element of the structure tree, not yet in it. */
  element(tag: PdfTag, content: PdfContent, alt?: string): PDFKit.PDFStructureElement {
    const children = typeof content === 'function' ? content : [...content];
    return this.doc.struct(tag, alt === undefined ? {} : { alt }, children);
  }

  /** Adds an element at the end of the document and draws it. */
  add(element: PDFKit.PDFStructureElement): void {
    this.#root.add(element);
  }

  /** An element that stays open, for blocks whose parts are drawn one after another (a table over several pages). */
  open(tag: PdfTag): PDFKit.PDFStructureElement {
    const element = this.doc.struct(tag);
    this.#root.add(element);
    return element;
  }

  /** Drawn, but nothing a reader of screens should say. */
  decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  use({ font = 'regular', size = SIZE.body, colour = INK }: TextStyle = {}): PDFKit.PDFDocument {
    return this.doc.font(font).fontSize(size).fillColor(colour);
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    return this.use(style).heightOfString(text === '' ? ' ' : text, { width, lineGap: LINE_GAP });
  }

  heading(text: string, level: 1 | 2 | 3): void {
    const size = level === 1 ? SIZE.title : level === 2 ? SIZE.heading : SIZE.subheading;
    if (level > 1) this.space(level === 2 ? 2 * GAP : GAP);
    const style = { font: 'bold', size } as const;
    // A heading never stands alone at the foot of a page.
    this.ensureRoom(this.heightOf(text, this.width, style) + 48);
    this.add(this.element(`H${level}`, () => this.#write(text, style)));
    this.space(level === 3 ? 3 : GAP / 2);
  }

  paragraph(text: string, style: TextStyle = {}, tag: PdfTag = 'P'): void {
    if (text === '') return;
    this.ensureRoom(14);
    this.add(this.element(tag, () => this.#write(text, style)));
    this.space(style.after ?? 3);
  }

  bullets(items: readonly string[], style: TextStyle = {}): void {
    if (items.length === 0) return;
    const list = this.open('L');
    for (const item of items) {
      this.ensureRoom(14);
      list.add(this.element('LI', () => this.#write(`•  ${item}`, { indent: 8, ...style })));
      this.space(1);
    }
    list.end();
    this.space(3);
  }

  /** Name and value pairs, one a line, values aligned. Pairs without value are left out. */
  facts(pairs: readonly (readonly [name: string, value: string | undefined])[], nameWidth = 120): void {
    const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== '');
    const list = this.open('L');
    for (const [name, value] of shown) {
      const width = this.width - nameWidth;
      this.ensureRoom(Math.max(this.heightOf(value, width), this.heightOf(name, nameWidth - 8, SMALL)));
      list.add(this.element('LI', () => this.#fact(name, value, nameWidth)));
    }
    list.end();
    this.space(GAP / 2);
  }

  #fact(name: string, value: string, nameWidth: number): void {
    const { y } = this.doc;
    this.use({ size: SIZE.small, colour: SOFT }).text(name, MARGIN.left, y + 1.2, {
      width: nameWidth - 8,
      lineGap: LINE_GAP,
    });
    const after = this.doc.y;
    this.use().text(value, MARGIN.left + nameWidth, y, { width: this.width - nameWidth, lineGap: LINE_GAP });
    this.doc.x = MARGIN.left;
    this.doc.y = Math.max(after, this.doc.y) + 2;
  }

  /**
   * PNG or JPEG, scaled down to the page and `maxHeight` points; `alt` says what it shows, and stands for a picture that
   * cannot be shown.
   */
  image(bytes: Uint8Array, alt: string, maxHeight = 320): void {
    const size = imageSize(bytes);
    const picture = size && size.width * size.height <= MAX_PIXELS ? this.#openPicture(bytes, size) : undefined;
    if (!size || !picture) {
      this.paragraph(alt, { colour: SOFT });
      return;
    }
    const { width, height } = size;
    const scale = Math.min(1, this.width / width, Math.min(maxHeight, this.pageHeight) / height);
    this.ensureRoom(height * scale + GAP);
    const { x, y } = this.doc;
    const draw = () => {
      this.doc.image(picture, MARGIN.left, y, { width: width * scale, height: height * scale });
      this.doc
        .rect(MARGIN.left, y, width * scale, height * scale)
        .lineWidth(0.5)
        .stroke(LINE);
    };
    this.add(this.element('Figure', draw, alt));
    this.doc.x = x;
    this.doc.y = y + height * scale + GAP;
  }

  #openPicture(bytes: Uint8Array, size: ImageSize): PDFKit.Mixins.ImageSrc | undefined {
    try {
      // Typed for a path only; a buffer is what it is meant for.
      const open = this.doc as unknown as { openImage(source: Buffer): PDFKit.Mixins.ImageSrc };
      return open.openImage(Buffer.from(toOpaquePicture(bytes, size)));
    } catch {
      // A damaged picture: the library throws errors of many kinds.
      return undefined;
    }
  }

  rule(): void {
    this.space(GAP / 2);
    const { y } = this.doc;
    this.decoration(() =>
      this.doc
        .moveTo(MARGIN.left, y)
        .lineTo(MARGIN.left + this.width, y)
        .lineWidth(0.5)
        .stroke(LINE),
    );
    this.space(GAP / 2);
  }

  #write(text: string, style: TextStyle): void {
    const { indent = 0, link } = style;
    this.use({ ...style, ...(link !== undefined && { colour: style.colour ?? ACCENT }) });
    const options = { width: this.width - indent, lineGap: LINE_GAP, ...(link !== undefined && { link }) };
    this.doc.text(text, MARGIN.left + indent, this.doc.y, options);
    this.doc.x = MARGIN.left;
  }

  /** Numbers the pages and ends the document; nothing can be written after. */
  toBytes(): Uint8Array {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(start + page);
      this.#footer(`${page + 1} / ${count}`);
    }
    this.#root.end();
    this.doc.end();
    // The library writes everything at once when nothing is read from a file.
    const bytes: unknown = this.doc.read();
    const isWhole = bytes instanceof Uint8Array && Buffer.from(bytes.subarray(-8)).includes('%%EOF');
    if (!isWhole) throw makeError('defect', { reason: 'the PDF was not ended' });
    return new Uint8Array(bytes);
  }

  #footer(number: string): void {
    const { page } = this.doc;
    const y = page.height - MARGIN.bottom + 22;
    // Below the margin the library would start a page of its own.
    page.margins.bottom = 0;
    this.decoration(() => {
      this.doc
        .moveTo(MARGIN.left, y - 6)
        .lineTo(MARGIN.left + this.width, y - 6)
        .lineWidth(0.5)
        .stroke(LINE);
      this.use({ size: SIZE.small, colour: SOFT });
      this.doc.text(this.options.footer, MARGIN.left, y, { width: this.width - 70, height: 11, ellipsis: true });
      this.doc.text(number, MARGIN.left, y, { width: this.width, align: 'right', lineBreak: false });
    });
    page.margins.bottom = MARGIN.bottom;
  }
}

const LINE_GAP = 1.5;
/** More than this is a picture made to fill the memory. */
const MAX_PIXELS = 40_000_000;
const SMALL: TextStyle = { size: SIZE.small };

/** The library copies the title into an XML packet as it is. */
const inMetadata = (title: string) => title.replace(/[<>&]/g, ' ');
