import { clip, shortName } from './schema-names.js';
import type { XsdIssue, XsdIssueKind } from './xsd-engine.js';

/** One line of the Java validator: what it says and where it stopped reading. */
export interface XercesMessage extends Omit<XsdIssue, 'location' | 'element'> {
  /** 1-based; the character after the tag it speaks of. */
  readonly line: number;
  readonly column: number;
}

/** Rules of the XSD recommendation that Xerces names in front of its messages, the same in every language of Java. */
const KINDS: readonly (readonly [RegExp, XsdIssueKind])[] = [
  [/^cvc-complex-type\.2\.4\.[acdef]/, 'unexpected-element'],
  [/^cvc-complex-type\.2\.4\.b/, 'missing-element'],
  [/^cvc-complex-type\.2\.[123]/, 'unexpected-text'],
  [/^cvc-complex-type\.4/, 'missing-attribute'],
  [/^cvc-complex-type\.3\.2/, 'unknown-attribute'],
  [/^cvc-id\.1/, 'broken-reference'],
  [/^cvc-id\.2/, 'repeated-id'],
  [/^cvc-(?:elt\.4|type\.2)/, 'wrong-type'],
  [/^cvc-(?:pattern|enumeration|minLength|datatype|attribute|type)/, 'bad-value'],
];

/** The package glues the lines it receives together. */
const LINE = /\[(?:warning|error|fatal)\] (.*?) \((\d+):(\d+)\)(?=\[|$)/gs;

export function readXercesMessages(messages: readonly string[]): XercesMessage[] {
  const read: XercesMessage[] = [];
  let lastPlace = '';
  for (const [, text = '', line, column] of messages.join('').matchAll(LINE)) {
    const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
    const place = `${kind} ${line}:${column}`;
    // A value is told twice: once by the facet it breaks, once by its attribute or element.
    const isSecond = kind === 'bad-value' && place === lastPlace && /^cvc-(?:attribute|type)/.test(text);
    lastPlace = place;
    if (isSecond) continue;
    read.push({ kind, line: Number(line), column: Number(column), ...factsOf(kind, text) });
  }
  return read;
}

/** Names and values stand between single quotes, in an order that depends on the rule. */
function factsOf(kind: XsdIssueKind, text: string): Pick<XsdIssue, 'attribute' | 'expected' | 'found'> {
  const quoted = [...text.matchAll(/'([^']*)'/g)].map(([, value = '']) => clip(value));
  const [first, second] = quoted;
  if (kind === 'unexpected-element')
    return { ...(first && { found: names(first) }), ...(second && { expected: names(second) }) };
  if (kind === 'missing-element') return second ? { expected: names(second) } : {};
  if (kind === 'missing-attribute') return first ? { expected: first } : {};
  if (kind === 'unknown-attribute') return first ? { attribute: first, found: first } : {};
  if (kind === 'broken-reference') return first ? { found: first } : {};
  if (kind === 'bad-value' || kind === 'repeated-id')
    return { ...(first !== undefined && { found: first }), ...(second && { expected: names(second) }) };
  return {};
}

/** `{"urn:hl7-org:v3":id, "urn:hl7-org:sdtc":text}` → `id, sdtc:text`. */
function names(list: string): string {
  return list
    .replace(/^\{(.*)\}$/s, '$1')
    .split(', ')
    .map((name) => shortName(name.replace(/^"([^"]*)":/, '{$1}')))
    .join(', ');
}
