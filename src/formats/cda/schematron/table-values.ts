import { endOfTablePath, isPlainConcat, TABLE_LITERAL } from './table-path.js';
import { isCall, type Token, textOf, tokenize, unquote } from './xpath-tokens.js';
import { toXPath1 } from './xpath1.js';

/** Where the values of a table are: an expression that gives the same list whatever the document. */
export interface TablePath {
  /** As `document()` takes it. */
  readonly table: string;
  /** From the table itself, for an engine of XPath 1.0; the values are those of its nodes… */
  readonly nodes: string;
  /** …or, when given, what this gives at each of them. */
  readonly each: string | undefined;
}

/** `doc('x.xml')//concept/@code`, or `…/concat(@code, @codeSystem)`; undefined for anything else. */
export function tablePathOf(tokens: readonly Token[]): TablePath | undefined {
  if (endOfTablePath(tokens, 0) !== tokens.length - 1) return undefined;
  const table = unquote(tokens[2]?.text ?? '');
  const steps = tokens.slice(4);
  const call = steps.findIndex((_, at) => isCall(steps, at) && steps[at]?.depth === tokens[0]?.depth);
  const nodes = toXPath1(textOf(call < 0 ? steps : steps.slice(0, call - 1)));
  const each = call >= 0 && isPlainConcat(steps.slice(call)) ? toXPath1(textOf(steps.slice(call))) : undefined;
  if (nodes === undefined || nodes.includes('$') || (call >= 0 && each === undefined)) return undefined;
  return { table, nodes, each };
}

/** Puts what `valuesOf` gives in the place of table literals. */
export function withTables(expression: string, valuesOf: (path: TablePath) => string): string {
  return expression.replace(TABLE_LITERAL, (_, written: string) => {
    const path = tablePathOf(tokenize(decodeURIComponent(written)) ?? []);
    if (!path) throw new Error(`no path of a table: ${written}`);
    return valuesOf(path);
  });
}
