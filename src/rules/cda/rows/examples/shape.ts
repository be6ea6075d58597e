import { type Change, level1, level3 } from '../../example-documents.js';

/** Examples of one row. Paths are below ClinicalDocument; '' is ClinicalDocument itself. */
export interface RowExamples {
  /** Documents the row applies to and finds nothing in; the plain level 1 and level 3 where it applies to them. */
  readonly passed?: readonly RowExample[];
  readonly failed: readonly FailedRowExample[];
  /** Documents the row does not apply to; the plain ones where it does not apply to them. */
  readonly inapplicable?: readonly RowExample[];
}

export interface RowExample {
  readonly title: string;
  readonly document: string;
}

export interface FailedRowExample extends RowExample {
  /** Every finding: `messageId path`, with the severity in front when it is not the row's. */
  readonly findings: readonly string[];
}

/** A level 1 with these changes. */
export function on1(title: string, ...changes: readonly Change[]): RowExample {
  return { title, document: level1(...changes) };
}

/** A level 3 with these changes. */
export function on3(title: string, ...changes: readonly Change[]): RowExample {
  return { title, document: level3(...changes) };
}

/** The example with what it must find. */
export function finds(example: RowExample, ...findings: readonly string[]): FailedRowExample {
  return { ...example, findings };
}

/** Puts XML before a text of the document. */
export function before(anchor: string, xml: string): Change {
  return [anchor, `${xml}${anchor}`];
}

/** Puts XML after a text of the document. */
export function after(anchor: string, xml: string): Change {
  return [anchor, `${anchor}${xml}`];
}

export function without(text: string): Change {
  return [text, ''];
}

export function twice(text: string): Change {
  return [text, text + text];
}

/** The first element of that name in the plain level 1, as it is written there. */
export function element(name: string): string {
  const found = new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`).exec(level1())?.[0];
  if (found === undefined) throw new RangeError(`no element ${name}`);
  return found;
}
