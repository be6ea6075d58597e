import { clip, shortName, shortNames } from './schema-names.js';
import type { XsdIssue } from './xsd-engine.js';

export interface ReadMessage extends Omit<XsdIssue, 'location'> {
  /** Attribute as libxml2 would write it in a document, to find it in the start tag. */
  readonly attributeAsWritten?: string;
}

type Facts = Pick<XsdIssue, 'kind' | 'expected' | 'found'> & { readonly attribute?: string };

/**
 * What a message of libxml2 says. The wrapper passes neither error codes nor arguments, so the text is all there is:
 * these are the sentences of libxml2 2.14, each held by a test that provokes it; any other one is `other`, which still
 * tells where. Values of the document stand between quotes, so only the last matching words count.
 */
const SENTENCES: readonly (readonly [RegExp, (groups: readonly string[]) => Facts])[] = [
  [
    /^This element is not expected\.(?: Expected is (?:one of )?\( (.*) \)\.)?$/s,
    ([, names]) => ({ kind: 'unexpected-element', ...(names && { expected: shortNames(names) }) }),
  ],
  [/^Element content is not allowed, because/, () => ({ kind: 'unexpected-element' })],
  [
    /^Missing child element\(s\)\.(?: Expected is (?:one of )?\( (.*) \)\.)?$/s,
    ([, names]) => ({ kind: 'missing-element', ...(names && { expected: shortNames(names) }) }),
  ],
  [
    /^The attribute '([^']*)' is required but missing\.$/,
    ([, name = '']) => ({ kind: 'missing-attribute', expected: shortName(name) }),
  ],
  [
    /^The attribute '([^']*)' is not allowed\.$/,
    ([, name = '']) => ({ kind: 'unknown-attribute', attribute: name, found: shortName(name) }),
  ],
  [/^Character content (?:other than whitespace )?is not allowed,? because/, () => ({ kind: 'unexpected-text' })],
  [
    /^\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}\.$/s,
    ([, found = '', codes = '']) => ({ kind: 'bad-value', found, expected: codes.replace(/'/g, '') }),
  ],
  [
    /^\[facet 'pattern'\] The value '(.*)' is not accepted by the pattern '(.*)'\.$/s,
    ([, found = '', expected = '']) => ({ kind: 'bad-value', found, expected }),
  ],
  [
    /^\[facet '(\w+)'\] The value '(.*)' has a length of '\d+'; this \w+ the allowed \w+ length of '(\d+)'\.$/s,
    ([, facet = '', found = '', length = '']) => ({ kind: 'bad-value', found, expected: `${facet} ${length}` }),
  ],
  [
    /^'(.*)' is not a valid value of the atomic type 'xs:ID'\.$/s,
    ([, found = '']) =>
      /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(found)
        ? { kind: 'repeated-id', found }
        : { kind: 'bad-value', found, expected: 'xs:ID' },
  ],
  [
    /^'(.*)' is not a valid value of the (?:local )?(?:atomic|list|union) type(?: '(.*)')?\.$/s,
    ([, found = '', type]) => ({ kind: 'bad-value', found, ...(type && { expected: shortName(type) }) }),
  ],
  [
    /^The QName value '(.*)' of the xsi:type attribute does not resolve to a type definition\.$/s,
    ([, found = '']) => ({ kind: 'wrong-type', found: shortName(found) }),
  ],
  [
    /^The type definition '(.*)', specified by xsi:type, is blocked or not validly derived/s,
    ([, found = '']) => ({ kind: 'wrong-type', found: shortName(found) }),
  ],
  [/^The type definition is abstract\.$/, () => ({ kind: 'wrong-type' })],
];

/** Longer than any message that does not quote a whole file. */
const LONGEST_MESSAGE = 100_000;

export function readLibxml2Message(message: string): ReadMessage {
  const text = message.slice(0, LONGEST_MESSAGE).trimEnd();
  const subject = /^Element '([^']*)'(?:, attribute '([^']*)')?: /.exec(text);
  if (!subject) return { kind: 'other', element: '' };
  const [head, name = '', owner] = subject;
  const rest = text.slice(head.length);
  const element = shortName(name);
  for (const [pattern, read] of SENTENCES) {
    const match = pattern.exec(rest);
    if (match) return complete(element, owner, read(match));
  }
  return complete(element, owner, { kind: 'other' });
}

function complete(element: string, owner: string | undefined, facts: Facts): ReadMessage {
  const { kind, expected, found } = facts;
  const name = owner ?? facts.attribute;
  const isUnexpected = kind === 'unexpected-element';
  return {
    kind,
    element,
    ...(name !== undefined && { attribute: shortName(name), attributeAsWritten: shortName(name) }),
    ...(expected !== undefined && { expected: clip(expected) }),
    ...(found !== undefined ? { found: clip(found) } : isUnexpected && { found: element }),
  };
}
