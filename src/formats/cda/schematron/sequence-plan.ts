import type { Plan } from './leaf-plan.js';
import { constantOf, type Expression1, find, inline, type Scope } from './scope.js';
import { isPlainConcat } from './table-path.js';
import { type TablePath, tablePathOf } from './table-values.js';
import { isTruth, isTruthValue, startsPath } from './xpath-shape.js';
import { closing, isCall, isSymbol, splitAt, type Token, textOf, tokenize, unquote, unwrap } from './xpath-tokens.js';
import { toXPath1 } from './xpath1.js';

/** Texts of a document in order, which XPath 1.0 cannot hold. */
export type Texts =
  /** Of nodes, or what an expression gives at each of them. */
  | { readonly nodes: Expression1; readonly each?: string }
  /** The words of one text. */
  | { readonly words: Expression1; readonly isOnce: boolean }
  /** All in one text. */
  | { readonly joined: Expression1; readonly separator: string };

/** What XPath 2 says of sequences, said by look-ups in the nodes that libxml2 finds. */
export type SequencePlan =
  /** Is each text one of a table? */
  | { readonly every: Texts; readonly table: TablePath; readonly xpath2: string }
  /** Are they all different? */
  | { readonly distinct: Texts; readonly xpath2: string }
  /** Does some node pass a test, itself planned? */
  | { readonly some: Expression1; readonly test: Plan; readonly xpath2: string }
  /** Does the one node, when there is one, pass a test? Several truths have no truth in XPath 2. */
  | { readonly only: Expression1; readonly test: Plan; readonly xpath2: string }
  /** Does some node have these texts, joined? */
  | {
      readonly some: Expression1;
      readonly joined: string;
      readonly separator: string;
      readonly equals: Texts;
      readonly xpath2: string;
    }
  /** Is an attribute this qualified name? */
  | { readonly name: Expression1; readonly uri: string; readonly local: string; readonly xpath2: string };

type PlanTest = (test: string, scope: Scope | undefined) => Plan;

/** Plans one leaf of a test; undefined when it is none of these. `planTest` plans the tests inside it. */
export function planSequence(
  tokens: readonly Token[],
  scope: Scope | undefined,
  xpath2: string,
  planTest: PlanTest,
): Plan | undefined {
  return (
    planEvery(tokens, scope, xpath2) ??
    planEmpty(tokens, scope, xpath2) ??
    planDistinct(tokens, scope, xpath2) ??
    planName(tokens, scope, xpath2) ??
    planLastStep(tokens, scope, xpath2, planTest) ??
    planFiltered(tokens, scope, xpath2, planTest)
  );
}

/** `every $x in PATH satisfies $x = TABLE`. */
function planEvery(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): SequencePlan | undefined {
  const [word, variable, inWord] = tokens;
  const isEvery = word?.kind === 'name' && word.text === 'every' && variable?.kind === 'variable';
  if (!isEvery || inWord?.text !== 'in') return undefined;
  const at = tokens.findIndex(
    ({ text, kind, depth }) => kind === 'name' && text === 'satisfies' && depth === word.depth,
  );
  const [used, equals, ...values] = tokens.slice(at + 1);
  if (at < 0 || used?.kind !== 'variable' || used.text !== variable.text || !isSymbol(equals, '=')) return undefined;
  const every = textsOf(tokens.slice(3, at), scope);
  const table = tableOf(values, scope);
  return every && table && { every, table, xpath2 };
}

/** `empty(TEXTS[not(. = TABLE)])`. */
function planEmpty(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): SequencePlan | undefined {
  if (tokens[0]?.text !== 'empty' || !isCall(tokens, 0)) return undefined;
  const [texts, test] = filterOf(unwrap(tokens.slice(1)) ?? []) ?? [];
  if (!texts || !test || test[0]?.text !== 'not' || !isCall(test, 0)) return undefined;
  const [self, equals, ...values] = unwrap(test.slice(1)) ?? [];
  if (!isSymbol(self, '.') || !isSymbol(equals, '=')) return undefined;
  const every = textsOf(texts, scope);
  const table = tableOf(values, scope);
  return every && table && { every, table, xpath2 };
}

/** `count(TEXTS) = count(distinct-values(TEXTS))`. */
function planDistinct(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): SequencePlan | undefined {
  const sides = splitAt(tokens, (token) => isSymbol(token, '='));
  const [all, different] = sides.map((side) => argumentOf(side, 'count'));
  const inside = different && argumentOf(different, 'distinct-values');
  if (sides.length !== 2 || !all || !inside || textOf(all) !== textOf(inside)) return undefined;
  const distinct = textsOf(all, scope);
  return distinct && !('words' in distinct && distinct.isOnce) ? { distinct, xpath2 } : undefined;
}

