import { PdfFile } from './pdf-file.js';
import { type PdfFont, readFont } from './pdf-font.js';
import { PdfLexer, type PdfValue } from './pdf-lexer.js';

/** What can be read of the text of a PDF without rendering it. */
export type PdfText =
  | {
      readonly text: string;
      /** False when characters had no known meaning: the text then has holes. */
      readonly isComplete: boolean;
      readonly unreadable?: undefined;
    }
  /** Encrypted; no text at all (a scanned picture); fonts that say nothing of their characters. */
  | { readonly unreadable: 'encrypted' | 'no-text' | 'unmapped' };

const MAX_PAGES = 50;
const MAX_TEXT = 200_000;
const MAX_FORMS = 200;

/** Text of the pages, in the order it is drawn; line breaks and blanks are guessed from the movements. */
export function pdfTextOf(bytes: Uint8Array): PdfText {
  const file = new PdfFile(bytes);
  if (file.isEncrypted) return { unreadable: 'encrypted' };
  const reader = new TextReader(file);
  for (const page of file.pages.slice(0, MAX_PAGES)) reader.readPage(page);
  const text = reader.parts.join('');
  if (/[\p{L}\p{N}]/u.test(text)) return { text, isComplete: reader.isComplete };
  return { unreadable: reader.isComplete ? 'no-text' : 'unmapped' };
}

class TextReader {
  readonly parts: string[] = [];
  isComplete = true;
  #length = 0;
  #forms = 0;
  readonly #fonts = new Map<PdfValue | undefined, PdfFont | undefined>();

  constructor(private readonly file: PdfFile) {}

  readPage(page: PdfValue): void {
    if (page.kind !== 'dictionary') return;
    const contents = page.entries.get('Contents');
    const resolved = this.file.resolve(contents);
    const streams = resolved?.kind === 'array' ? resolved.items : [contents];
    const text = streams.map((stream) => this.file.streamOf(stream) ?? '').join('\n');
    this.#run(text, this.#resourcesOf(page), 0);
    this.#add('\n');
  }

  /** Own, or those of the nearest node above in the tree of pages. */
  #resourcesOf(page: PdfValue): PdfValue | undefined {
    let node: PdfValue | undefined = page;
    for (let step = 0; node && step < 20; step++) {
      const own = this.file.get(node, 'Resources');
      if (own) return own;
      node = this.file.get(node, 'Parent');
    }
    return undefined;
  }

  #run(content: string, resources: PdfValue | undefined, depth: number): void {
    const lexer = new PdfLexer(content);
    let operands: PdfValue[] = [];
    let font: PdfFont | undefined;
    for (let value = lexer.next(); value && this.#length < MAX_TEXT; value = lexer.next()) {
      if (value.kind !== 'word') {
        // Operators take few operands; what piles up is no content stream.
        if (operands.length < 1000) operands.push(value);
        continue;
      }
      if (value.value === 'Tf') font = this.#fontNamed(operands[0], resources);
      else if (value.value === 'Do') this.#form(operands[0], resources, depth);
      // An inline picture: its bytes are no operators.
      else if (value.value === 'ID') lexer.at = endOfPicture(content, lexer.at);
      else this.#show(value.value, operands, font);
      operands = [];
    }
  }

  #fontNamed(name: PdfValue | undefined, resources: PdfValue | undefined): PdfFont | undefined {
    if (name?.kind !== 'name') return undefined;
    const dictionary = this.file.get(this.file.get(resources, 'Font'), name.value);
    if (!this.#fonts.has(dictionary)) this.#fonts.set(dictionary, readFont(this.file, dictionary));
    return this.#fonts.get(dictionary);
  }

  /** A form drawn by the page: many producers put all their text into one. */
  #form(name: PdfValue | undefined, resources: PdfValue | undefined, depth: number): void {
    this.#forms += 1;
    if (name?.kind !== 'name' || depth > 5 || this.#forms > MAX_FORMS) return;
    const forms = this.file.get(resources, 'XObject');
    const reference = forms?.kind === 'dictionary' ? forms.entries.get(name.value) : undefined;
    const form = this.file.resolve(reference);
    const subtype = this.file.get(form, 'Subtype');
    if (subtype?.kind !== 'name' || subtype.value !== 'Form') return;
    const content = this.file.streamOf(reference);
    if (content !== undefined) this.#run(content, this.file.get(form, 'Resources') ?? resources, depth + 1);
  }

  #show(operator: string, operands: readonly PdfValue[], font: PdfFont | undefined): void {
    switch (operator) {
      case 'Tj':
        this.#string(operands[0], font);
        break;
      case "'":
      case '"':
        this.#add('\n');
        this.#string(operands.at(-1), font);
        break;
      case 'TJ':
        this.#strings(operands[0], font);
        break;
      case 'Td':
      case 'TD':
        this.#move(operands);
        break;
      case 'T*':
      case 'ET':
        this.#add('\n');
        break;
      case 'Tm':
        this.#add(' ');
    }
  }

  #move([, y]: readonly PdfValue[]): void {
    this.#add(y?.kind === 'number' && y.value !== 0 ? '\n' : ' ');
  }

  /** A move back by more than a fifth of the size is the blank between two words. */
  #strings(list: PdfValue | undefined, font: PdfFont | undefined): void {
    for (const item of list?.kind === 'array' ? list.items : []) {
      if (item.kind === 'number' && item.value < -200) this.#add(' ');
      else if (item.kind === 'string') this.#string(item, font);
    }
  }

  #string(value: PdfValue | undefined, font: PdfFont | undefined): void {
    if (value?.kind !== 'string' || value.value === '') return;
    const { text, isComplete } = font?.decode(value.value) ?? { text: '', isComplete: false };
    if (!isComplete) this.isComplete = false;
    this.#add(text);
  }

  #add(text: string): void {
    this.parts.push(text);
    this.#length += text.length;
  }
}

function endOfPicture(content: string, at: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = at;
  return end.exec(content) ? end.lastIndex : content.length;
}
