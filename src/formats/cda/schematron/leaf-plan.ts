import { toRegExp } from './regular-expression.js';
import { constantOf, type Expression1, inline, type Scope, withLets } from './scope.js';
import { planSequence, type SequencePlan } from './sequence-plan.js';
import { parseTest, type TestTree } from './test-tree.js';
import { closing, isCall, isSymbol, splitAt, type Token, textOf } from './xpath-tokens.js';

/** How the leaves of a test are evaluated: the cheapest engine that tells what XPath 2 tells. */
export type Plan =
  | { readonly any: readonly Plan[] }
  | { readonly all: readonly Plan[] }
  | { readonly not: Plan }
  | LeafPlan;

export type LeafPlan =
  /** libxml2; when a variable has several values, fontoxpath takes over. */
  | { readonly xpath1: Expression1; readonly xpath2: string }
  /** Is a code among those of a table? */
  | {
      readonly table: string;
      readonly element: string;
      readonly keys: readonly { readonly attribute: string; readonly value: Expression1 }[];
      readonly xpath2: string;
    }
  /** Does a text match a pattern that does not depend on the document? */
  | { readonly pattern: RegExp; readonly subject: Expression1; readonly xpath2: string }
  | SequencePlan
  | { readonly xpath2: string };

export function planTest(test: string, scope: Scope | undefined): Plan {
  const whole = inline(test, scope);
  if (whole) return { xpath1: whole, xpath2: withLets(test, scope) };
  return planTree(parseTest(test), scope);
}

function planTree(tree: TestTree, scope: Scope | undefined): Plan {
  if ('any' in tree) return { any: tree.any.map((one) => planTree(one, scope)) };
  if ('all' in tree) return { all: tree.all.map((one) => planTree(one, scope)) };
  if ('not' in tree) return { not: planTree(tree.not, scope) };
  const xpath2 = withLets(tree.leaf, scope);
  const xpath1 = inline(tree.leaf, scope);
  if (xpath1) return { xpath1, xpath2 };
  const { tokens } = tree;
  return (
    planMembership(tokens, scope, xpath2) ??
    planMatch(tokens, scope, xpath2) ??
    planSequence(tokens, scope, xpath2, planTest) ?? { xpath2 }
  );
}

/** `document($table)//svs:Concept[@code = $code and @codeSystem = $system]`: a look-up in a set. */
function planMembership(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): LeafPlan | undefined {
  if (!isCall(tokens, 0) || !['document', 'doc'].includes(tokens[0]?.text ?? '')) return undefined;
  const end = closing(tokens, 1);
  const table = constantOf(textOf(tokens.slice(2, end)), scope);
  const [slashes, element, open] = tokens.slice(end + 1);
  const isSet = isSymbol(slashes, '//') && element?.kind === 'name' && isSymbol(open, '[');
  if (table === undefined || !isSet || closing(tokens, end + 3) !== tokens.length - 1) return undefined;
  const conditions = splitAt(tokens.slice(end + 4, -1), (token) => token.operator && token.text === 'and');
  const keys = conditions.map((part) => planKey(part, scope));
  if (!keys.every((key) => key !== undefined)) return undefined;
  return { table, element: element.text.replace(/^.*:/, ''), keys, xpath2 };
}

function planKey(tokens: readonly Token[], scope: Scope | undefined) {
  const [at, name, equals, variable, ...rest] = tokens;
  const isKey = isSymbol(at, '@') && name?.kind === 'name' && isSymbol(equals, '=') && rest.length === 0;
  // A value that is not a variable would be asked inside the table, not in the document.
  if (!isKey || !variable || !['variable', 'string'].includes(variable.kind)) return undefined;
  const text = variable.kind === 'variable' ? `$${variable.text}` : variable.text;
  const value = inline(text, scope);
  return value && { attribute: name.text, value };
}

/** `matches(@root, $pattern)`. */
function planMatch(tokens: readonly Token[], scope: Scope | undefined, xpath2: string): LeafPlan | undefined {
  if (!isCall(tokens, 0) || tokens[0]?.text !== 'matches' || closing(tokens, 1) !== tokens.length - 1) return undefined;
  const [text = [], written = [], flags] = splitAt(tokens.slice(2, -1), (token) => isSymbol(token, ','));
  const constant = constantOf(textOf(written), scope);
  const flag = flags === undefined ? '' : constantOf(textOf(flags), scope);
  const pattern = constant === undefined || flag === undefined ? undefined : toRegExp(constant, flag);
  const subject = inline(textOf(text), scope);
  return pattern && subject && { pattern, subject, xpath2 };
}
