export interface SvgTextStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
}

/** One line of text in an SVG, escaped. */
export function line(text: string, x: number, y: number, { size, colour, weight = 400 }: SvgTextStyle): string {
  const attributes = `x="${x}" y="${y}" font-family="sans" font-size="${size}" font-weight="${weight}" fill="${colour}"`;
  return `<text ${attributes} xml:space="preserve">${escapeXml(text)}</text>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Mean width of a letter of our fonts, in ems: a little more than measured, so that nothing runs over. */
const LETTER = 0.5;

/** Cuts a text that would be wider than `width`. */
export function fitText(text: string, width: number, size: number): string {
  const letters = Math.floor(width / (size * LETTER));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** Breaks at spaces into at most `most` lines; the last one is cut when more is left. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const letters = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  let rest = text;
  while (rest.length > letters && lines.length < most - 1) {
    const space = rest.lastIndexOf(' ', letters);
    const cut = space > 0 ? space : letters;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? lines : [...lines, fitText(rest, width, size)];
}
