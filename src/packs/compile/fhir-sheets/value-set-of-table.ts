import type { FhirTableRow } from '../../fhir/sheet-rows.js';
import type { FhirValueSet } from '../../fhir/types.js';
import { expandName } from './expand-name.js';
import type { CodeTable, Prefixes } from './schema.js';

/** Value set that a code table writes down. */
export function valueSetOfTable(table: CodeTable, prefixes: Prefixes): FhirValueSet {
  const bySystem = new Map<string, { code: string; display?: string }[]>();
  for (const [name, code, display] of table.codes) {
    const system = expandName(name, prefixes);
    const concepts = bySystem.get(system) ?? [];
    concepts.push({ code, ...(display !== '' && { display }) });
    bySystem.set(system, concepts);
  }
  const include = [...bySystem].map(([system, concept]) => ({ system, concept }));
  return {
    resourceType: 'ValueSet',
    url: expandName(table.valueSet, prefixes),
    title: table.title.fr,
    ...(table.date !== undefined && { version: table.date }),
    compose: { include },
  };
}

export function tableRowOf(table: CodeTable, prefixes: Prefixes): FhirTableRow {
  return {
    generation: table.generation,
    ...(table.date !== undefined && { date: table.date }),
    wasRead: table.wasRead ?? true,
    otherGeneration: (table.otherGeneration ?? []).map(([system, code]) => `${expandName(system, prefixes)}|${code}`),
  };
}
