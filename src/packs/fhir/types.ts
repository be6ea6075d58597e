import type { CodeSystem, ElementDefinition, StructureDefinition, ValueSet } from '@medplum/fhirtypes';
import type { FhirSheetRows } from './sheet-rows.js';

/** The parts of R4 definitions that validating takes; whole ones are accepted, trimmed ones are enough. */
export type FhirElementDefinition = ElementDefinition;

type StructureKeys = 'version' | 'title' | 'abstract' | 'context' | 'baseDefinition' | 'derivation' | 'differential';
export interface FhirStructure extends Partial<Pick<StructureDefinition, StructureKeys>> {
  readonly resourceType: 'StructureDefinition';
  readonly url: string;
  readonly name: string;
  /** Resource or data type it describes, e.g. `Observation`. */
  readonly type: string;
  readonly kind: StructureDefinition['kind'];
  readonly snapshot?: { readonly element: readonly FhirElementDefinition[] };
}

export interface FhirValueSet extends Partial<Pick<ValueSet, 'version' | 'name' | 'title' | 'compose' | 'expansion'>> {
  readonly resourceType: 'ValueSet';
  readonly url: string;
}

type CodeSystemKeys = 'version' | 'name' | 'title' | 'concept' | 'content' | 'caseSensitive';
export interface FhirCodeSystem extends Partial<Pick<CodeSystem, CodeSystemKeys>> {
  readonly resourceType: 'CodeSystem';
  readonly url: string;
}

/** A row that says which profile a resource is judged with when it names none, or names an alias. */
export interface FhirChoiceRow {
  /** Id of the row inside its pack. */
  readonly id: string;
  readonly pack: string;
  readonly resourceType: string;
  /** Canonical URL of a profile of the pack. */
  readonly profile: string;
  /** `system|code` of Observation.code (or of the resource's `code` or `type`); any of them will do. */
  readonly codes: readonly string[];
  /** Other canonical URLs that mean this profile (older families, another publisher's spelling). */
  readonly aliases: readonly string[];
}

/**
 * A row that gives some findings of the engine to a rule of its own, which then tells them in its own words: the
 * generic rules leave them alone, so that one mistake gives one finding. The first row that fits decides. Patterns
 * may end with `*`; an absent list fits everything.
 */
export interface FhirClaimRow {
  readonly id: string;
  readonly pack: string;
  /** Rule that tells the finding. */
  readonly rule: string;
  /** Kinds of the engine, without `fhir/`: `cardinality`, `fixed-or-pattern`… */
  readonly kinds?: readonly string[];
  /** Message ids of the generic rule: `tooFew`. */
  readonly messages?: readonly string[];
  /** Ids of element definitions: `Observation.value[x]*`. */
  readonly elements?: readonly string[];
  /** Canonical URLs of the structure that asks for it. */
  readonly profiles?: readonly string[];
  /** Keys of invariants: `vs-2`. */
  readonly constraints?: readonly string[];
}

/** What a FHIR pack holds. Structures are by canonical URL without version, and every one has a snapshot. */
export interface FhirProfileSet {
  readonly fhirVersion: '4.0.1';
  readonly structures: Readonly<Record<string, FhirStructure>>;
  readonly valueSets: Readonly<Record<string, FhirValueSet>>;
  readonly codeSystems: Readonly<Record<string, FhirCodeSystem>>;
  readonly choices: readonly FhirChoiceRow[];
  readonly claims: readonly FhirClaimRow[];
  /** Rows of the profile sheets that a StructureDefinition cannot hold. */
  readonly sheets?: FhirSheetRows;
  /** Profiles whose snapshot could not be made, and the canonical that was missing for it. */
  readonly incomplete: Readonly<Record<string, string>>;
}

/** Where definitions are looked up, by canonical URL (a version after `|` is cut off). */
export interface FhirDefinitions {
  structure(url: string): FhirStructure | undefined;
  valueSet(url: string): FhirValueSet | undefined;
  codeSystem(url: string): FhirCodeSystem | undefined;
}

/** A canonical without its version. */
export function cutVersion(canonical: string): string {
  const bar = canonical.indexOf('|');
  return bar < 0 ? canonical : canonical.slice(0, bar);
}
