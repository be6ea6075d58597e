import { GAP, LINE, MARGIN, SIZE, SOFT } from './pdf-theme.js';
import type { FontName, PdfWriter, TextStyle } from './pdf-writer.js';

export interface PdfColumn {
  readonly title: string;
  /** Share of the width; the shares of a table need not add up to anything. */
  readonly share: number;
  readonly font?: FontName;
}

/** A text, or one with a colour of its own. */
export type PdfCell = string | { readonly text: string; readonly colour?: string; readonly font?: FontName };

const PADDING = { x: 4, y: 3 };
const CELL_SIZE = 8.5;
const HEAD: TextStyle = { size: SIZE.small, colour: SOFT, font: 'bold' };
const LINE_GAP = 1;

/** A table whose head is repeated on every page; a row taller than a page goes on in the next one. */
export function writeTable(
  writer: PdfWriter,
  columns: readonly PdfColumn[],
  rows: readonly (readonly PdfCell[])[],
): void {
  const places = placesOf(writer, columns);
  const table = writer.open('Table');
  writer.ensureRoom(60);
  const hasHead = columns.some(({ title }) => title !== '');
  if (hasHead) table.add(rowElement(writer, headRow(columns), places, 'TH'));
  for (const row of rows) {
    for (let rest: readonly PlacedCell[] | undefined = placedCells(columns, row); rest; ) {
      if (writer.ensureRoom(heightOfRow(writer, rest, places)) && hasHead) {
        // The head was said once; on later pages it is only there to be seen.
        writer.decoration(() => drawRow(writer, headRow(columns), places));
      }
      const [fitting, over] = splitRow(writer, rest, places);
      table.add(rowElement(writer, fitting, places, 'TD'));
      rest = over;
    }
  }
  table.end();
  writer.space(GAP);
}

interface Place {
  readonly x: number;
  /** Inside the padding. */
  readonly width: number;
}

interface PlacedCell {
  readonly text: string;
  readonly style: TextStyle;
}

function placesOf(writer: PdfWriter, columns: readonly PdfColumn[]): Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = MARGIN.left;
  return columns.map(({ share }) => {
    const width = (writer.width * share) / total;
    const place = { x, width: width - 2 * PADDING.x };
    x += width;
    return place;
  });
}

const headRow = (columns: readonly PdfColumn[]): PlacedCell[] =>
  columns.map(({ title }) => ({ text: title, style: HEAD }));

function placedCells(columns: readonly PdfColumn[], row: readonly PdfCell[]): PlacedCell[] {
  return columns.map(({ font = 'regular' }, index) => {
    const cell = row[index] ?? '';
    if (typeof cell === 'string') return { text: cell, style: { size: sizeIn(font), font } };
    const own = cell.font ?? font;
    return { text: cell.text, style: { size: sizeIn(own), font: own, ...(cell.colour && { colour: cell.colour }) } };
  });
}

/** Letters of the fixed font are wider. */
const sizeIn = (font: FontName) => (font === 'mono' ? CELL_SIZE - 1 : CELL_SIZE);

function heightOfCell(writer: PdfWriter, { text, style }: PlacedCell, width: number): number {
  return writer.use(style).heightOfString(text === '' ? ' ' : text, { width, lineGap: LINE_GAP });
}

function heightOfRow(writer: PdfWriter, cells: readonly PlacedCell[], places: readonly Place[]): number {
  const heights = cells.map((cell, index) => heightOfCell(writer, cell, places[index]?.width ?? 0));
  return Math.max(...heights) + 2 * PADDING.y;
}

function rowElement(writer: PdfWriter, cells: readonly PlacedCell[], places: readonly Place[], tag: 'TH' | 'TD') {
  const y = writer.doc.y;
  const height = heightOfRow(writer, cells, places);
  const elements = cells.map((cell, index) =>
    writer.element(tag, () => {
      drawCell(writer, cell, places[index], y);
      // The last cell leaves the pen below the row.
      if (index === cells.length - 1) endRow(writer, y + height);
    }),
  );
  return writer.element('TR', elements);
}

function drawRow(writer: PdfWriter, cells: readonly PlacedCell[], places: readonly Place[]): void {
  const y = writer.doc.y;
  const height = heightOfRow(writer, cells, places);
  for (const [index, cell] of cells.entries()) drawCell(writer, cell, places[index], y);
  endRow(writer, y + height);
}

function drawCell(writer: PdfWriter, { text, style }: PlacedCell, place: Place | undefined, y: number): void {
  if (!place || text === '') return;
  writer.use(style).text(text, place.x + PADDING.x, y + PADDING.y, { width: place.width, lineGap: LINE_GAP });
}

function endRow({ doc, width }: PdfWriter, y: number): void {
  doc
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + width, y)
    .lineWidth(0.5)
    .stroke(LINE);
  doc.x = MARGIN.left;
  doc.y = y;
}

/** Cells cut at what fits above the foot of the page; undefined when everything fits. */
function splitRow(writer: PdfWriter, cells: readonly PlacedCell[], places: readonly Place[]) {
  const room = writer.bottom - writer.doc.y - 2 * PADDING.y;
  if (heightOfRow(writer, cells, places) - 2 * PADDING.y <= room) return [cells, undefined] as const;
  const cuts = cells.map((cell, index) => fittingLength(writer, cell, places[index]?.width ?? 0, room));
  const part = (from: (cut: number) => number, to: (cut: number) => number | undefined) =>
    cells.map((cell, index) => ({ ...cell, text: cell.text.slice(from(cuts[index] ?? 0), to(cuts[index] ?? 0)) }));
  return [
    part(
      () => 0,
      (cut) => cut,
    ),
    part(
      (cut) => cut,
      () => undefined,
    ),
  ] as const;
}

/** Longest start of the text that fits, cut after a space where there is one. At least one character. */
function fittingLength(writer: PdfWriter, cell: PlacedCell, width: number, room: number): number {
  let low = Math.min(1, cell.text.length);
  let high = cell.text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (heightOfCell(writer, { ...cell, text: cell.text.slice(0, middle) }, width) <= room) low = middle;
    else high = middle - 1;
  }
  if (low === cell.text.length) return low;
  const space = cell.text.lastIndexOf(' ', low);
  return space > low / 2 ? space + 1 : low;
}
