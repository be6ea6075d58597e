/** Colours and weight of a character. A colour is `#rrggbb`. */
export interface Style {
  readonly foreground?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
}

export interface Cell {
  readonly text: string;
  readonly style: Style;
}

export interface Screen {
  readonly rows: readonly (readonly Cell[])[];
  /** Lines the program wrote before the first row, which are not here. */
  readonly leftOut: number;
}

const PALETTE = [
  ...['#1c1f26', '#e0566b', '#4fb06d', '#c9a227', '#5b8def', '#b675d8', '#3fb0b5', '#d5d9e0'],
  ...['#6b7280', '#ff7b8f', '#7ddc98', '#f0ca55', '#8db2ff', '#d9a3f5', '#6fdde2', '#ffffff'],
];
const PLAIN: Style = {};
const MAX_COLUMNS = 400;

/** CSI, OSC, other escapes, then one character of the text (with the marks that follow it). */
const TOKEN =
  /\u001b\[([0-9;:?<=>]*)[ -/]*([@-~])|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?|(\r\n|[\s\S])(\p{M}*)/gu;

/**
 * What a terminal would show: colours, carriage return, backspace and tabs are followed; other escapes and control
 * characters are dropped. Long lines fold at `columns`; of more than `maxRows` the last are kept, as in a terminal.
 */
export function readTerminal(output: string, options: { columns: number; maxRows: number }): Screen {
  const screen = new Writer(Math.min(Math.max(options.columns, 20), MAX_COLUMNS));
  for (const [, parameters = '', command, character, marks = ''] of output.matchAll(TOKEN)) {
    if (command === 'm') screen.style(parameters);
    else if (command === 'K') screen.eraseLine(parameters);
    else if (character !== undefined) screen.write(character, marks);
  }
  const rows = screen.rows;
  while (rows.length > 1 && rows.at(-1)?.length === 0) rows.pop();
  const leftOut = Math.max(0, rows.length - options.maxRows);
  return { rows: rows.slice(leftOut), leftOut };
}

class Writer {
  readonly rows: Cell[][] = [[]];
  #style = PLAIN;
  #column = 0;

  constructor(private readonly columns: number) {}

  write(character: string, marks: string): void {
    if (character === '\n' || character === '\r\n') this.#newLine();
    else if (character === '\r') this.#column = 0;
    else if (character === '\b') this.#column = Math.max(0, this.#column - 1);
    else if (character === '\t') this.#put(' ', 8 - (this.#column % 8));
    else if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(character)) this.#put(character + marks, 1);
  }

  style(parameters: string): void {
    this.#style = applyStyle(this.#style, parameters);
  }

  eraseLine(parameters: string): void {
    const row = this.rows.at(-1) ?? [];
    if (parameters === '' || parameters === '0') row.length = Math.min(row.length, this.#column);
    if (parameters === '2') row.length = 0;
  }

  #put(text: string, times: number): void {
    for (let count = 0; count < times; count += 1) {
      if (this.#column >= this.columns) this.#newLine();
      const row = this.rows.at(-1) ?? [];
      while (row.length < this.#column) row.push({ text: ' ', style: PLAIN });
      row[this.#column] = { text, style: this.#style };
      this.#column += 1;
    }
  }

  #newLine(): void {
    this.rows.push([]);
    this.#column = 0;
  }
}

const SWITCHES: Readonly<Record<number, Style>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
};

/** Select graphic rendition: the parameters of `ESC [ … m`. */
function applyStyle(before: Style, parameters: string): Style {
  const codes = parameters.split(/[;:]/).map((code) => Number(code || 0));
  let style = before;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 0) style = PLAIN;
    else if (SWITCHES[code]) style = { ...style, ...SWITCHES[code] };
    else if (code === 38 || code === 48) {
      const [colour, used] = extendedColour(codes.slice(at + 1));
      at += used;
      if (colour !== undefined) style = { ...style, [code === 38 ? 'foreground' : 'background']: colour };
    } else style = simpleColour(style, code);
  }
  return style;
}

function simpleColour(style: Style, code: number): Style {
  const { foreground: _foreground, ...noForeground } = style;
  const { background: _background, ...noBackground } = style;
  if (code === 39) return noForeground;
  if (code === 49) return noBackground;
  const tens = Math.floor(code / 10);
  const colour = PALETTE[(code % 10) + (tens >= 9 ? 8 : 0)];
  if (colour === undefined || code % 10 > 7) return style;
  if (tens === 3 || tens === 9) return { ...style, foreground: colour };
  return tens === 4 || tens === 10 ? { ...style, background: colour } : style;
}

/** `5;n` or `2;r;g;b` after 38 or 48, and how many numbers were used. */
function extendedColour([kind, ...rest]: readonly number[]): [colour: string | undefined, used: number] {
  if (kind === 2) return [toHex(rest.slice(0, 3)), 4];
  if (kind !== 5) return [undefined, 1];
  const index = Math.min(255, Math.max(0, rest[0] ?? 0));
  if (index < 16) return [PALETTE[index], 2];
  if (index >= 232) return [toHex(Array<number>(3).fill(8 + (index - 232) * 10)), 2];
  const cube = index - 16;
  const level = (value: number) => (value === 0 ? 0 : 55 + value * 40);
  return [toHex([level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)]), 2];
}

function toHex(values: readonly number[]): string {
  const parts = [0, 1, 2].map((at) => Math.min(255, Math.max(0, Math.trunc(values[at] ?? 0))));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
