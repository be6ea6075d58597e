import type { FhirElementDefinition, FhirStructure } from '../../fhir/types.js';
import { expandName } from './expand-name.js';
import type { Prefixes, ProfileSheetFile, SheetElement } from './schema.js';

type ElementType = NonNullable<FhirElementDefinition['type']>[number];

/** The StructureDefinition (a differential) that a sheet writes down; `included` are the rows of its `include`. */
export function structureOfSheet(
  sheet: ProfileSheetFile,
  version: string,
  included: readonly SheetElement[],
  prefixes: Prefixes,
): FhirStructure {
  const rows = [...included, ...(sheet.elements ?? [])];
  return {
    resourceType: 'StructureDefinition',
    url: expandName(sheet.profile, prefixes),
    version,
    name: sheet.name,
    title: sheet.title.fr,
    kind: sheet.type === 'Extension' ? 'complex-type' : 'resource',
    abstract: false,
    type: sheet.type,
    baseDefinition: expandName(sheet.base, prefixes),
    derivation: 'constraint',
    ...(sheet.context && { context: sheet.context.map((expression) => ({ type: 'element' as const, expression })) }),
    differential: { element: rows.map((row) => elementOf(row, sheet.type, prefixes)) },
  };
}

/** `component:SystolicBP.code` under `Observation` → `Observation.component:SystolicBP.code`. */
export function elementIdOf(at: string, type: string): string {
  return at === '.' ? type : `${type}.${at}`;
}

const VALUES = [
  'fixedUri',
  'fixedCode',
  'fixedString',
  'patternUri',
  'patternCode',
  'patternString',
  'patternCoding',
  'patternQuantity',
  'patternCodeableConcept',
] as const;

function elementOf(row: SheetElement, type: string, prefixes: Prefixes): FhirElementDefinition {
  const id = elementIdOf(row.at, type);
  const sliceName = /:([^.:]+)$/.exec(row.at)?.[1];
  const [min, max] = row.card?.split('..') ?? [];
  const element: Record<string, unknown> = {
    id,
    path: id.replace(/:[^.]+/g, ''),
    ...(sliceName !== undefined && { sliceName }),
    ...(row.slices !== undefined && { slicing: slicingOf(row.slices) }),
    ...(min !== undefined && { min: Number(min), max }),
    ...(row.types && { type: row.types.map((each) => typeOf(each, prefixes)) }),
    ...(row.must && { mustSupport: true }),
    ...(row.bind !== undefined && { binding: bindingOf(row.bind, prefixes) }),
    ...(row.constraints && { constraint: row.constraints }),
  };
  for (const key of VALUES) {
    const value = row[key];
    if (value !== undefined) element[key] = key === 'fixedUri' ? expandName(String(value), prefixes) : value;
  }
  // Built from the closed schema of a row: every key is one of ElementDefinition.
  return element as unknown as FhirElementDefinition;
}

function slicingOf(text: string) {
  const [rules = 'open', ...discriminators] = text.split(' ');
  return {
    rules,
    ordered: false,
    discriminator: discriminators.map((each) => {
      const colon = each.indexOf(':');
      return { type: each.slice(0, colon), path: each.slice(colon + 1) };
    }),
  };
}

/** `Reference(A | B)` names targets, any other type with parentheses its own profile. */
function typeOf(text: string, prefixes: Prefixes): ElementType {
  const [, code = text, inside] = /^([A-Za-z]+)\((.+)\)$/.exec(text) ?? [];
  if (inside === undefined) return { code };
  const urls = inside.split('|').map((each) => expandName(each.trim(), prefixes));
  return code === 'Reference' ? { code, targetProfile: urls } : { code, profile: urls };
}

function bindingOf(text: string, prefixes: Prefixes): FhirElementDefinition['binding'] {
  const [strength = '', name = ''] = text.split(' ');
  return { strength: strength as 'required', valueSet: expandName(name, prefixes) };
}
