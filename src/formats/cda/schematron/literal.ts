import type { XPathValue } from '../xml-tree.js';

/** A variable has several values: only XPath 2 can hold them. */
class SeveralValues extends Error {}

/** A value written as XPath 1.0. Throws when it is several. */
export function literal(value: XPathValue | readonly string[]): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '(0 div 0)' : String(value);
  if (typeof value === 'boolean') return `${value}()`;
  if (typeof value === 'string') return quoted(value);
  if (value.length > 1) throw new SeveralValues();
  const [only] = value;
  // An empty sequence equals nothing.
  if (only === undefined) return '(/..)';
  return quoted(typeof only === 'string' ? only : only.content);
}

/** XPath 1.0 has no escapes. */
export function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  const pieces = text.split("'").map((piece) => `'${piece}'`);
  return `concat(${pieces.join(`,"'",`)})`;
}
