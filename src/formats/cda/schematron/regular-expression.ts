/**
 * A regular expression of XPath 2 as one of JavaScript that matches the same texts; undefined when it uses what the two
 * read differently: names (`\i`, `\c`), word characters, properties, class subtraction.
 */
export function toRegExp(pattern: string, flags: string): RegExp | undefined {
  if (!/^[i]?$/.test(flags) || /\\[iIcCwWpPDS\d]|\(\?/.test(pattern)) return undefined;
  let translated = '';
  let isInClass = false;
  for (const [piece] of pattern.matchAll(/\\.|[\s\S]/gu)) {
    if (piece === '[' && isInClass) return undefined;
    if (piece === '[') isInClass = true;
    if (piece === ']') isInClass = false;
    translated += translate(piece, isInClass);
  }
  try {
    return new RegExp(translated, `u${flags}`);
  } catch {
    return undefined;
  }
}

function translate(piece: string, isInClass: boolean): string {
  if (piece === '\\d') return '\\p{Nd}';
  if (piece === '\\s') return isInClass ? ' \\t\\n\\r' : '[ \\t\\n\\r]';
  return piece === '.' && !isInClass ? '[^\\n\\r]' : piece;
}
