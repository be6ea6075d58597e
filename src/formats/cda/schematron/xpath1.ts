import { closing, isCall, isSymbol, splitAt, type Token, textOf, tokenize } from './xpath-tokens.js';

/**
 * What XPath 1.0 says the same way as XPath 2.0 of untyped documents, for an engine of 1.0. Undefined: it would say
 * something else, or nothing. Variables are left in place.
 *
 * Differences minded: operators and functions of 2.0, sequences, steps between brackets, `*:name`; `<` of two untyped
 * values, which 2.0 compares as strings and 1.0 as numbers; `=` with a boolean, which 1.0 turns the other side into.
 */
export function toXPath1(expression: string): string | undefined {
  const tokens = tokenize(expression);
  if (!tokens) return undefined;
  const rewritten = rewriteCounts(rewriteSequences(rewriteExcept(rewriteEvery(tokens) ?? tokens)));
  return isXPath1(rewritten) ? textOf(rewritten.flatMap((token, at) => simplify(token, rewritten, at))) : undefined;
}

/** Functions of XPath 1.0 that mean the same in 2.0. */
const SAME: ReadonlySet<string> = new Set(
  (
    'count local-name namespace-uri name string concat starts-with contains substring-before substring-after substring ' +
    'string-length normalize-space translate boolean not true false number sum floor ceiling round'
  ).split(' '),
);
/** Inside predicates these count the nodes of a path; outside, the nodes of the template rule. */
const PLACES: ReadonlySet<string> = new Set(['position', 'last']);
const NODE_TESTS: ReadonlySet<string> = new Set(['text', 'node', 'comment', 'processing-instruction']);
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod', '*', 'eq', 'ne', 'lt', 'le', 'gt', 'ge']);
const VALUE_COMPARISONS: Readonly<Record<string, string>> = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };

function isXPath1(tokens: readonly Token[]): boolean {
  return tokens.every((token, at) => {
    if (token.kind === 'string') return !/^"[^"]*""|^'[^']*''./.test(token.text) || token.text.length === 2;
    if (token.operator) return OPERATORS.has(token.text) && isSafeOperator(tokens, at);
    if (token.kind === 'name') return isSafeName(tokens, at);
    return token.kind !== 'symbol' || isSafeSymbol(tokens, at);
  });
}

function isSafeName(tokens: readonly Token[], at: number): boolean {
  const { text, predicates } = tokens[at] ?? { text: '', predicates: 0 };
  if (!isCall(tokens, at))
    return !['if', 'for', 'some', 'every', 'let'].includes(text) || tokens[at + 1]?.kind !== 'variable';
  if (NODE_TESTS.has(text)) return true;
  if (isSymbol(tokens[at - 1], '/') || isSymbol(tokens[at - 1], '//')) return false;
  if (PLACES.has(text)) return predicates > 0;
  if (text === 'exists' || text === 'empty') return startsPath(tokens, at + 2);
  return SAME.has(text);
}

/** True when what follows can only be nodes: a path, and no function, literal or variable. */
function startsPath(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.operator) return false;
  const end = closing(tokens, at - 1);
  if (isSymbol(token, '(')) return closing(tokens, at) === end - 1 && startsPath(tokens, at + 1);
  const own = tokens.slice(at, end).filter(({ depth }) => depth === token.depth);
  if (own.some(({ operator }) => operator)) return false;
  if (token.kind === 'symbol') return ['@', '.', '..', '/', '//', '*'].includes(token.text);
  return token.kind === 'name' && !isCall(tokens, at);
}

