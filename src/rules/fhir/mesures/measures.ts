import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirMeasureKind, FhirMeasureRow } from '../../../packs/index.js';
import type { FhirContext, FhirResource } from '../context.js';

/** Names of the measures, the same in every family of canonicals. */
export type MeasureName =
  | 'bmi'
  | 'bodyheight'
  | 'bodytemperature'
  | 'bodyweight'
  | 'bp'
  | 'glucose'
  | 'hb1ac'
  | 'headcircumference'
  | 'heartrate'
  | 'oxygensat'
  | 'painseverity'
  | 'resprate'
  | 'stepsbyday'
  | 'waistcircumference';

/** `…/mesures-fr-observation-body-weight` and `…/mes-observation-bodyweight` → `bodyweight`. */
export function measureNameOf(profile: string): string {
  return profile.replace(/^.*observation-/, '').replaceAll('-', '');
}

/** Row of the measure a resource is judged as; undefined when it is none. */
export function measureOf({ element }: FhirResource, { pack, profiles }: FhirContext): FhirMeasureRow | undefined {
  if (element.resourceType !== 'Observation') return undefined;
  const measures = pack.fhir?.sheets?.measures ?? {};
  const url = profiles.judged.find((each) => Object.hasOwn(measures, each));
  return url === undefined ? undefined : measures[url];
}

export function isMeasure(...names: readonly MeasureName[]) {
  return (resource: FhirResource, context: FhirContext): boolean => {
    const measure = measureOf(resource, context);
    if (!measure) return false;
    return names.length === 0 || (names as readonly string[]).includes(measureNameOf(measure.profile));
  };
}

export function isResource(...types: readonly string[]) {
  return ({ element }: FhirResource): boolean => types.includes(element.resourceType ?? '');
}

/** Which of the measures of one profile the code tells (glucose); undefined for the others. */
export function kindOf({ element }: FhirResource, measure: FhirMeasureRow): FhirMeasureKind | undefined {
  const codes = codingsOf(element.child('code')).map(({ code }) => code);
  return measure.kinds?.find((kind) => kind.codes.some((code) => codes.includes(code)));
}

export interface CodingParts {
  readonly element: FhirElement;
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** Codings of a CodeableConcept; absent parts are empty texts. */
export function codingsOf(concept: FhirElement | undefined): CodingParts[] {
  return (concept?.all('coding') ?? []).map((element) => ({
    element,
    system: element.valueOf('system') ?? '',
    code: element.valueOf('code') ?? '',
    display: element.valueOf('display') ?? '',
  }));
}

export interface MeasuredQuantity {
  readonly element: FhirElement;
  readonly value: number;
  /** As written, to count decimals. */
  readonly text: string;
  readonly unit: string;
  readonly code: string;
  /** LOINC code of the component it stands in; empty for the value of the observation. */
  readonly component: string;
}

/** The quantity of the observation and those of its components, those with a readable number only. */
export function quantitiesOf(observation: FhirElement): MeasuredQuantity[] {
  const own = quantityOf(observation, '');
  const parts = observation.all('component').map((component) => {
    const codings = codingsOf(component.child('code'));
    const meant = codings.find(({ system }) => /loinc/i.test(system)) ?? codings[0];
    return quantityOf(component, meant?.code ?? '');
  });
  return [own, ...parts].flatMap((each) => each ?? []);
}

function quantityOf(parent: FhirElement, component: string): MeasuredQuantity | undefined {
  const element = parent.child('valueQuantity');
  const text = element?.valueOf('value');
  if (!element || text === undefined || Number.isNaN(Number(text)) || text.trim() === '') return undefined;
  const unit = element.valueOf('unit') ?? '';
  return { element, value: Number(text), text, unit, code: element.valueOf('code') ?? '', component };
}

/** Extensions of an element whose URL ends with this name. */
export function extensionsOf(element: FhirElement, name: string): FhirElement[] {
  return element.all('extension').filter((each) => (each.valueOf('url') ?? '').endsWith(`/${name}`));
}

/** Day of the measure, `2026-03-02`; undefined when it is not told to the day. */
export function dayOf(observation: FhirElement): string | undefined {
  const text = observation.valueOf('effectiveDateTime') ?? observation.child('effectivePeriod')?.valueOf('start');
  return text !== undefined && text.length >= 10 ? text.slice(0, 10) : undefined;
}

/** Resources of the Bundle a resource stands in, or of the Bundle itself. */
export function resourcesOf(bundle: FhirElement | undefined, type: string): FhirElement[] {
  return (bundle?.all('entry') ?? []).flatMap((entry) => {
    const resource = entry.child('resource');
    return resource?.resourceType === type ? [resource] : [];
  });
}

export const isApi = ({ pack }: Pick<FhirContext, 'pack'>): boolean => pack.parameters.mode === 'api';
