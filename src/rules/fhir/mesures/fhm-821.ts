import { defineRule } from '../../../core/index.js';
import type { FhirContext } from '../context.js';
import { type FhirExchange, inRequest, isObservationSearch, parametersOf } from '../exchange.js';
import { api } from './sources.js';

/** Codes that the API lists, bare. */
const CODES: ReadonlySet<string> = new Set(
  '29463-7 8302-2 8280-0 8310-5 2345-7 MED-969 4548-4 MED-972 85354-9 39156-5 72514-3 8867-4 41950-7 8287-5'.split(' '),
);
const LOWER = /^(?:ge|gt)\d{4}/;
const UPPER = /^(?:le|lt)\d{4}/;

export const fhm821 = defineRule<FhirExchange, FhirContext, 'missing' | 'value' | 'mode'>({
  id: 'FHM-821',
  subject: 'fhir/exchange',
  title: {
    fr: 'Une recherche a ses paramètres obligatoires et un seul mode',
    en: 'A search has its mandatory parameters and one mode',
  },
  why: {
    fr: 'L’API lit une période entière ou la dernière mesure ; elle refuse (400) un paramètre absent ou un mélange des deux.',
    en: 'The API reads a whole period or the last measure; it refuses (400) an absent parameter or a mix of both.',
  },
  repair: {
    fr: 'Donnez code et subject.identifier (OID|idPE), puis soit deux bornes date, soit _sort=-date et _count=1.',
    en: 'Give code and subject.identifier (OID|idPE), then either two date limits, or _sort=-date and _count=1.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Search')],
  messages: {
    missing: {
      fr: 'Paramètre {name} absent ({expected}).',
      en: 'Parameter {name} absent ({expected}).',
    },
    value: {
      fr: 'Paramètre {name} : valeur refusée (attendu {expected}).',
      en: 'Parameter {name}: value refused (expected {expected}).',
    },
    mode: {
      fr: 'Mode de recherche : {found} ; attendu {expected}.',
      en: 'Search mode: {found}; expected {expected}.',
    },
  },
  appliesTo: isObservationSearch,
  *check(exchange) {
    const parameters = parametersOf(exchange);
    const of = (wanted: string) => parameters.filter(({ name }) => name === wanted).map(({ value }) => value);
    const tell = (messageId: 'missing' | 'value', name: string, expected: string) => ({
      messageId,
      location: inRequest(exchange, name),
      data: { name, expected },
      expected,
    });
    const [code] = of('code');
    if (code === undefined) yield tell('missing', 'code', '29463-7');
    else if (!CODES.has(code)) yield tell('value', 'code', '29463-7');
    const [patient] = of('subject.identifier');
    if (patient === undefined) yield tell('missing', 'subject.identifier', 'OID|idPE');
    else if (!/^[^|]+\|[^|]+$/.test(patient)) yield tell('value', 'subject.identifier', 'OID|idPE');
    const dates = of('date');
    const sort = of('_sort');
    const wantsAll = dates.length > 0;
    const wantsLast = sort.length > 0;
    if (wantsAll === wantsLast) {
      const found = wantsAll ? 'date + _sort' : '—';
      const expected = 'date ×2 | _sort=-date&_count=1';
      yield { messageId: 'mode', location: inRequest(exchange, 'mode'), data: { found, expected }, found, expected };
    } else if (wantsAll && !(dates.some((date) => LOWER.test(date)) && dates.some((date) => UPPER.test(date)))) {
      yield tell('value', 'date', 'ge… , le…');
    } else if (wantsLast && (sort[0] !== '-date' || of('_count')[0] !== '1')) {
      yield tell('value', '_sort', '_sort=-date&_count=1');
    }
  },
});
