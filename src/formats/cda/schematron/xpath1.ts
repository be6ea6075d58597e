import {
  hasComma,
  isBooleanComparison,
  isNumericComparison,
  NODE_TESTS,
  startsPath,
  VALUE_COMPARISONS,
} from './xpath-shape.js';
import { isCall, isSymbol, type Token, textOf, tokenize } from './xpath-tokens.js';
import { rewrite } from './xpath1-rewrites.js';

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
  const rewritten = rewrite(tokens);
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
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod', '*', 'eq', 'ne', 'lt', 'le', 'gt', 'ge']);

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

function isSafeOperator(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (['lt', 'le', 'gt', 'ge'].includes(text)) return isNumericComparison(tokens, at);
  return !['eq', 'ne'].includes(text) || !isBooleanComparison(tokens, at);
}

/** The words of one token in XPath 1.0. */
function simplify(token: Token, tokens: readonly Token[], at: number): Token[] {
  if (token.operator && VALUE_COMPARISONS[token.text]) return [{ ...token, text: VALUE_COMPARISONS[token.text] ?? '' }];
  if (token.kind === 'name' && token.text.startsWith('*:')) {
    const test = tokenize(`*[local-name()='${token.text.slice(2)}']`) ?? [];
    return test.map((one) => ({ ...one, depth: one.depth + token.depth }));
  }
  const step = token.text === '.' ? 'self::node()' : 'parent::node()';
  // XPath 1.0 has no predicates after `.` and `..`.
  if ((isSymbol(token, '.') || isSymbol(token, '..')) && isSymbol(tokens[at + 1], '['))
    return (tokenize(step) ?? []).map((one) => ({ ...one, depth: one.depth + token.depth }));
  if (!token.operator && isCall(tokens, at) && token.text === 'exists') return [{ ...token, text: 'boolean' }];
  if (!token.operator && isCall(tokens, at) && token.text === 'empty') return [{ ...token, text: 'not' }];
  return [token];
}
