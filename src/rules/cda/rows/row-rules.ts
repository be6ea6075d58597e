import type { CantTell, Problem, Rule, Text } from '../../../core/index.js';
import { type CdaDocument, compileXPath, type XmlNode, type XmlXPath } from '../../../formats/cda/index.js';
import type { CdaCheck, CdaContent, CdaRow } from '../../../packs/index.js';
import type { CdaContext } from '../context.js';
import { modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { assertCode } from './assert-code.js';

export type CdaRule = Rule<CdaDocument, CdaContext, string>;

const known = new WeakMap<CdaContent, readonly CdaRule[]>();

/** The rules that the rows of a pack make, one per row; the same objects each time for the same content. */
export function rowRules(content: CdaContent): readonly CdaRule[] {
  const before = known.get(content);
  if (before) return before;
  const rules = content.rows.map(toRule);
  known.set(content, rules);
  return rules;
}

function toRule(row: CdaRow): CdaRule {
  const { id, severity, trust, spec, title, why, repair } = row;
  const messages: Record<string, Text> = Object.fromEntries(row.checks.map((check) => [check.id, check.message]));
  return {
    id,
    subject: 'cda/document',
    severity,
    trust,
    spec,
    title,
    why,
    repair,
    messages,
    appliesTo: (document, { content }) => applies(row, document, content),
    *check(document, { content }) {
      for (const check of row.checks) yield* runCheck(row, check, document, content);
    },
  };
}

function applies(row: CdaRow, document: CdaDocument, content: CdaContent): boolean {
  if (row.level !== undefined && row.level !== document.level) return false;
  if (row.models && !modelsOf(document, content).some(({ model }) => row.models?.includes(model.id))) return false;
  return row.checks.some(({ context }) => firstContexts(document, context).length > 0);
}

function* runCheck(
  row: CdaRow,
  check: CdaCheck,
  document: CdaDocument,
  content: CdaContent,
): Generator<Problem<string> | CantTell> {
  for (const node of suspectsOf(check, document)) {
    const answer = runAssert(check, document, node, content);
    if (answer === undefined) continue;
    if ('cantTell' in answer) {
      yield answer;
      continue;
    }
    const [place] = check.at === undefined ? [] : document.find(compiled(check.at), node);
    yield problemAt(check.id, document, place ?? node, {
      ...answer,
      ...(check.severity && { severity: check.severity }),
      constraintId: row.constraint ?? `${row.pack}#${row.id}`,
    });
  }
}

/**
 * Context nodes that may fail. A few are tested one by one; many are searched in one evaluation, which walks the document
 * once more, unless the test counts its place among them.
 */
function suspectsOf(check: CdaCheck, document: CdaDocument): readonly XmlNode[] {
  const first = firstContexts(document, check.context);
  if (first.length <= FEW) return first;
  const search = searchOf(check);
  return search === 'each' ? document.find(compiled(check.context)) : document.find(search);
}

const searches = new WeakMap<CdaCheck, XmlXPath | 'each'>();

function searchOf(check: CdaCheck): XmlXPath | 'each' {
  let search = searches.get(check);
  if (search === undefined) {
    const { context, assert } = check;
    const isByNode = 'codeIn' in assert || /\b(?:position|last)\(\)/.test(assert.test);
    search = isByNode ? 'each' : compileXPath(`(${context})[not(${assert.test})]`);
    searches.set(check, search);
  }
  return search;
}

function runAssert(check: CdaCheck, document: CdaDocument, node: XmlNode, content: CdaContent) {
  const { assert, found, expected } = check;
  if ('codeIn' in assert) return assertCode(document, node, assert.codeIn, content.valueSets);
  if (document.test(compiled(assert.test), node)) return undefined;
  return {
    ...(found !== undefined && { found: document.text(compiled(found), node) }),
    ...(expected !== undefined && { expected }),
  };
}

const expressions = new Map<string, XmlXPath>();

/** Expressions come from packs, which are few: they stay compiled. Throws the library's error for a wrong one. */
function compiled(expression: string): XmlXPath {
  let xpath = expressions.get(expression);
  if (!xpath) {
    xpath = compileXPath(expression);
    expressions.set(expression, xpath);
  }
  return xpath;
}

/** Context nodes that are tested one by one. */
const FEW = 3;

const contexts = new WeakMap<CdaDocument, Map<string, readonly XmlNode[]>>();

/** The first context nodes, one more than a few. Many rows look at the same places: they are searched once per document. */
function firstContexts(document: CdaDocument, expression: string): readonly XmlNode[] {
  let found = contexts.get(document);
  if (!found) {
    found = new Map();
    contexts.set(document, found);
  }
  let nodes = found.get(expression);
  if (!nodes) {
    nodes = expression === '.' ? [document.root] : document.find(compiled(`(${expression})[position() <= ${FEW + 1}]`));
    found.set(expression, nodes);
  }
  return nodes;
}
