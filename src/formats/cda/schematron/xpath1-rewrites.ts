import { BETWEEN, endOfTablePath, isPlainConcat, tableLiteral } from './table-path.js';
import { endsTest, isAtomic, sides, startsPath } from './xpath-shape.js';
import { closing, isCall, isSymbol, splitAt, type Token, textOf, tokenize } from './xpath-tokens.js';

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

/** `concat(@a, @b) = doc('x.xml')//concept/@code`: is the text one of those of the table, written as one literal? */
function rewriteTables(tokens: readonly Token[]): readonly Token[] {
  for (const at of tokens.keys()) {
    if (!isCall(tokens, at) || !isSymbol(tokens[at - 1], '=')) continue;
    const end = endOfTablePath(tokens, at);
    if (end === undefined || !endsTest(tokens[end + 1])) continue;
    const [left] = sides(tokens, at - 1);
    const test = isInTable(left, tableLiteral(textOf(tokens.slice(at, end + 1))));
    if (test === undefined) continue;
    const before = textOf(tokens.slice(0, at - 1 - left.length));
    const rewritten = tokenize(`${before} ${test} ${textOf(tokens.slice(end + 1))}`);
    if (rewritten) return rewriteTables(rewritten);
  }
  return tokens;
}

function isInTable(left: readonly Token[], table: string): string | undefined {
  const among = (text: string) =>
    `not(contains(${text},'${BETWEEN}')) and contains(${table},concat('${BETWEEN}',${text},'${BETWEEN}'))`;
  if (left.length === 1 && isSymbol(left[0], '.')) return `(${among('.')})`;
  if (left.length === 2 && isSymbol(left[0], '@') && left[1]?.kind === 'name')
    return `boolean(${textOf(left)}[${among('.')}])`;
  return isPlainConcat(left) ? `(${among(textOf(left))})` : undefined;
}

/** `string-length(normalize-space(string-join(text(), ''))) > 0`: some of the nodes is more than blanks. */
function rewriteJoins(tokens: readonly Token[]): readonly Token[] {
  for (const at of tokens.keys()) {
    const words = ['string-length', 'normalize-space', 'string-join'];
    if (!words.every((word, place) => tokens[at + 2 * place]?.text === word && isCall(tokens, at + 2 * place)))
      continue;
    const end = closing(tokens, at + 5);
    const [nodes = [], separator = [], ...more] = splitAt(tokens.slice(at + 6, end), (token) => isSymbol(token, ','));
    const isBare = isSymbol(tokens[end + 1], ')') && isSymbol(tokens[end + 2], ')') && more.length === 0;
    const isPositive = isSymbol(tokens[end + 3], '>') && tokens[end + 4]?.text === '0';
    const isNothing = separator.length === 1 && /^(?:''|"")$/.test(separator[0]?.text ?? '');
    if (!isBare || !isPositive || !isNothing || !endsTest(tokens[end + 5])) continue;
    if (!startsPath(tokens, at + 6)) continue;
    const text = `boolean((${textOf(nodes)})[normalize-space()])`;
    const rewritten = tokenize(`${textOf(tokens.slice(0, at))} ${text} ${textOf(tokens.slice(end + 5))}`);
    if (rewritten) return rewriteJoins(rewritten);
  }
  return tokens;
}

/** `PATH/count(NODES) <= 1` asks whether that is so at some node of the path. */
function rewriteCountSteps(tokens: readonly Token[]): readonly Token[] {
  for (const at of tokens.keys()) {
    if (tokens[at]?.text !== 'count' || !isCall(tokens, at) || !isSymbol(tokens[at - 1], '/')) continue;
    const end = closing(tokens, at + 1);
    const [comparison, number] = tokens.slice(end + 1, end + 3);
    const isPlain = ['=', '!=', '<', '>', '<=', '>='].some((text) => isSymbol(comparison, text));
    if (!isPlain || number?.kind !== 'number' || !endsTest(tokens[end + 3])) continue;
    const [left] = sides(tokens, end + 1);
    // The call and the slash before it end the left side.
    const path = left.slice(0, left.length - (end + 2 - at));
    if (!isPathAlone(path)) continue;
    const before = textOf(tokens.slice(0, end + 1 - left.length));
    const test = `boolean(${textOf(path)}[${textOf(tokens.slice(at, end + 3))}])`;
    const rewritten = tokenize(`${before} ${test} ${textOf(tokens.slice(end + 3))}`);
    if (rewritten) return rewriteCountSteps(rewritten);
  }
  return tokens;
}

function isPathAlone(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && startsPath(tokenize(`(${textOf(tokens)})`) ?? [], 1);
}

/** What XPath 2 says in its own way, in words of XPath 1.0 that say the same. */
export function rewrite(tokens: readonly Token[]): readonly Token[] {
  const plain = rewriteTables(rewriteCountSteps(rewriteJoins(rewriteEvery(tokens) ?? tokens)));
  return rewriteCounts(rewriteSequences(rewriteExcept(plain)));
}
