import { posix } from 'node:path';
import type { Schematron, SchematronCheck, SchematronLet, SchematronPattern } from './schematron.js';
import { type KitSource, readSchema, type SourceElement } from './source-tree.js';

/**
 * Reads a schema and puts everything in place, as the ISO skeleton does (iso_dsdl_include, iso_abstract_expand): includes,
 * abstract patterns (`is-a`, textual parameters), abstract rules (`extends`), the default phase. Pure but for `source`.
 * Throws `cda-kit-invalid`. `loadXmlLibrary` must have been awaited.
 */
export function expandSchematron(source: KitSource, file: string): Schematron {
  const { root, missing } = readSchema(source, file);
  const name = posix.basename(file).replace(/\.sch$/i, '');
  const written = childrenOf(root, 'pattern');
  const patterns = written.flatMap((pattern) => realPatterns(pattern, written));
  const active = activeIds(root);
  const used = patterns.filter(({ attributes }) => active === undefined || active.has(attributes.id ?? ''));
  const rules = new RuleBook(patterns);
  return {
    name,
    title: textOf(childrenOf(root, 'title')[0]),
    namespaces: Object.fromEntries(
      childrenOf(root, 'ns').map(({ attributes }) => [attributes.prefix ?? '', attributes.uri ?? '']),
    ),
    lets: [root, ...childrenOf(root, 'phase'), ...used].flatMap((owner) => childrenOf(owner, 'let').map(toLet)),
    patterns: used.map((pattern, index) => toPattern(pattern, index, rules)),
    missing: [...new Set(missing)],
    folder: posix.dirname(file),
  };
}

function childrenOf(element: SourceElement, name: string): SourceElement[] {
  return element.children.filter((child): child is SourceElement => typeof child !== 'string' && child.name === name);
}

function textOf(element: SourceElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Ids of the patterns of the default phase; undefined: all of them. */
function activeIds(root: SourceElement): ReadonlySet<string> | undefined {
  const { defaultPhase } = root.attributes;
  if (defaultPhase === undefined || defaultPhase === '#ALL') return undefined;
  const phases = childrenOf(root, 'phase').filter(({ attributes }) => attributes.id === defaultPhase);
  return new Set(
    phases.flatMap((phase) => childrenOf(phase, 'active').map(({ attributes }) => attributes.pattern ?? '')),
  );
}

/** A pattern as it is; none for an abstract one; the abstract one with its parameters filled for an `is-a`. */
function realPatterns(pattern: SourceElement, all: readonly SourceElement[]): SourceElement[] {
  const isA = pattern.attributes['is-a'];
  if (isA === undefined) return pattern.attributes.abstract === 'true' ? [] : [pattern];
  const parameters = childrenOf(pattern, 'param').map(
    ({ attributes }) => [`$${attributes.name ?? ''}`, attributes.value ?? ''] as const,
  );
  const fill = (text: string) =>
    parameters.reduce((filled, [name, value]) => filled.replaceAll(name, () => value), text);
  return all
    .filter(({ attributes }) => attributes.id === isA)
    .map(({ children }) => ({
      name: 'pattern',
      attributes: { id: pattern.attributes.id ?? isA },
      children: children.map((child) => fillIn(child, fill)),
    }));
}

/** Parameters stand in tests, contexts, selects and texts, and nowhere else. */
function fillIn(node: SourceElement | string, fill: (text: string) => string): SourceElement | string {
  if (typeof node === 'string') return fill(node);
  const attributes = { ...node.attributes };
  for (const name of ['test', 'context', 'select']) {
    const value = attributes[name];
    if (value !== undefined) attributes[name] = fill(value);
  }
  return { ...node, attributes, children: node.children.map((child) => fillIn(child, fill)) };
}

/** Abstract rules: those of the same pattern are preferred. */
class RuleBook {
  readonly #byId = new Map<string, SourceElement[]>();

  constructor(patterns: readonly SourceElement[]) {
    for (const rule of patterns.flatMap((pattern) => childrenOf(pattern, 'rule'))) {
      const id = rule.attributes.id ?? '';
      this.#byId.set(id, [...(this.#byId.get(id) ?? []), rule]);
    }
  }

  readonly #parts = new Map<SourceElement, SchematronLet | SchematronCheck>();

  /** A let or a check; the same one wherever its rule is extended, which is hundreds of times in some kits. */
  partOf(element: SourceElement): SchematronLet | SchematronCheck {
    const part = this.#parts.get(element) ?? toPart(element);
    this.#parts.set(element, part);
    return part;
  }

  named(id: string, pattern: SourceElement): readonly SourceElement[] {
    const own = childrenOf(pattern, 'rule').filter(({ attributes }) => attributes.id === id);
    const rules = own.length > 0 ? own : (this.#byId.get(id) ?? []);
    return rules.filter(({ attributes }) => attributes.abstract === 'true');
  }
}

function toPart(element: SourceElement): SchematronLet | SchematronCheck {
  return element.name === 'let' ? toLet(element) : toCheck(element, element.name === 'report' ? 'report' : 'assert');
}

function toPattern(pattern: SourceElement, index: number, rules: RuleBook): SchematronPattern {
  const id = pattern.attributes.id ?? String(index + 1);
  const real = childrenOf(pattern, 'rule').filter(({ attributes }) => attributes.abstract !== 'true');
  return {
    id,
    rules: real.map((rule) => ({
      context: rule.attributes.context ?? '',
      body: bodyOf(rule, pattern, rules, new Set()),
    })),
  };
}

function bodyOf(
  rule: SourceElement,
  pattern: SourceElement,
  rules: RuleBook,
  seen: ReadonlySet<SourceElement>,
): (SchematronLet | SchematronCheck)[] {
  return rule.children.flatMap((child): (SchematronLet | SchematronCheck)[] => {
    if (typeof child === 'string') return [];
    if (['let', 'assert', 'report'].includes(child.name)) return [rules.partOf(child)];
    if (child.name !== 'extends') return [];
    const named = rules.named(child.attributes.rule ?? '', pattern).filter((one) => !seen.has(one));
    return named.flatMap((one) => bodyOf(one, pattern, rules, new Set([...seen, one])));
  });
}

function toLet({ attributes, children }: SourceElement): SchematronLet {
  const value = attributes.value ?? `'${textOf({ name: '', attributes: {}, children }).replaceAll("'", "''")}'`;
  return { name: (attributes.name ?? '').trim(), value };
}

function toCheck(element: SourceElement, kind: 'assert' | 'report'): SchematronCheck {
  const { id = '', test = '', role, flag } = element.attributes;
  return { id, kind, test, role: role ?? flag ?? '', message: messageOf(element) };
}

function messageOf({ children }: SourceElement): (string | { readonly select: string })[] {
  return children.flatMap((child): (string | { readonly select: string })[] => {
    if (typeof child === 'string') return [child];
    if (child.name === 'value-of') return [{ select: child.attributes.select ?? '' }];
    if (child.name === 'name') return [{ select: child.attributes.path ? `name(${child.attributes.path})` : 'name()' }];
    return messageOf(child);
  });
}
