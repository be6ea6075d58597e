import type { Finding, Text } from '../core/index.js';
import type { Hl7v2Message } from '../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../packs/index.js';

/** `PID-3[2].4.2`, `ZBE(2)-9`, `MSH`: segment, field, component. */
const PATH = /^([A-Z][A-Z0-9]{2})(?:[([]\d+[)\]])?(?:-(\d+)(?:\[\d+\])?(?:\.(\d+))?)?/;

/**
 * What the elements around findings are called: the segment a finding points into with all its fields, and the
 * components of the field it points at. Names travel in the result so that a report explains a line with nothing else.
 */
export class ElementNames {
  readonly #names = new Map<string, Text>();
  readonly #seen = new Set<string>();

  collect(findings: readonly Finding[], profile: Hl7v2Profile): void {
    for (const { location, excerpt } of findings) {
      const match = location.format === 'hl7v2' ? PATH.exec(location.path) : null;
      if (!match) continue;
      const [, segment = '', field = ''] = match;
      this.#addSegment(segment, profile);
      // What is missing is quoted in the segment before it.
      if (excerpt) this.#addSegment(excerpt.text.slice(0, 3), profile);
      if (field !== '') this.#addField(segment, Number(field), profile);
    }
  }

  /** Names of the segments of a message and of the fields they fill: for the page that shows it whole. */
  collectFilled({ segments, delimiters }: Hl7v2Message, profile: Hl7v2Profile): void {
    for (const { name, raw, isHeader } of segments) {
      const row = Object.hasOwn(profile.segments, name) ? profile.segments[name] : undefined;
      if (!row) continue;
      this.#names.set(name, row.name);
      for (const [index, value] of raw.split(delimiters.field).entries()) {
        const field = value === '' ? undefined : row.fields[index + (isHeader ? 1 : 0)];
        if (field) this.#names.set(`${name}-${field.position}`, field.name);
      }
    }
  }

  #addSegment(name: string, { segments }: Hl7v2Profile): void {
    const row = this.#isNew(name) ? segments[name] : undefined;
    if (!row) return;
    this.#names.set(name, row.name);
    for (const field of row.fields) if (field) this.#names.set(`${name}-${field.position}`, field.name);
  }

  #addField(segment: string, position: number, { segments, dataTypes }: Hl7v2Profile): void {
    const path = `${segment}-${position}`;
    const type = this.#isNew(path) ? segments[segment]?.fields[position]?.type : undefined;
    for (const component of (type !== undefined && dataTypes[type]?.components) || []) {
      if (component) this.#names.set(`${path}.${component.position}`, component.name);
    }
  }

  #isNew(key: string): boolean {
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }

  /** Sorted by code unit, so that the result does not depend on the order of findings. Undefined when there is none. */
  toRecord(): Readonly<Record<string, Text>> | undefined {
    if (this.#names.size === 0) return undefined;
    return Object.fromEntries([...this.#names].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}
