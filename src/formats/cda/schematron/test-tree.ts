import { isCall, isSymbol, splitAt, type Token, tokenize, unwrap } from './xpath-tokens.js';

/** A test taken apart at `or`, `and` and `not()`, so that each leaf may go to the engine that knows it. */
export type TestTree =
  | { readonly any: readonly TestTree[] }
  | { readonly all: readonly TestTree[] }
  | { readonly not: TestTree }
  | { readonly leaf: string; readonly tokens: readonly Token[] };

/** Words after which everything up to the end belongs to one expression. */
const BINDERS: ReadonlySet<string> = new Set(['if', 'for', 'some', 'every', 'let']);

export function parseTest(expression: string): TestTree {
  const tokens = tokenize(expression);
  return tokens && tokens.length > 0 ? toTree(tokens, expression) : { leaf: expression, tokens: [] };
}

function toTree(tokens: readonly Token[], expression: string): TestTree {
  const depth = tokens[0]?.depth ?? 0;
  const binds = tokens.some((token, at) => token.depth === depth && isBinder(tokens, at));
  if (!binds) {
    const any = splitAt(tokens, (token) => token.operator && token.text === 'or');
    if (any.length > 1) return { any: any.map((one) => toTree(one, expression)) };
    const all = splitAt(tokens, (token) => token.operator && token.text === 'and');
    if (all.length > 1) return { all: all.map((one) => toTree(one, expression)) };
  }
  const inside = unwrap(tokens);
  if (inside && inside.length > 0 && splitAt(inside, (token) => isSymbol(token, ',')).length === 1)
    return toTree(inside, expression);
  const called = isCall(tokens, 0) ? unwrap(tokens.slice(1)) : undefined;
  if (called && called.length > 0 && tokens[0]?.text === 'not') return { not: toTree(called, expression) };
  return { leaf: expression.slice(tokens[0]?.start, tokens.at(-1)?.end), tokens };
}

function isBinder(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'name' || !BINDERS.has(token.text) || token.operator) return false;
  return token.text === 'if' ? isSymbol(next, '(') : next?.kind === 'variable';
}
