import { isElement } from '../cda-document.js';
import { attributeOf } from '../cda-values.js';
import type { XmlElement, XmlNode, XmlTree } from '../xml-tree.js';
import { readsTable } from './table-path.js';
import { isSymbol, splitAt, type Token, textOf, tokenize } from './xpath-tokens.js';
import { toXPath1 } from './xpath1.js';

/** Where the nodes a rule looks at may be searched, worked out once for a schema. */
export type ContextPlan =
  | { readonly document: true }
  /** With values of tables in them, the ways for XPath 2 as well: they tell which table is missing. */
  | { readonly ways: readonly Way[]; readonly xpath2?: readonly Way[] }
  | { readonly xpath2: readonly Way[] };

export interface Way {
  /** From the document. */
  readonly whole: string;
  /** From an element that the first step may name; undefined when only the whole will do. */
  readonly fromFirst: string | undefined;
  readonly firstName: string | undefined;
  readonly firstTemplate: string | undefined;
  /** Names and template roots without which there is nothing to find. */
  readonly names: readonly string[];
  readonly templates: readonly string[];
}

/** Plans the search of an XSLT match pattern: the nodes it matches are those its path finds from anywhere. */
export function planContext(context: string): ContextPlan {
  if (context.trim() === '/') return { document: true };
  const plain = toXPath1(context);
  const tokens = plain === undefined ? undefined : tokenize(plain);
  if (!tokens || tokens.some(({ kind }) => kind === 'variable')) return { xpath2: xpath2Ways(context) };
  const ways = splitAt(tokens, (token) => isSymbol(token, '|')).map(planWay);
  return readsTable(plain ?? '') ? { ways, xpath2: xpath2Ways(context) } : { ways };
}

function xpath2Ways(context: string): Way[] {
  const tokens = tokenize(context);
  if (!tokens) return [{ ...EVERYWHERE, whole: context }];
  return splitAt(tokens, (token) => isSymbol(token, '|')).map((part) => {
    const text = context.slice(part[0]?.start, part.at(-1)?.end);
    const relative = text.replace(/^\/\/?/, '');
    const way = planWay(part);
    return {
      ...way,
      whole: text.startsWith('/') ? text : `//${text}`,
      fromFirst: way.fromFirst === undefined ? undefined : `self::${relative}`,
    };
  });
}

const EVERYWHERE: Omit<Way, 'whole'> = {
  fromFirst: undefined,
  firstName: undefined,
  firstTemplate: undefined,
  names: [],
  templates: [],
};

function planWay(tokens: readonly Token[]): Way {
  const isAbsolute = isSymbol(tokens[0], '/');
  const relative = isAbsolute || isSymbol(tokens[0], '//') ? tokens.slice(1) : tokens;
  const steps = splitAt(relative, (token) => isSymbol(token, '/') || isSymbol(token, '//')).map(readStep);
  const [first] = steps;
  const text = textOf(relative);
  const canAnchor = !isAbsolute && first !== undefined && first.isChild && !first.isPlaced;
  return {
    whole: isAbsolute ? textOf(tokens) : `//${text}`,
    fromFirst: canAnchor ? `self::${text}` : undefined,
    firstName: first?.name,
    firstTemplate: first?.templates[0],
    names: steps.flatMap(({ name }) => name ?? []),
    templates: steps.flatMap(({ templates }) => templates),
  };
}

interface Step {
  /** Local name of the elements it names; undefined for `*`, another axis or an attribute. */
  readonly name: string | undefined;
  readonly templates: readonly string[];
  /** Names children, by name or `*`. */
  readonly isChild: boolean;
  /** Asks for a place among its siblings. */
  readonly isPlaced: boolean;
}

function readStep(tokens: readonly Token[]): Step {
  const [first, second] = tokens;
  const isName = first?.kind === 'name' && !isSymbol(second, '::') && !isSymbol(second, '(');
  const isStar = first?.kind === 'symbol' && first.text === '*';
  const predicates = predicatesOf(tokens);
  const isPlaced =
    predicates.some((one) => one.length === 1 && one[0]?.kind === 'number') ||
    tokens.some(({ text }) => text === 'position' || text === 'last');
  const all = predicates.flatMap((one) => splitAt(one, (token) => token.operator && token.text === 'and'));
  const templates = all.flatMap(
    (part) =>
      TEMPLATE.exec(textOf(part))
        ?.slice(1)
        .find((root) => root !== undefined) ?? [],
  );
  const name = isName ? first.text.replace(/^.*:/, '') : undefined;
  return { name: name === '*' ? undefined : name, templates, isChild: isName || isStar, isPlaced };
}

/** A predicate that only elements with that template pass. */
const TEMPLATE = /^(?:[\w-]+:)?templateId(?:\/@root=|\[@root=)(?:"([^"]*)"|'([^']*)')(?:\](?:\[.*\])*)?$/;

/** Predicates of a step, without their brackets. An `or` keeps a part from being asked for. */
function predicatesOf(tokens: readonly Token[]): (readonly Token[])[] {
  const depth = tokens[0]?.depth ?? 0;
  const found: (readonly Token[])[] = [];
  let open = -1;
  for (const [at, token] of tokens.entries()) {
    if (token.depth !== depth) continue;
    if (isSymbol(token, '[')) open = at;
    if (isSymbol(token, ']') && open >= 0) {
      const inside = tokens.slice(open + 1, at);
      if (!inside.some((one) => one.depth === depth + 1 && one.operator && one.text === 'or')) found.push(inside);
      open = -1;
    }
  }
  return found;
}

/** Elements of one document by name and by template, so that most rules are known not to apply without a search. */
export class DocumentIndex {
  readonly elements: readonly XmlElement[];
  readonly #byName = new Map<string, XmlElement[]>();
  readonly #byTemplate = new Map<string, XmlElement[]>();

  constructor(tree: XmlTree) {
    this.elements = tree.find('//*').filter(isElement);
    for (const [index, element] of this.elements.entries()) {
      const name = tree.elements.qualifiedName(index).replace(/^.*:/, '');
      push(this.#byName, name, element);
      if (name !== 'templateId') continue;
      const owner = this.elements[tree.elements.parentOf(index)];
      const root = attributeOf(element, 'root');
      if (owner && root !== undefined) push(this.#byTemplate, root, owner);
    }
  }

  /** Nodes that ways lead to, each once or more; `nodes` evaluates a path from a node, or from the document. */
  *search(ways: readonly Way[], nodes: (path: string, from?: XmlElement) => Iterable<XmlNode>): Generator<XmlNode> {
    for (const way of ways) {
      const isEmpty =
        way.names.some((name) => !this.#byName.has(name)) || way.templates.some((root) => !this.#byTemplate.has(root));
      if (isEmpty) continue;
      const candidates = way.fromFirst === undefined ? undefined : this.#candidates(way);
      if (way.fromFirst === undefined || !candidates) yield* nodes(way.whole);
      else for (const candidate of candidates) yield* nodes(way.fromFirst, candidate);
    }
  }

  /** Elements the first step may name, when they are few. */
  #candidates({ firstTemplate, firstName }: Way): readonly XmlElement[] | undefined {
    if (firstTemplate !== undefined) return this.#byTemplate.get(firstTemplate);
    const named = firstName === undefined ? undefined : this.#byName.get(firstName);
    return named && named.length <= FEW ? named : undefined;
  }
}

/** Beyond this many candidates one search of the whole document costs less. */
const FEW = 5;

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
