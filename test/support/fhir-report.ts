import { readFhir } from '../../src/formats/fhir/index.js';
import {
  addDefinitions,
  EMPTY_PROFILE_SET,
  type FhirDefinition,
  loadFhirBase,
  loadPack,
  type Pack,
} from '../../src/packs/index.js';
import { chooseProfiles } from '../../src/rules/fhir/choose-profiles.js';
import type { FhirReport } from '../../src/rules/fhir/engine/problem.js';
import { reportOf } from '../../src/rules/fhir/report.js';

export type Check = (resource: unknown, profiles?: readonly string[]) => FhirReport;

/** Judges resources with base R4 and some more definitions; profiles given replace those the resource declares. */
export async function checker(definitions: readonly FhirDefinition[] = []): Promise<Check> {
  const loaded = await loadPack('fhir-r4');
  const fhir = addDefinitions(loaded.fhir ?? EMPTY_PROFILE_SET, definitions, await loadFhirBase());
  const pack: Pack = { ...loaded, fhir };
  return (resource, profiles) => {
    const text = typeof resource === 'string' ? resource : JSON.stringify(resource);
    const document = readFhir(Buffer.from(text));
    const subject = { document, element: document.root, bundle: undefined };
    const choice = chooseProfiles(subject, pack);
    return reportOf(subject, { pack, profiles: profiles ? { ...choice, judged: profiles } : choice });
  };
}

/** `kind message path`, without dom-6, which every resource without a narrative breaks. */
export function told({ problems }: FhirReport): string[] {
  return problems
    .filter(({ constraintId }) => constraintId !== 'dom-6')
    .map(({ kind, messageId, element, missing }) => {
      const path = missing === undefined ? element.path : `${element.path}.${missing}`;
      return `${kind} ${messageId} ${path}`;
    });
}
