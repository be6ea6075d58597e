import { endOfTablePath } from './table-path.js';
import { closing, isCall, isSymbol, type Token, tokenize } from './xpath-tokens.js';

/** What is worked out once of an expression for XPath 2. */
export interface XPath2Plan {
  /** With `table-strings("…")` where it read the same values of a table each time. */
  readonly text: string;
  /** `@value`, `hl7:low/@value`: all it looks at, when it is no more than that. The same values then give the same answer. */
  readonly reads: readonly string[] | undefined;
}

const plans = new Map<string, XPath2Plan>();

/** Expressions come from kits, which are few: their plans are kept. */
export function planXPath2(expression: string): XPath2Plan {
  let plan = plans.get(expression);
  if (!plan) {
    const text = withTableStrings(expression);
    const tokens = tokenize(text);
    plan = { text, reads: tokens && attributesRead(tokens) };
    plans.set(expression, plan);
  }
  return plan;
}

/** `doc('x.xml')//concept/@code` is the same list whatever the document. */
function withTableStrings(expression: string): string {
  const tokens = tokenize(expression) ?? [];
  for (const [at, token] of tokens.entries()) {
    const end = endOfTablePath(tokens, at);
    const last = end === undefined ? undefined : tokens[end];
    if (!last) continue;
    const path = expression.slice(token.start, last.end);
    const before = expression.slice(0, token.start);
    return `${before}table-strings("${path.replaceAll('"', '""')}")${withTableStrings(expression.slice(last.end))}`;
  }
  return expression;
}

const WORDS: ReadonlySet<string> = new Set(['if', 'then', 'else', 'let', 'return', 'as']);
const SYMBOLS: ReadonlySet<string> = new Set([
  '(',
  ')',
  ',',
  ':=',
  '=',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '+',
  '-',
  '@',
  '|',
]);

/** Undefined when the expression may look further than attributes of the node and of its children. */
function attributesRead(tokens: readonly Token[]): readonly string[] | undefined {
  const reads = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text, operator } = tokens[at] ?? { kind: 'symbol', text: '?', operator: false };
    if (kind === 'string' || kind === 'number' || kind === 'variable' || operator) continue;
    const table = endOfTable(tokens, at);
    const child = table === undefined ? childRead(tokens, at) : undefined;
    if (child !== undefined) reads.add(child);
    if (table !== undefined || child !== undefined) at = table ?? at + 3;
    else if (kind === 'symbol') {
      if (!SYMBOLS.has(text)) return undefined;
    } else if (isSymbol(tokens[at - 1], '@')) {
      if (text.includes('*')) return undefined;
      reads.add(`@${text}`);
    } else if (!WORDS.has(text) && !isSafeCall(tokens, at) && !/^xs:/.test(text)) return undefined;
  }
  // Attributes of several nodes in one list: their order is not known apart from them.
  const isOrdered = tokens.some((token) => isSymbol(token, '|')) && [...reads].some((read) => !read.startsWith('@'));
  return isOrdered ? undefined : [...reads];
}

/** `hl7:low/@value`. */
function childRead(tokens: readonly Token[], at: number): string | undefined {
  const [name, slash, sign, attribute, next] = tokens.slice(at, at + 5);
  const isStart = !['/', '//', '@', '::'].some((text) => isSymbol(tokens[at - 1], text));
  const isPath = isStart && name?.kind === 'name' && isSymbol(slash, '/') && isSymbol(sign, '@');
  if (!isPath || attribute?.kind !== 'name' || /[*:]/.test(attribute.text) || name.text.includes('*')) return undefined;
  return isSymbol(next, '/') || isSymbol(next, '[') ? undefined : `${name.text}/@${attribute.text}`;
}

/** Last token of a path that starts in a table: all it looks at is there, but for variables. */
function endOfTable(tokens: readonly Token[], from: number): number | undefined {
  if (!isCall(tokens, from) || !['doc', 'document'].includes(tokens[from]?.text ?? '')) return undefined;
  if (tokens[from + 2]?.kind !== 'string' || closing(tokens, from + 1) !== from + 3) return undefined;
  let end = from + 3;
  while (isSymbol(tokens[end + 1], '/') || isSymbol(tokens[end + 1], '//')) {
    end += isSymbol(tokens[end + 2], '@') ? 3 : 2;
    const isStep = (tokens[end]?.kind === 'name' || tokens[end]?.text === '*') && !isCall(tokens, end);
    if (!isStep || isSymbol(tokens[end + 1], '::')) return undefined;
    while (isSymbol(tokens[end + 1], '[')) end = closing(tokens, end + 1);
  }
  return end;
}

/** Functions that take the node, its place or the day from elsewhere than their arguments' text. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  (
    'doc document doc-available lang id idref element-with-id trace root path base-uri document-uri generate-id name node-name ' +
    'in-scope-prefixes resolve-QName resolve-uri collection unparsed-text'
  ).split(' '),
);

/** A function with arguments looks at nothing else. */
function isSafeCall(tokens: readonly Token[], at: number): boolean {
  return isCall(tokens, at) && !isSymbol(tokens[at + 2], ')') && !ELSEWHERE.has(tokens[at]?.text ?? '');
}
