import { defineRule } from '../../../core/index.js';
import type { FhirContext } from '../context.js';
import { type FhirExchange, inRequest, isObservationSearch, parametersOf } from '../exchange.js';
import { api } from './sources.js';

/** Observations of a page at most. */
const MAX_COUNT = 100;

export const fhm822 = defineRule<FhirExchange, FhirContext, 'value'>({
  id: 'FHM-822',
  subject: 'fhir/exchange',
  title: { fr: 'La page demandée est dans les bornes', en: 'The page asked for is within the limits' },
  why: {
    fr: 'L’API sert au plus 100 observations par page et refuse (400) au-delà ; _offset est un numéro de page, à partir de 0.',
    en: 'The API serves at most 100 observations a page and refuses (400) more; _offset is a page number, from 0.',
  },
  repair: {
    fr: 'Demandez _count entre 1 et 100, et _offset à partir de 0.',
    en: 'Ask for _count between 1 and 100, and _offset from 0.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Search')],
  messages: {
    value: {
      fr: 'Paramètre {name} : « {found} », attendu {expected}.',
      en: 'Parameter {name}: "{found}", expected {expected}.',
    },
  },
  appliesTo: isObservationSearch,
  *check(exchange) {
    for (const { name, value } of parametersOf(exchange)) {
      const [low, high, expected] = name === '_count' ? [1, MAX_COUNT, '1…100'] : [0, Number.MAX_SAFE_INTEGER, '0…'];
      if (name !== '_count' && name !== '_offset') continue;
      if (/^\d{1,15}$/.test(value) && Number(value) >= low && Number(value) <= high) continue;
      const found = value.slice(0, 20);
      yield {
        messageId: 'value',
        location: inRequest(exchange, name),
        data: { name, found, expected },
        found,
        expected,
      };
    }
  },
});
