import { existsSync } from 'node:fs';
import { makeError } from '../core/index.js';
import { decodePng, type PixelBox } from '../core/png.js';
import type { Capture } from './capture.js';
import type { MeasuredBoxes } from './photograph.js';
import { type Cell, readTerminal, type Screen, type Style } from './terminal-screen.js';

export interface TerminalOptions {
  /** For the file; default `terminal`. */
  readonly name?: string;
  /** Shown in the title bar; a command line, for instance. */
  readonly title?: string;
  /** Default 100. */
  readonly columns?: number;
  readonly as: 'png' | 'svg';
  /** What matches is blacked out, line by line. */
  readonly masks?: readonly RegExp[];
  readonly facts?: Readonly<Record<string, string>>;
  /** File of the fixed-width font a PNG is drawn with (DejaVu Sans Mono). */
  readonly font?: string;
}

const COLUMNS = 100;
/** A terminal of more rows is no picture any more; the last ones are kept and the picture says how many are not. */
const MAX_ROWS = 400;

const CELL_WIDTH = 8.43;
const ROW_HEIGHT = 18;
const FONT_SIZE = 14;
const MARGIN = 14;
const BAR = 30;
/** Of a PNG. */
const ZOOM = 2;
const INK = '#d5d9e0';
/** The font has one weight here: bold is told by a brighter ink. */
const BOLD_INK = '#ffffff';
const PAPER = '#14171d';
const MASKED: Cell = { text: '█', style: {} };

/** A picture of what a program wrote to a terminal, drawn without a browser. Throws `font-missing` for a PNG. */
export async function captureTerminal(output: string, options: TerminalOptions): Promise<Capture> {
  const screen = masked(
    readTerminal(output, { columns: options.columns ?? COLUMNS, maxRows: MAX_ROWS }),
    options.masks,
  );
  const svg = drawScreen(screen, options);
  const png = options.as === 'png' ? await toPng(svg, options.font ?? '') : undefined;
  const { masks = [] } = options;
  const boxes = png && masks.length > 0 ? boxesOf(screen, png) : undefined;
  return {
    kind: 'capture',
    name: options.name ?? 'terminal',
    mediaType: png ? 'image/png' : 'image/svg+xml',
    extension: options.as,
    bytes: png ?? Buffer.from(svg),
    ...(boxes && { boxes }),
    facts: {
      source: 'terminal',
      rows: String(screen.rows.length),
      ...(screen.leftOut > 0 && { 'rows left out': String(screen.leftOut) }),
      ...(masks.length > 0 && { masks: String(masks.length) }),
      ...options.facts,
    },
  };
}

function masked(screen: Screen, masks: readonly RegExp[] = []): Screen {
  if (masks.length === 0) return screen;
  const rows = screen.rows.map((row) => {
    const hidden = new Set<number>();
    const text = row.map((cell) => Array.from(cell.text)[0] ?? ' ').join('');
    // Positions of code units back to cells: a character outside the BMP takes two.
    const cellAt = row.flatMap((cell, index) => Array<number>((Array.from(cell.text)[0] ?? ' ').length).fill(index));
    for (const mask of masks) {
      for (const match of text.matchAll(new RegExp(mask.source, 'giu'))) {
        for (let at = match.index; at < match.index + match[0].length; at += 1) hidden.add(cellAt[at] ?? -1);
      }
    }
    return row.map((cell, index) => (hidden.has(index) ? MASKED : cell));
  });
  return { ...screen, rows };
}

/** Where the masked cells stand on the picture, and the text of the others. */
function boxesOf(screen: Screen, png: Uint8Array): MeasuredBoxes | undefined {
  const picture = decodePng(png);
  if (!picture) return undefined;
  const top = BAR + MARGIN + (screen.leftOut > 0 ? ROW_HEIGHT : 0);
  const boxes = screen.rows.flatMap((row, index) =>
    row.flatMap((cell, column): PixelBox[] => {
      if (cell !== MASKED) return [];
      const x = Math.floor((MARGIN + column * CELL_WIDTH) * ZOOM);
      const width = Math.ceil(CELL_WIDTH * ZOOM) + 1;
      return [{ x, y: (top + index * ROW_HEIGHT) * ZOOM, width, height: ROW_HEIGHT * ZOOM }];
    }),
  );
  const outside = screen.rows.map((row) => row.map(({ text }) => text).join('')).join('\n');
  return { width: picture.width, height: picture.height, boxes, outside };
}

function drawScreen(screen: Screen, { title = '', columns = COLUMNS }: TerminalOptions): string {
  const widest = Math.max(...screen.rows.map((row) => row.length), Math.min(columns, 60));
  const width = Math.ceil(widest * CELL_WIDTH + 2 * MARGIN);
  const note = screen.leftOut > 0 ? [`… ${screen.leftOut}`] : [];
  const height = BAR + (screen.rows.length + note.length) * ROW_HEIGHT + 2 * MARGIN;
  const top = BAR + MARGIN;
  const rows = screen.rows.map((row, index) => drawRow(row, top + (index + note.length) * ROW_HEIGHT));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>`,
    `<rect width="${width}" height="${BAR}" rx="8" fill="#232833"/>`,
    ...['#e0566b', '#c9a227', '#4fb06d'].map(
      (fill, at) => `<circle cx="${18 + at * 18}" cy="15" r="5" fill="${fill}"/>`,
    ),
    `<g font-family="DejaVu Sans Mono, monospace" font-size="${FONT_SIZE}" xml:space="preserve">`,
    drawText(truncate(title, Math.max(0, widest - 12)), 76, 20, { foreground: '#9aa3b2' }),
    ...note.map((text) => drawText(text, MARGIN, top + FONT_SIZE, { dim: true })),
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Cells of one style are drawn together; each run starts at its own column, so that nothing drifts. */
function drawRow(row: readonly Cell[], y: number): string {
  const runs: { start: number; text: string; style: Style }[] = [];
  for (const [index, { text, style }] of row.entries()) {
    const last = runs.at(-1);
    if (last && last.style === style) last.text += text;
    else runs.push({ start: index, text, style });
  }
  const pieces = runs.map(({ start, text, style }) => {
    const x = MARGIN + start * CELL_WIDTH;
    const ground = style.inverse ? (style.foreground ?? INK) : style.background;
    const width = Array.from(text.replace(/\p{M}/gu, '')).length * CELL_WIDTH;
    const back = ground
      ? `<rect x="${x.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${ROW_HEIGHT}" fill="${ground}"/>`
      : '';
    return back + (text.trim() === '' ? '' : drawText(text, x, y + FONT_SIZE, style));
  });
  return pieces.join('');
}

function drawText(text: string, x: number, y: number, style: Style): string {
  const fill = style.inverse ? (style.background ?? PAPER) : (style.foreground ?? (style.bold ? BOLD_INK : INK));
  const attributes = [
    ...(style.italic ? ['font-style="italic"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
    ...(style.dim ? ['opacity="0.65"'] : []),
  ];
  return `<text ${[`x="${x.toFixed(2)}" y="${y}" fill="${fill}"`, ...attributes].join(' ')}>${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function truncate(text: string, length: number): string {
  const characters = Array.from(text.replace(/\p{C}/gu, ' '));
  return characters.length > length ? `${characters.slice(0, Math.max(0, length - 1)).join('')}…` : characters.join('');
}

async function toPng(svg: string, file: string): Promise<Uint8Array> {
  if (!existsSync(file)) throw makeError('font-missing', { file });
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { fontFiles: [file], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans Mono' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng();
}
