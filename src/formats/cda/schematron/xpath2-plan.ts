import { closing, isCall, isSymbol, type Token, tokenize } from './xpath-tokens.js';

/** What is worked out once of an expression for XPath 2. */
export interface XPath2Plan {
  /** With `table-strings("…")` where it read the same values of a table each time. */
  readonly text: string;
  /** Attributes of the node it looks at, when it looks at nothing else: the same values then give the same answer. */
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
    if (!isCall(tokens, at) || !['doc', 'document'].includes(token.text)) continue;
    if (tokens[at + 2]?.kind !== 'string' || closing(tokens, at + 1) !== at + 3) continue;
    const end = endOfValues(tokens, at + 4);
    const last = end === undefined ? undefined : tokens[end];
    if (!last) continue;
    const path = expression.slice(token.start, last.end);
    const before = expression.slice(0, token.start);
    return `${before}table-strings("${path.replaceAll('"', '""')}")${withTableStrings(expression.slice(last.end))}`;
  }
  return expression;
}

/** Last token of a path that ends in an attribute or in `concat()` of attributes; undefined for any other. */
function endOfValues(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
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

/** Undefined when the expression may look further than the attributes of the node. */
function attributesRead(tokens: readonly Token[]): readonly string[] | undefined {
  const names = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const { kind, text, operator } = token;
    if (kind === 'string' || kind === 'number' || kind === 'variable' || operator) continue;
    if (kind === 'symbol') {
      if (!SYMBOLS.has(text)) return undefined;
      continue;
    }
    if (isSymbol(tokens[at - 1], '@')) names.add(text);
    else if (!WORDS.has(text) && !isSafeCall(tokens, at) && !/^xs:/.test(text)) return undefined;
  }
  return [...names];
}

/** A function with arguments looks at nothing else, but for those that take the node or the day from elsewhere. */
function isSafeCall(tokens: readonly Token[], at: number): boolean {
  const isDirect = isCall(tokens, at) && !isSymbol(tokens[at + 2], ')');
  return (
    isDirect && !['doc', 'document', 'doc-available', 'lang', 'id', 'idref', 'trace'].includes(tokens[at]?.text ?? '')
  );
}
