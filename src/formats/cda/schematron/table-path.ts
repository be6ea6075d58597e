import { closing, isCall, isSymbol, splitAt, type Token } from './xpath-tokens.js';

/**
 * Last token of a path that starts at `from` with `doc('literal')` and ends in an attribute or in `concat()`, with no
 * variable in it; undefined for any other.
 */
export function endOfTablePath(tokens: readonly Token[], from: number): number | undefined {
  if (!isCall(tokens, from) || !['doc', 'document'].includes(tokens[from]?.text ?? '')) return undefined;
  if (tokens[from + 2]?.kind !== 'string' || closing(tokens, from + 1) !== from + 3) return undefined;
  let at = from + 4;
  while (isSymbol(tokens[at], '/') || isSymbol(tokens[at], '//')) {
    at += 1;
    if (isSymbol(tokens[at], '@')) return tokens[at + 1]?.kind === 'name' ? at + 1 : undefined;
    if (isCall(tokens, at)) {
      const end = closing(tokens, at + 1);
      const isPlain = tokens[at]?.text === 'concat' && !tokens.slice(at, end).some(({ kind }) => kind === 'variable');
      return isPlain ? end : undefined;
    }
    if (tokens[at]?.kind !== 'name' && tokens[at]?.text !== '*') return undefined;
    at += 1;
    while (isSymbol(tokens[at], '[')) {
      const end = closing(tokens, at);
      if (tokens.slice(at, end).some(({ kind }) => kind === 'variable')) return undefined;
      at = end + 1;
    }
  }
  return undefined;
}

/** `concat()` of attributes and literals: an attribute that is not there is an empty text in both versions of XPath. */
export function isPlainConcat(tokens: readonly Token[]): boolean {
  if (tokens[0]?.text !== 'concat' || !isCall(tokens, 0) || closing(tokens, 1) !== tokens.length - 1) return false;
  const parts = splitAt(tokens.slice(2, -1), (token) => isSymbol(token, ','));
  const isPlain = parts.every(
    (part) =>
      (part.length === 1 && part[0]?.kind === 'string') ||
      (part.length === 2 && isSymbol(part[0], '@') && part[1]?.kind === 'name' && !part[1].text.includes('*')),
  );
  return isPlain && parts.length > 1;
}

/** Starts a literal that stands for the values of a table until the expression is compiled; no schema writes it. */
const MARK = '\ue000table ';
export const TABLE_LITERAL = new RegExp(`'${MARK}([^']*)'`, 'g');
/** Stands between the values: no table may have it in one. */
export const BETWEEN = '\ue001';

/** A literal that stands for all values of a table, one after the other, `BETWEEN` around each. */
export function tableLiteral(path: string): string {
  return `'${MARK}${encodeURIComponent(path).replaceAll("'", '%27')}'`;
}

export function readsTable(expression: string): boolean {
  return expression.includes(MARK);
}