/** `resolve-QName(@type, .) = QName('uri', 'name')`. */
function planName(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): SequencePlan | undefined {
  const [left = [], right = [], ...more] = splitAt(tokens, (token) => isSymbol(token, '='));
  const [attribute = [], self = []] = splitAt(argumentOf(left, 'resolve-QName') ?? [], (token) => isSymbol(token, ','));
  const [uri, local] = splitAt(argumentOf(right, 'QName') ?? [], (token) => isSymbol(token, ','));
  const isOwn = isSymbol(attribute[0], '@') && attribute.length === 2 && self.length === 1 && isSymbol(self[0], '.');
  const name = isOwn && more.length === 0 ? inline(textOf(attribute), scope) : undefined;
  const [space, word] = [uri, local].map((side) => side && constantOf(textOf(side), scope));
  if (!name || space === undefined || word === undefined) return undefined;
  return { name, uri: space, local: word.replace(/^.*:/, ''), xpath2 };
}

/** `PATH/(TEST)`. */
function planLastStep(
  tokens: readonly Token[],
  scope: Scope | undefined,
  xpath2: string,
  planTest: PlanTest,
): SequencePlan | undefined {
  const depth = tokens[0]?.depth ?? 0;
  const open = tokens.findLastIndex((token) => token.depth === depth && isSymbol(token, '('));
  const isStep = open > 1 && isSymbol(tokens[open - 1], '/') && closing(tokens, open) === tokens.length - 1;
  const test = tokens.slice(open + 1, -1);
  if (!isStep || !isTruthValue(test) || asksForPlace(test) || !isConstant(test, scope)) return undefined;
  const only = nodesOf(tokens.slice(0, open - 1), scope);
  return only && { only, test: planTest(textOf(test), scope), xpath2 };
}

/** `PATH[TEST]`: the test is asked once when the node has no part in it, else of each node. */
function planFiltered(
  tokens: readonly Token[],
  scope: Scope | undefined,
  xpath2: string,
  planTest: PlanTest,
): Plan | undefined {
  const [path, test] = filterOf(tokens) ?? [];
  if (!path || !test || !isTruth(test) || asksForPlace(test)) return undefined;
  const some = nodesOf(path, scope);
  if (!some) return undefined;
  if (isApart(test)) return { all: [planTest(textOf(path), scope), planTest(textOf(test), scope)] };
  if (isConstant(test, scope)) return { some, test: planTest(textOf(test), scope), xpath2 };
  const [left = [], right = [], ...more] = splitAt(test, (token) => isSymbol(token, '='));
  const [own, other] = left[0]?.kind === 'variable' ? [right, left] : [left, right];
  const joined = joinOf(own);
  const equals = other.length === 1 && other[0]?.kind === 'variable' ? textsOf(other, scope) : undefined;
  const nodes = joined && toXPath1(textOf(joined.nodes));
  if (more.length > 0 || !equals || !('joined' in equals) || nodes === undefined || nodes.includes('$'))
    return undefined;
  return { some, joined: nodes, separator: joined?.separator ?? '', equals, xpath2 };
}

/** True when its variables are the same whatever the node. */
function isConstant(tokens: readonly Token[], scope: Scope | undefined): boolean {
  return tokens.every(({ kind, text }) => kind !== 'variable' || constantOf(`$${text}`, scope) !== undefined);
}

function asksForPlace(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => text === 'position' || text === 'last');
}

/** True when only variables and literals count: no path, nor a function that takes the node by itself. */
function isApart(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind, text, operator }, at) => {
    if (kind === 'symbol') return operator || ['(', ')', ',', '=', '!=', '<', '>', '<=', '>='].includes(text);
    if (kind !== 'name' || operator) return true;
    if (isCall(tokens, at)) return !isSymbol(tokens[at + 2], ')');
    const [before, after] = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
    return text === 'in'
      ? before === 'variable'
      : ['every', 'some', 'satisfies'].includes(text) && after === 'variable';
  });
}

