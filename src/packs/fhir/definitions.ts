import {
  cutVersion,
  type FhirCodeSystem,
  type FhirDefinitions,
  type FhirProfileSet,
  type FhirStructure,
  type FhirValueSet,
} from './types.js';

/** Definitions of a pack over those of R4. */
export class LayeredDefinitions implements FhirDefinitions {
  constructor(
    private readonly set: Pick<FhirProfileSet, 'structures' | 'valueSets' | 'codeSystems'>,
    private readonly base: FhirDefinitions,
  ) {}

  structure(url: string): FhirStructure | undefined {
    return own(this.set.structures, url) ?? this.base.structure(url);
  }

  valueSet(url: string): FhirValueSet | undefined {
    return own(this.set.valueSets, url) ?? this.base.valueSet(url);
  }

  codeSystem(url: string): FhirCodeSystem | undefined {
    return own(this.set.codeSystems, url) ?? this.base.codeSystem(url);
  }
}

function own<Definition>(record: Readonly<Record<string, Definition>>, url: string): Definition | undefined {
  const key = cutVersion(url);
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