function isSafeSymbol(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  switch (token?.text) {
    case ':=':
    case '<<':
    case '>>':
    case '||':
    case '!':
      return false;
    case '(': {
      const isStep = isSymbol(tokens[at - 1], '/') || isSymbol(tokens[at - 1], '//');
      const isSequence = !isCall(tokens, at - 1) && (isSymbol(tokens[at + 1], ')') || hasComma(tokens, at));
      return !isStep && !isSequence;
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return isNumericComparison(tokens, at);
    case '=':
    case '!=':
      return !isBooleanComparison(tokens, at);
    default:
      return true;
  }
}

function hasComma(tokens: readonly Token[], open: number): boolean {
  const inside = tokens.slice(open + 1, closing(tokens, open));
  return inside.length > 0 && splitAt(inside, (token) => isSymbol(token, ',')).length > 1;
}

function isSafeOperator(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (['lt', 'le', 'gt', 'ge'].includes(text)) return isNumericComparison(tokens, at);
  return !['eq', 'ne'].includes(text) || !isBooleanComparison(tokens, at);
}

const COMPARISONS = ['=', '!=', '<', '>', '<=', '>=', ','];

/** The two sides of a comparison. */
function sides(tokens: readonly Token[], at: number): [Token[], Token[]] {
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
function isNumericComparison(tokens: readonly Token[], at: number): boolean {
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

function isBooleanComparison(tokens: readonly Token[], at: number): boolean {
  const [left, right] = sides(tokens, at).map(isBoolean);
  return left !== right;
}

function isBoolean(side: readonly Token[]): boolean {
  const [first] = side;
  if (!first) return false;
  if (isCall(side, 0) && BOOLEAN.has(first.text)) return true;
  if (!isSymbol(first, '(') || closing(side, 0) !== side.length - 1) return false;
  const inside = side.slice(1, -1);
  return isLogic(inside) || isBoolean(inside);
}

/** The words of one token in XPath 1.0. */
function simplify(token: Token, tokens: readonly Token[], at: number): Token[] {
  if (token.operator && VALUE_COMPARISONS[token.text]) return [{ ...token, text: VALUE_COMPARISONS[token.text] ?? '' }];
  if (token.kind === 'name' && token.text.startsWith('*:')) {
    const test = tokenize(`*[local-name()='${token.text.slice(2)}']`) ?? [];
    return test.map((one) => ({ ...one, depth: one.depth + token.depth }));
  }
  if (!token.operator && isCall(tokens, at) && token.text === 'exists') return [{ ...token, text: 'boolean' }];
  if (!token.operator && isCall(tokens, at) && token.text === 'empty') return [{ ...token, text: 'not' }];
  return [token];
}

/** `count()` of a truth value or a number is 1 in XPath 2, and a type error in 1.0. */
function rewriteCounts(tokens: readonly Token[]): readonly Token[] {
  for (const [at, token] of tokens.entries()) {
    if (token.text !== 'count' || !isCall(tokens, at)) continue;
    const end = closing(tokens, at + 1);
    if (!isAtomic(tokens.slice(at + 2, end))) continue;
    const rewritten = tokenize(`${textOf(tokens.slice(0, at))} 1 ${textOf(tokens.slice(end + 1))}`);
    if (rewritten) return rewriteCounts(rewritten);
  }
  return tokens;
}

function isAtomic(tokens: readonly Token[]): boolean {
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

/** `@* except (@a | @b)` is `@*[count(. | ../@a | ../@b) != count(../@a | ../@b)]`. */
function rewriteExcept(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ operator, text }) => operator && text === 'except');
  const isAll = isSymbol(tokens[at - 2], '@') && tokens[at - 1]?.text === '*';
  if (at < 0 || !isAll || !isSymbol(tokens[at + 1], '(')) return tokens;
  const end = closing(tokens, at + 1);
  const list = splitAt(tokens.slice(at + 2, end), (token) => isSymbol(token, '|'));
  if (!list.every((part) => isSymbol(part[0], '@'))) return tokens;
  const union = list.map((part) => `../${textOf(part)}`).join('|');
  const text = `${textOf(tokens.slice(0, at))}[count(.|${union})!=count(${union})]${textOf(tokens.slice(end + 1))}`;
  const rewritten = tokenize(text);
  return rewritten ? rewriteExcept(rewritten) : tokens;
}

/** `@a = ('x', 'y')` is `(@a = 'x' or @a = 'y')`. */
function rewriteSequences(tokens: readonly Token[]): readonly Token[] {
  for (const [open, token] of tokens.entries()) {
    if (!isSymbol(token, '(') || !isSymbol(tokens[open - 1], '=')) continue;
    const end = closing(tokens, open);
    const literals = splitAt(tokens.slice(open + 1, end), (one) => isSymbol(one, ','));
    if (literals.length < 2 || !literals.every((part) => part.length === 1 && part[0]?.kind === 'string')) continue;
    const [left] = sides(tokens, open - 1);
    const start = open - 1 - left.length;
    const any = literals.map((part) => `${textOf(left)}=${textOf(part)}`).join(' or ');
    const rewritten = tokenize(`${textOf(tokens.slice(0, start))} (${any}) ${textOf(tokens.slice(end + 1))}`);
    if (rewritten) return rewriteSequences(rewritten);
  }
  return tokens;
}

/** `every $x in PATH satisfies $x[TEST]` is `not(PATH[not(TEST)])`, `some` its positive. */
function rewriteEvery(tokens: readonly Token[]): Token[] | undefined {
  const [word, variable, inWord] = tokens;
  if (
    word?.kind !== 'name' ||
    !['every', 'some'].includes(word.text) ||
    variable?.kind !== 'variable' ||
    inWord?.text !== 'in'
  )
    return undefined;
  const at = tokens.findIndex(
    ({ text, kind, depth }) => kind === 'name' && text === 'satisfies' && depth === word.depth,
  );
  const path = tokens.slice(3, at);
  const [used, open, ...rest] = tokens.slice(at + 1);
  if (at < 0 || used?.text !== variable.text || !isSymbol(open, '[') || closing(tokens, at + 2) !== tokens.length - 1)
    return undefined;
  const test = rest.slice(0, -1);
  const isOther = [...path, ...test].some(
    ({ text, kind }) => (kind === 'variable' && text === variable.text) || text === 'position' || text === 'last',
  );
  const isNumber = test.length === 1 && test[0]?.kind === 'number';
  if (isOther || isNumber) return undefined;
  const text =
    word.text === 'every' ? `not(${textOf(path)}[not(${textOf(test)})])` : `boolean(${textOf(path)}[${textOf(test)}])`;
  return tokenize(text);
}
