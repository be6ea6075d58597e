import { type DateBound, readDateBound } from './date-range.js';
import { type Identifier, identifierKey } from './fhir-parts.js';
import type { Issue } from './outcome.js';
import { REFUSALS } from './refusals.js';

/** A search, understood. */
export interface MeasureQuery {
  readonly code: string | undefined;
  /** Key of the patient. */
  readonly patient: string | undefined;
  readonly bounds: readonly DateBound[];
  readonly lastOnly: boolean;
  readonly withDevices: boolean;
  /** Page index from 0: not a record offset (reference §8.6). */
  readonly page: number;
  readonly count: number;
}

export type QueryReading = { readonly query: MeasureQuery } | { readonly issues: readonly Issue[] };

/** §8.6: default and maximum of `_count`. */
export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 100;

/** Largest page index that still makes sense: memory holds no more. */
const MAX_OFFSET = 1_000_000;

/** Reads a search as the API documents it; every mistake is told. */
export function readStrictQuery(parameters: URLSearchParams, defaultCount = DEFAULT_PAGE): QueryReading {
  const names: (keyof typeof REFUSALS)[] = [];
  const code = parameters.get('code') ?? '';
  if (code === '' || code.includes('|')) names.push('noCode');
  const patient = readPatient(parameters.get('subject.identifier'));
  if (patient === undefined) names.push('noSubjectParameter');
  const { count, page, mistake } = readPage(parameters, defaultCount);
  if (mistake) names.push(mistake);
  const mode = readMode(parameters);
  if ('mistake' in mode) names.push(mode.mistake);
  if (names.length > 0 || 'mistake' in mode) return { issues: names.map((name) => ({ refusal: REFUSALS[name] })) };
  return {
    query: { code, patient: patient ?? '', ...mode, withDevices: includesDevices(parameters), page, count },
  };
}

/** Reads what it can of any FHIR search of measures; what it does not know is left out, as FHIR servers do. */
export function readLenientQuery(parameters: URLSearchParams, defaultCount = DEFAULT_PAGE): QueryReading {
  const code = parameters.get('code')?.split('|').at(-1);
  const subject = ['subject.identifier', 'subject:identifier', 'patient.identifier', 'patient:identifier']
    .map((name) => readPatient(parameters.get(name)))
    .find((one) => one !== undefined);
  const { count, page, mistake } = readPage(parameters, defaultCount);
  if (mistake) return { issues: [{ refusal: REFUSALS[mistake] }] };
  const bounds = parameters.getAll('date').flatMap((text) => readDateBound(text) ?? []);
  const lastOnly = parameters.get('_sort') === '-date' && count === 1;
  return { query: { code, patient: subject, bounds, lastOnly, withDevices: includesDevices(parameters), page, count } };
}

function readPatient(text: string | null): string | undefined {
  const at = text?.lastIndexOf('|') ?? -1;
  if (text === null || at < 1 || at === text.length - 1) return undefined;
  const identifier: Identifier = { system: text.slice(0, at), value: text.slice(at + 1) };
  return identifierKey(identifier);
}

type Page = { readonly count: number; readonly page: number; readonly mistake?: 'badPage' | 'pageTooLarge' };

function readPage(parameters: URLSearchParams, defaultCount: number): Page {
  const count = readWhole(parameters.get('_count'), defaultCount);
  const page = readWhole(parameters.get('_offset'), 0);
  if (count === undefined || page === undefined || count < 1 || page > MAX_OFFSET) {
    return { count: 1, page: 0, mistake: 'badPage' };
  }
  return { count, page, ...(count > LARGEST_PAGE && { mistake: 'pageTooLarge' as const }) };
}

function readWhole(text: string | null, absent: number): number | undefined {
  if (text === null) return absent;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

type Mode = Pick<MeasureQuery, 'bounds' | 'lastOnly'>;

/** §8.6, mode detection: two dates without `_sort`, or `_sort=-date` with `_count=1` without dates. */
function readMode(parameters: URLSearchParams): Mode | { readonly mistake: keyof typeof REFUSALS } {
  const dates = parameters.getAll('date');
  const sort = parameters.get('_sort');
  if (sort !== null) {
    if (sort !== '-date' || parameters.get('_count') !== '1') return { mistake: 'badSort' };
    return dates.length > 0 ? { mistake: 'bothModes' } : { bounds: [], lastOnly: true };
  }
  if (dates.length === 0) return { mistake: 'noMode' };
  const bounds = dates.flatMap((text) => readDateBound(text) ?? []);
  const sides = new Set(bounds.map(({ side }) => side));
  const isPair = dates.length === 2 && sides.has('lower') && sides.has('upper');
  return isPair ? { bounds, lastOnly: false } : { mistake: 'badDates' };
}

/** §8.6: the samples of the API spell it with a dot. */
function includesDevices(parameters: URLSearchParams): boolean {
  return parameters
    .getAll('_include')
    .some((value) => value === 'Observation:device' || value === 'Observation.device');
}
