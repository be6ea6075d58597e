import { byDate, computeBmis } from './bmi.js';
import type { StoredMeasure } from './measure.js';
import { kindOfCode } from './measure-kinds.js';
import type { MeasureStore } from './measure-store.js';
import type { MeasureQuery } from './search-query.js';

/** The URL that was asked, and where the server is. */
export interface SearchPlace {
  /** `https://host:port/fhir`. */
  readonly base: string;
  readonly parameters: URLSearchParams;
}

/** A Bundle `searchset`, written (reference §8.6): `total` counts the measures, devices come once each after them. */
export function search(store: MeasureStore, query: MeasureQuery, place: SearchPlace): string {
  const found = findMeasures(store, query);
  const from = query.lastOnly ? 0 : query.page * query.count;
  const shown = query.lastOnly ? found.slice(0, 1) : found.slice(from, from + query.count);
  const entries = shown.map(({ id, text }) => entry(`${place.base}/Observation/${id}`, text, 'match'));
  const devices = query.withDevices ? devicesOf(shown, store) : [];
  for (const { id, text } of devices) entries.push(entry(`${place.base}/Device/${id}`, text, 'include'));
  const total = query.lastOnly ? shown.length : found.length;
  const head = { resourceType: 'Bundle', type: 'searchset', total, link: links(query, total, place) };
  const written = JSON.stringify(head).slice(0, -1);
  // Resources go out with the digits they came with, so they are not written again.
  return entries.length > 0 ? `${written},"entry":[${entries.join(',')}]}` : `${written}}`;
}

/** The most recent first. */
function findMeasures(store: MeasureStore, { code, patient, bounds }: MeasureQuery): StoredMeasure[] {
  const all = patient === undefined ? store.measures : store.ofPatient(patient);
  const known = code !== undefined && kindOfCode(code) === 'bmi' ? [...all, ...computeBmis(all)] : all;
  const fitting = known.filter(
    (measure) =>
      (code === undefined || measure.codes.includes(code)) && bounds.every((bound) => bound.fits(measure.range)),
  );
  return byDate(fitting).reverse();
}

function devicesOf(measures: readonly StoredMeasure[], store: MeasureStore) {
  const ids = new Set(measures.flatMap(({ deviceId }) => deviceId ?? []));
  return [...ids].flatMap((id) => store.device(id) ?? []);
}

function entry(fullUrl: string, resource: string, mode: 'match' | 'include'): string {
  return `{"fullUrl":${JSON.stringify(fullUrl)},"resource":${resource},"search":{"mode":"${mode}"}}`;
}

function links({ page, count, lastOnly }: MeasureQuery, total: number, { base, parameters }: SearchPlace) {
  const at = (index: number) => {
    const changed = new URLSearchParams(parameters);
    changed.set('_offset', String(index));
    return `${base}/Observation?${changed}`;
  };
  const query = parameters.toString();
  const self = { relation: 'self', url: `${base}/Observation${query === '' ? '' : `?${query}`}` };
  if (lastOnly) return [self];
  return [
    self,
    ...((page + 1) * count < total ? [{ relation: 'next', url: at(page + 1) }] : []),
    ...(page > 0 ? [{ relation: 'previous', url: at(page - 1) }] : []),
  ];
}