/** `texts[test]`, taken apart. */
function filterOf(tokens: readonly Token[]): [readonly Token[], readonly Token[]] | undefined {
  const depth = tokens[0]?.depth ?? 0;
  const open = tokens.findLastIndex((token) => token.depth === depth && isSymbol(token, '['));
  if (open < 1 || closing(tokens, open) !== tokens.length - 1) return undefined;
  // A comparison, a union or a list before: the test is of its last part alone.
  const isOne = tokens
    .slice(0, open)
    .every(
      (token) =>
        token.depth !== depth || (!token.operator && !['|', ',', '=', '!=', '<', '>', '-', '+'].includes(token.text)),
    );
  return isOne ? [tokens.slice(0, open), tokens.slice(open + 1, -1)] : undefined;
}

function textsOf(tokens: readonly Token[], scope: Scope | undefined): Texts | undefined {
  const inside = unwrap(tokens);
  if (inside) return textsOf(inside, scope);
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'variable') {
    const known = find(scope, first.text);
    return known && !known.global ? textsOf(tokenize(known.value) ?? [], known.outer) : undefined;
  }
  const different = argumentOf(tokens, 'distinct-values');
  if (different) return withoutRepeats(textsOf(different, scope));
  const joined = joinOf(tokens);
  if (joined) {
    const nodes = nodesOf(joined.nodes, scope);
    return nodes && { joined: nodes, separator: joined.separator };
  }
  const words = wordsOf(tokens, scope);
  if (words) return { words, isOnce: false };
  const call = tokens.findLastIndex((token, at) => token.depth === first?.depth && isCall(tokens, at));
  if (call > 1 && isSymbol(tokens[call - 1], '/') && isPlainConcat(tokens.slice(call))) {
    const nodes = nodesOf(tokens.slice(0, call - 1), scope);
    const each = toXPath1(textOf(tokens.slice(call)));
    return nodes && each !== undefined ? { nodes, each } : undefined;
  }
  const nodes = nodesOf(tokens, scope);
  return nodes && { nodes };
}

function withoutRepeats(texts: Texts | undefined): Texts | undefined {
  return texts && 'words' in texts ? { ...texts, isOnce: true } : undefined;
}

/** `tokenize(normalize-space(TEXT), '\s')`: the words of a text. */
function wordsOf(tokens: readonly Token[], scope: Scope | undefined): Expression1 | undefined {
  const [text = [], pattern = [], ...more] = splitAt(argumentOf(tokens, 'tokenize') ?? [], (token) =>
    isSymbol(token, ','),
  );
  const inside = argumentOf(text, 'normalize-space');
  const isBlank =
    pattern.length === 1 && pattern[0]?.kind === 'string' && ['\\s', '\\s+', ' '].includes(unquote(pattern[0].text));
  const isOwn = inside?.length === 2 && isSymbol(inside[0], '@');
  return isOwn && isBlank && more.length === 0 ? inline(textOf(inside), scope) : undefined;
}

/** `string-join(PATH, 'literal')`. */
function joinOf(tokens: readonly Token[]): { nodes: readonly Token[]; separator: string } | undefined {
  const [nodes = [], separator = [], ...more] = splitAt(argumentOf(tokens, 'string-join') ?? [], (token) =>
    isSymbol(token, ','),
  );
  const [only, ...others] = separator;
  if (only?.kind !== 'string' || others.length > 0 || more.length > 0) return undefined;
  return { nodes, separator: unquote(only.text) };
}

/** What can only be nodes, for libxml2. */
function nodesOf(tokens: readonly Token[], scope: Scope | undefined): Expression1 | undefined {
  const inside = unwrap(tokens);
  if (inside) return nodesOf(inside, scope);
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'variable') {
    const known = find(scope, first.text);
    const value = known && !known.global ? nodesOf(tokenize(known.value) ?? [], known.outer) : undefined;
    return value;
  }
  const parts = splitAt(tokens, (token) => isSymbol(token, '|'));
  const isPath = parts.every((part) => startsPath(tokenize(`(${textOf(part)})`) ?? [], 1));
  return isPath ? inline(textOf(tokens), scope) : undefined;
}

/** A path of a table, or a variable that is one. */
function tableOf(tokens: readonly Token[], scope: Scope | undefined): TablePath | undefined {
  const inside = unwrap(tokens);
  if (inside) return tableOf(inside, scope);
  const [first] = tokens;
  if (tokens.length !== 1 || first?.kind !== 'variable') return tablePathOf(tokens);
  const known = find(scope, first.text);
  return known && tableOf(tokenize(known.value) ?? [], known.outer);
}

/** What stands between the brackets of a call with one name. */
function argumentOf(tokens: readonly Token[], name: string): readonly Token[] | undefined {
  return tokens[0]?.text === name && isCall(tokens, 0) ? unwrap(tokens.slice(1)) : undefined;
}
