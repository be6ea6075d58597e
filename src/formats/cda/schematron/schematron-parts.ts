import type { Schematron, SchematronCheck, SchematronLet, SchematronRule } from './schematron.js';

type Part = SchematronLet | SchematronCheck;

/**
 * A schema as a list of plain values for a cache: what stands around, the parts of all rules once each, then the id of each
 * pattern and its rules, which name their parts by number. The largest schema of ANS has 15 675 parts, 1 026 of them different.
 */
export function toParts({ patterns, ...head }: Schematron): readonly unknown[] {
  const numbers = new Map<string, number>();
  const parts: Part[] = [];
  const numberOf = (part: Part): number => {
    const key = JSON.stringify(part);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, parts.length);
    return parts.push(part) - 1;
  };
  const byPart = new Map<Part, number>();
  const rules = patterns.flatMap(({ id, rules: own }) => [
    { id },
    ...own.map(({ context, body }) => ({
      context,
      body: body.map((part) => {
        const number = byPart.get(part) ?? numberOf(part);
        byPart.set(part, number);
        return number;
      }),
    })),
  ]);
  return [head, parts, ...rules];
}

/** The schema again; undefined when the list is not of that making. */
export function fromParts(list: readonly unknown[] | undefined): Schematron | undefined {
  const [head, parts, ...others] = list ?? [];
  if (!isObject(head) || !('lets' in head) || !Array.isArray(parts)) return undefined;
  const patterns: { id: string; rules: SchematronRule[] }[] = [];
  for (const one of others) {
    if (!isObject(one)) return undefined;
    const { id, context, body } = one;
    if (typeof id === 'string') patterns.push({ id, rules: [] });
    else if (typeof context === 'string' && Array.isArray(body) && body.every((number) => number in parts))
      patterns.at(-1)?.rules.push({ context, body: body.map((number: number) => parts[number] as Part) });
    else return undefined;
  }
  return { ...head, patterns } as unknown as Schematron;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
