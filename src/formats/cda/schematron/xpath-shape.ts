import { closing, isCall, isSymbol, splitAt, type Token, textOf, tokenize, unwrap } from './xpath-tokens.js';

export const NODE_TESTS: ReadonlySet<string> = new Set(['text', 'node', 'comment', 'processing-instruction']);
export const VALUE_COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** True when what follows can only be nodes: a path, and no function, literal or variable. */
export function startsPath(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.operator) return false;
  const end = closing(tokens, at - 1);
  if (isSymbol(token, '(')) return closing(tokens, at) === end - 1 && startsPath(tokens, at + 1);
  const own = tokens.slice(at, end).filter(({ depth }) => depth === token.depth);
  if (own.some(({ operator }) => operator)) return false;
  if (token.kind === 'symbol') return ['@', '.', '..', '/', '//', '*'].includes(token.text);
  return token.kind === 'name' && (!isCall(tokens, at) || NODE_TESTS.has(token.text));
}

export function hasComma(tokens: readonly Token[], open: number): boolean {
  const inside = tokens.slice(open + 1, closing(tokens, open));
  return inside.length > 0 && splitAt(inside, (token) => isSymbol(token, ',')).length > 1;
}

const COMPARISONS = ['=', '!=', '<', '>', '<=', '>=', ','];

/** The two sides of a comparison. */
export function sides(tokens: readonly Token[], at: number): [Token[], Token[]] {
  const depth = tokens[at]?.depth ?? 0;
  const ends = (token: Token) =>
    token.depth < depth ||
    (token.depth === depth &&
      ((token.operator && !['*', 'div', 'mod'].includes(token.text)) ||
        (token.kind === 'symbol' && COMPARISONS.includes(token.text))));
  let from = at;
  while (from > 0 && !ends(tokens[from - 1] as Token) && !opens(tokens[from - 1], depth)) from -= 1;
  let to = at + 1;
  while (to < tokens.length && !ends(tokens[to] as Token)) to += 1;
  return [tokens.slice(from, at), tokens.slice(at + 1, to)];
}

function opens(token: Token | undefined, depth: number): boolean {
  return token !== undefined && token.depth === depth - 1 && (isSymbol(token, '(') || isSymbol(token, '['));
}

/** `<` of 2.0 compares untyped values as strings unless one side is a number. */
export function isNumericComparison(tokens: readonly Token[], at: number): boolean {
  return sides(tokens, at).some(isNumeric);
}

const NUMERIC: ReadonlySet<string> = new Set([
  'count',
  'number',
  'string-length',
  'position',
  'last',
  'sum',
  'floor',
  'ceiling',
  'round',
]);

function isNumeric(side: readonly Token[]): boolean {
  const [first] = side;
  if (!first) return false;
  const isAlone = side.length === 1 || (side.length === 2 && isSymbol(first, '-'));
  if (isAlone && side.at(-1)?.kind === 'number') return true;
  if (
    side.some(
      ({ depth, operator, text, kind }) =>
        depth === first.depth &&
        ((operator && ['*', 'div', 'mod'].includes(text)) || (kind === 'symbol' && (text === '+' || text === '-'))),
    )
  )
    return true;
  if (isCall(side, 0) && NUMERIC.has(first.text) && closing(side, 1) === side.length - 1) return true;
  return isSymbol(first, '(') && closing(side, 0) === side.length - 1 && isNumeric(side.slice(1, -1));
}

const BOOLEAN: ReadonlySet<string> = new Set([
  'true',
  'false',
  'not',
  'boolean',
  'contains',
  'starts-with',
  'exists',
  'empty',
]);

export function isBooleanComparison(tokens: readonly Token[], at: number): boolean {
  const [left, right] = sides(tokens, at).map(isBoolean);
  return left !== right;
}

export function isBoolean(side: readonly Token[]): boolean {
  const [first] = side;
  if (!first) return false;
  if (isCall(side, 0) && BOOLEAN.has(first.text)) return true;
  if (!isSymbol(first, '(') || closing(side, 0) !== side.length - 1) return false;
  const inside = side.slice(1, -1);
  return isLogic(inside) || isBoolean(inside);
}

export function isAtomic(tokens: readonly Token[]): boolean {
  const inside = isSymbol(tokens[0], '(') && closing(tokens, 0) === tokens.length - 1 ? tokens.slice(1, -1) : undefined;
  return inside ? isAtomic(inside) : isLogic(tokens) || isNumeric(tokens) || isBoolean(tokens);
}

/** A comparison, or `and` and `or`, at the depth of the whole. */
function isLogic(tokens: readonly Token[]): boolean {
  const depth = tokens[0]?.depth ?? 0;
  return tokens.some(
    (token) =>
      token.depth === depth &&
      ((token.operator && ['and', 'or', ...Object.keys(VALUE_COMPARISONS)].includes(token.text)) ||
        (token.kind === 'symbol' && token.text !== ',' && COMPARISONS.includes(token.text))),
  );
}

/** True when nothing more can belong to the comparison that stands before. */
export function endsTest(token: Token | undefined): boolean {
  if (!token || isSymbol(token, ')') || isSymbol(token, ']')) return true;
  return token.operator && ['and', 'or'].includes(token.text);
}

/** True when the value can only be a truth. */
export function isTruthValue(tokens: readonly Token[]): boolean {
  if (tokens.some(({ kind, text }) => kind === 'name' && ['if', 'for', 'let', 'return'].includes(text))) return false;
  return isLogic(tokens) || (isBoolean(tokens) && closing(tokens, 1) === tokens.length - 1);
}

/**
 * True when the value can only be a truth or nodes: inside `[]` it then asks for no place. A `position()` or `last()` must be
 * looked for apart.
 */
export function isTruth(tokens: readonly Token[]): boolean {
  const inside = unwrap(tokens);
  if (inside) return inside.length > 0 && isTruth(inside);
  const [first, second] = tokens;
  if (tokens.some(({ kind, text }) => kind === 'name' && ['if', 'for', 'let', 'return'].includes(text))) return false;
  if (isLogic(tokens) || (second?.kind === 'variable' && ['every', 'some'].includes(first?.text ?? ''))) return true;
  if (isCall(tokens, 0) && closing(tokens, 1) === tokens.length - 1)
    return BOOLEAN.has(first?.text ?? '') || first?.text === 'matches';
  const bracketed = tokenize(`(${textOf(tokens)})`) ?? [];
  const isFunction = tokens.some(
    (token, at) => isCall(tokens, at) && !NODE_TESTS.has(token.text) && token.depth === first?.depth,
  );
  return !isFunction && startsPath(bracketed, 1);
}
