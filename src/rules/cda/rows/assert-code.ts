import type { CantTell } from '../../../core/index.js';
import { attributeOf, type CdaDocument, isElement, type XmlNode } from '../../../formats/cda/index.js';
import type { CdaValueSet, CodeIn } from '../../../packs/index.js';
import { describeTable, labelOf, membershipOf, sameLabel, systemsOf } from '../code-membership.js';

export type CodeAnswer = { readonly found: string; readonly expected: string } | CantTell | undefined;

/** Judges one coded node against a table; undefined when all is well. */
export function assertCode(
  document: CdaDocument,
  node: XmlNode,
  { table, by, attribute }: CodeIn,
  sets: Readonly<Record<string, CdaValueSet>>,
): CodeAnswer {
  const set = Object.hasOwn(sets, table) ? sets[table] : undefined;
  if (!set) return noTable(table);
  if (!isElement(node)) return undefined;
  const code = attributeOf(node, 'code') ?? '';
  if (by === 'label') return labelAnswer(set, code, attributeOf(node, 'displayName') ?? '');
  if (by === 'system') return systemAnswer(set, code, attributeOf(node, 'codeSystem') ?? '');
  const found =
    by === 'text'
      ? document.text('normalize-space(.)', node)
      : by === 'attribute'
        ? (attributeOf(node, attribute ?? '') ?? '')
        : code;
  // An empty code with a reason of absence is no wrong code.
  if (found === '' && attributeOf(node, 'nullFlavor') !== undefined) return undefined;
  const system = by === 'code+system' ? (attributeOf(node, 'codeSystem') ?? '') : undefined;
  const answer = found === '' ? 'out' : membershipOf(set, found, system);
  if (answer === 'in') return undefined;
  if (answer === 'unknown') return notListed(set);
  const shown = system !== undefined && membershipOf(set, found) !== 'out' ? `${found} (${system})` : found;
  return { found: shown, expected: describeTable(set) };
}

function systemAnswer(set: CdaValueSet, code: string, system: string): CodeAnswer {
  const systems = systemsOf(set, code);
  if (systems.length === 0 || systems.includes(system)) return undefined;
  return { found: system, expected: systems.join(', ') };
}

function labelAnswer(set: CdaValueSet, code: string, label: string): CodeAnswer {
  const expected = labelOf(set, code);
  return expected === undefined || sameLabel(expected, label) ? undefined : { found: label, expected };
}

function noTable(table: string): CantTell {
  return {
    cantTell: {
      fr: `Le jeu de valeurs ${table} n’est pas disponible dans ce pack`,
      en: `The value set ${table} is not available in this pack`,
    },
  };
}

function notListed({ id, oid, size, date }: CdaValueSet): CantTell {
  return {
    cantTell: {
      fr: `Un code ne figure pas parmi ceux que ce pack connaît du jeu de valeurs ${id} (${oid}, ${date}, ${size} codes) ; fournissez la table complète (--cda-kit) pour conclure`,
      en: `A code is not among those this pack knows of the value set ${id} (${oid}, ${date}, ${size} codes); bring the complete table (--cda-kit) to decide`,
    },
  };
}
