import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';
import { makeError } from '../core/index.js';
import type { Difference } from './hl7v2/compare-messages.js';

/** Leaves of a document by path, in its order. */
type Leaves = ReadonlyMap<string, string>;

/**
 * Differences of two XML or JSON documents, leaf by leaf; elements are paired by name and number, values of a list by
 * number. `ignore`: paths left out with all they hold, `*` standing for any characters.
 */
export function compareLeaves(before: Leaves, after: Leaves, ignore: readonly string[] = []): Difference[] {
  const skipped = ignore.map(toPattern);
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path): Difference[] => {
    const [old, young] = [before.get(path), after.get(path)];
    if (old === young || skipped.some((pattern) => pattern.test(path))) return [];
    if (old === undefined) return [{ path, kind: 'added', after: young ?? '' }];
    return young === undefined
      ? [{ path, kind: 'removed', before: old }]
      : [{ path, kind: 'changed', before: old, after: young }];
  });
}

/** `recordTarget` without its index stands for each of them. */
function toPattern(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}(?:$|[./[@])`, 'su');
}

/** `name[0].given[1]` → text. Throws `fhir-syntax`-like document errors through JSON.parse as `not-comparable`. */
export function leavesOfJson(text: string, file: string): Leaves {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(each, `${path}[${index}]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`);
    } else leaves.set(path, String(value));
  };
  try {
    walk(JSON.parse(text), '');
  } catch (cause) {
    throw makeError('not-comparable', { file }, { cause });
  }
  return leaves;
}

/** `/ClinicalDocument/recordTarget[1]/patientRole[1]/id[2]/@root` → value; text under the path of its element. */
export function leavesOfXml(text: string, file: string): Leaves {
  const { SaxesParser } = createRequire(import.meta.url)('saxes') as typeof Saxes;
  const leaves = new Map<string, string>();
  const open: { path: string; counts: Map<string, number>; text: string }[] = [
    { path: '', counts: new Map(), text: '' },
  ];
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw makeError('not-comparable', { file }, { cause });
  });
  parser.on('doctype', () => {
    throw makeError('not-comparable', { file });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const number = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, number);
    const path = `${parent?.path ?? ''}/${name}[${number}]`;
    leaves.set(path, '');
    for (const [key, value] of Object.entries(attributes)) leaves.set(`${path}/@${key}`, String(value));
    open.push({ path, counts: new Map(), text: '' });
  });
  const addText = (more: string) => {
    const current = open.at(-1);
    if (current) current.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    // Blanks between elements are layout.
    if (closed) leaves.set(closed.path, closed.text.replace(/\s+/g, ' ').trim());
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return leaves;
}
