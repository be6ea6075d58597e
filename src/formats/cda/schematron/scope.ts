import { isSymbol, type Token, textOf, tokenize, unquote } from './xpath-tokens.js';
import { toXPath1 } from './xpath1.js';

/** The variables known at one place of a schema, the nearest first. */
export interface Scope {
  readonly name: string;
  readonly value: string;
  /** Of the schema or of a pattern: its context is the document. */
  readonly global: boolean;
  readonly outer: Scope | undefined;
}

export function find(scope: Scope | undefined, name: string): Scope | undefined {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at;
  return undefined;
}

/** Text of an XPath 1.0 expression with places for the values of variables. */
export interface Expression1 {
  readonly parts: readonly (string | Scope)[];
}

/** The string or number a variable stands for, whatever the document; undefined when it depends on it. */
export function constantOf(expression: string, scope: Scope | undefined): string | undefined {
  const [token, ...rest] = tokenize(expression) ?? [];
  if (!token || rest.length > 0) return undefined;
  if (token.kind === 'string') return unquote(token.text);
  if (token.kind === 'number') return token.text;
  if (token.kind !== 'variable') return undefined;
  const known = find(scope, token.text);
  return known && constantOf(known.value, known.outer);
}

/**
 * An expression for the engine of XPath 1.0, which knows no variables: their expressions stand in their places, and
 * where the context is another one (inside a predicate), their value will. Undefined: this is not for XPath 1.0.
 */
export function inline(expression: string, scope: Scope | undefined, depth = 0): Expression1 | undefined {
  const tokens = tokenize(expression);
  if (!tokens || depth > 20) return undefined;
  const held = new Map<string, Scope>();
  const text = inlineTokens(tokens, scope, held, depth);
  const plain = text === undefined ? undefined : toXPath1(text);
  if (plain === undefined) return undefined;
  const parts = partsOf(plain, held);
  // What a rewriting did not take away is a variable that nothing gives a value.
  const isWhole = parts.every((part) => typeof part !== 'string' || !/\$/.test(part.replace(/"[^"]*"|'[^']*'/g, '')));
  return isWhole ? { parts } : undefined;
}

function inlineTokens(
  tokens: readonly Token[],
  scope: Scope | undefined,
  held: Map<string, Scope>,
  depth: number,
): string | undefined {
  const pieces: Token[] = [];
  const bound = boundIn(tokens);
  for (const [at, token] of tokens.entries()) {
    const asked = presenceAsked(tokens, at, scope, bound);
    if (asked) {
      pieces.splice(-2, 2, { ...token, kind: 'name', text: hold(asked, held) });
      continue;
    }
    if (isSymbol(token, ')') && presenceAsked(tokens, at - 1, scope, bound)) continue;
    if (token.kind !== 'variable' || bound.has(token.text)) {
      pieces.push(token);
      continue;
    }
    const known = find(scope, token.text);
    if (!known) return undefined;
    const value = valueText(token, known, held, depth);
    if (value === undefined) return undefined;
    pieces.push({ ...token, kind: 'name', text: value });
  }
  return textOf(pieces);
}

/** `empty($v)` or `exists($v)` inside a predicate: its truth will stand there. `at` is the place of the variable. */
function presenceAsked(
  tokens: readonly Token[],
  at: number,
  scope: Scope | undefined,
  bound: ReadonlySet<string>,
): Scope | undefined {
  const [word, open, variable, close] = tokens.slice(at - 2, at + 2);
  if (at < 2 || variable?.kind !== 'variable' || variable.predicates === 0 || bound.has(variable.text))
    return undefined;
  if (word?.kind !== 'name' || !['empty', 'exists'].includes(word.text)) return undefined;
  if (!isSymbol(open, '(') || !isSymbol(close, ')')) return undefined;
  const known = find(scope, variable.text);
  if (!known) return undefined;
  const name = `${word.text} ${known.name}`;
  const key = presences.get(known)?.get(word.text) ?? { ...known, name, value: `${word.text}(${known.value})` };
  presences.set(known, new Map(presences.get(known)).set(word.text, key));
  return key;
}

const presences = new WeakMap<Scope, Map<string, Scope>>();

/** Variables that the expression itself binds: `every $x in … satisfies …`. */
function boundIn(tokens: readonly Token[]): ReadonlySet<string> {
  const bound = tokens.filter((token, at) => {
    const before = tokens[at - 1];
    return (
      token.kind === 'variable' && before?.kind === 'name' && ['every', 'some', 'for', 'let'].includes(before.text)
    );
  });
  return new Set(bound.map(({ text }) => text));
}

function valueText(token: Token, known: Scope, held: Map<string, Scope>, depth: number): string | undefined {
  const constant = tokenize(known.value);
  const [only] = constant ?? [];
  if (constant?.length === 1 && only && (only.kind === 'string' || only.kind === 'number')) return only.text;
  const isAbsolute = isSymbol(only, '/') || isSymbol(only, '//');
  const isHere = known.global ? isAbsolute : token.predicates === 0;
  const inlined = isHere ? inline(known.value, known.outer, depth + 1) : undefined;
  if (!inlined) return hold(known, held);
  return `(${inlined.parts.map((part) => (typeof part === 'string' ? part : hold(part, held))).join('')})`;
}

/** A variable whose value will be written in its place, under a name of its own. */
function hold(known: Scope, held: Map<string, Scope>): string {
  for (const [name, scope] of held) if (scope === known) return `$${name}`;
  const name = `v${held.size}`;
  held.set(name, known);
  return `$${name}`;
}

function partsOf(text: string, held: ReadonlyMap<string, Scope>): (string | Scope)[] {
  const parts: (string | Scope)[] = [];
  for (const piece of text.split(/("[^"]*"|'[^']*'|\$v\d+)/)) {
    const scope = piece.startsWith('$') ? held.get(piece.slice(1)) : undefined;
    const last = parts.at(-1);
    if (scope) parts.push(scope);
    else if (typeof last === 'string') parts[parts.length - 1] = last + piece;
    else if (piece !== '') parts.push(piece);
  }
  return parts;
}

/** An expression for fontoxpath, with the variables it takes declared before it. */
export function withLets(expression: string, scope: Scope | undefined): string {
  const used: Scope[] = [];
  collect(expression, scope, used);
  const lets = used.map(({ name, value, global }) => `$${name} := ${global ? `(/) ! (${value})` : `(${value})`}`);
  return lets.length === 0 ? expression : `let ${lets.join(', ')} return (${expression})`;
}

function collect(expression: string, scope: Scope | undefined, used: Scope[]): void {
  for (const token of tokenize(expression) ?? []) {
    const known = token.kind === 'variable' ? find(scope, token.text) : undefined;
    if (!known || used.includes(known)) continue;
    collect(known.value, known.outer, used);
    used.push(known);
  }
}
