import type { FhirElement } from '../../../formats/fhir/index.js';

/** OIDs of real identities: NIR and NIA. */
const PRODUCTION: ReadonlySet<string> = new Set(['urn:oid:1.2.250.1.213.1.4.8', 'urn:oid:1.2.250.1.213.1.4.9']);

/** Identifiers of a patient under a production OID of the INS. */
export function productionInsOf(patient: FhirElement): FhirElement[] {
  return patient.all('identifier').filter((each) => PRODUCTION.has(each.valueOf('system') ?? ''));
}
