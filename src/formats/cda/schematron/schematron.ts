/** An ISO Schematron schema with everything in place: includes read, abstract patterns and rules instantiated. */
export interface Schematron {
  /** File name without its extension, e.g. `CI-SIS_LDL-SES_2022.01`. */
  readonly name: string;
  readonly title: string;
  /** By prefix, from the `ns` elements. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Of the schema, of its phases and of its patterns: their context is the document. */
  readonly lets: readonly SchematronLet[];
  /** Active patterns alone. */
  readonly patterns: readonly SchematronPattern[];
  /** Included files that are not there, and tables the tests name that are not there: what depends on them cannot be told. */
  readonly missing: readonly string[];
  /** Folder of the schema inside the kit: `document()` paths start there. */
  readonly folder: string;
}

export interface SchematronLet {
  readonly name: string;
  readonly value: string;
}

export interface SchematronPattern {
  readonly id: string;
  readonly rules: readonly SchematronRule[];
}

export interface SchematronRule {
  /** An XSLT match pattern. Of the rules of one pattern, the first that matches a node is its rule. */
  readonly context: string;
  /** In order: a let is known to what follows it. Rules that extend one abstract rule hold the very same parts. */
  readonly body: readonly (SchematronLet | SchematronCheck)[];
}

export interface SchematronCheck {
  /** The id its author gave; empty: it is told by its place, see `placedBody`. */
  readonly id: string;
  /** `assert` fails when its test is false, `report` when it is true. */
  readonly kind: 'assert' | 'report';
  readonly test: string;
  readonly role: string;
  /** The author's words, and what to put between them. */
  readonly message: readonly (string | { readonly select: string })[];
}

/** Body of a rule, each check with an id: its own, or `schema#pattern/rule/check`. `place` is the rule's. */
export function placedBody({ body }: SchematronRule, place: string): readonly (SchematronLet | SchematronCheck)[] {
  let count = 0;
  return body.map((part) => {
    if (isLet(part)) return part;
    count += 1;
    return part.id === '' ? { ...part, id: `${place}/${count}` } : part;
  });
}

export function isLet(part: SchematronLet | SchematronCheck): part is SchematronLet {
  return 'value' in part;
}
