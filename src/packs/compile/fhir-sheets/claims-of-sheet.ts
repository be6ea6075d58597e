import type { FhirClaimRow } from '../../fhir/types.js';
import type { ProfileSheetFile, SheetElement } from './schema.js';
import { elementIdOf } from './structure-of-sheet.js';

/** Kinds of the engine that a word of a sheet's `rule` stands for. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  card: ['cardinality', 'slicing'],
  slice: ['slicing'],
  value: ['fixed-or-pattern'],
  type: ['allowed-type'],
  target: ['reference'],
  binding: ['code-in-value-set', 'code-in-extensible-value-set'],
};
const EVERY_KIND = [...new Set(Object.values(KINDS).flat())];
/** What a reference points at; whether it can be found is told by the generic rule. */
const TARGET_MESSAGES = ['wrongType', 'typeDiffers'];

/**
 * Claim rows of a sheet: a breach of a row, or of what lies inside its element, is told by the rule the row names. The
 * deepest row comes first, so that it decides; of two rows on one element, the later one.
 */
export function claimsOf(
  sheet: ProfileSheetFile,
  url: string,
  rows: readonly SheetElement[],
  pack: string,
): FhirClaimRow[] {
  const byElement = new Map<string, string>();
  for (const { at, rule } of rows) if (rule !== undefined) byElement.set(elementIdOf(at, sheet.type), rule);
  const deepestFirst = [...byElement].sort(([left], [right]) => right.length - left.length);
  const name = url.slice(url.lastIndexOf('/') + 1);
  return deepestFirst.flatMap(([element, rule]) =>
    rule.split(' ').map((word, index): FhirClaimRow => {
      const [kind = '', id] = word.split(':');
      const kinds = id === undefined ? EVERY_KIND : (KINDS[kind] ?? []);
      return {
        id: `${name}#${element}${index > 0 ? `#${index}` : ''}`,
        pack,
        rule: id ?? kind,
        kinds,
        ...(kind === 'target' && { messages: TARGET_MESSAGES }),
        elements: [element, `${element}.*`, `${element}:*`],
        profiles: [url],
      };
    }),
  );
}
