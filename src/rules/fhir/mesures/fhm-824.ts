import { defineRule } from '../../../core/index.js';
import type { FhirContext } from '../context.js';
import { answerProblem, type FhirExchange, isFeed } from '../exchange.js';
import { api } from './sources.js';

export const fhm824 = defineRule<FhirExchange, FhirContext, 'notAResponse' | 'count' | 'status' | 'location'>({
  id: 'FHM-824',
  subject: 'fhir/exchange',
  title: { fr: 'La réponse à un lot répond à chaque entrée', en: 'The answer to a bundle answers each entry' },
  why: {
    fr: 'L’émetteur lit dans la réponse, entrée par entrée, ce qui a été créé et sous quelle adresse.',
    en: 'The sender reads in the answer, entry by entry, what was created and under which address.',
  },
  repair: {
    fr: 'Renvoyez un Bundle transaction-response, une entrée par demande, avec status (200 ou 201) et location.',
    en: 'Return a transaction-response Bundle, one entry per request, with status (200 or 201) and location.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Feed: response')],
  messages: {
    notAResponse: {
      fr: '{path} : la réponse est « {found} », attendu un Bundle {expected}.',
      en: '{path}: the answer is "{found}", expected a Bundle {expected}.',
    },
    count: {
      fr: '{path} : {found} réponse(s) pour {expected} demande(s).',
      en: '{path}: {found} answer(s) to {expected} request(s).',
    },
    status: {
      fr: '{path} : statut « {found} », attendu {expected}.',
      en: '{path}: status "{found}", expected {expected}.',
    },
    location: {
      fr: '{path} : adresse « {found} », attendu {expected}.',
      en: '{path}: location "{found}", expected {expected}.',
    },
  },
  appliesTo: (exchange) => isFeed(exchange) && exchange.response?.status === 200,
  *check(exchange) {
    const root = exchange.response?.document?.root;
    if (root?.resourceType !== 'Bundle' || root.valueOf('type') !== 'transaction-response') {
      const found = root?.valueOf('type') ?? root?.resourceType ?? '—';
      yield answerProblem('notAResponse', exchange, root, { found, expected: 'transaction-response' });
      return;
    }
    const sent = exchange.request.document?.root.all('entry') ?? [];
    const answers = root.all('entry');
    if (answers.length !== sent.length) {
      yield answerProblem('count', exchange, root, { found: String(answers.length), expected: String(sent.length) });
      return;
    }
    for (const [index, answer] of answers.entries()) {
      const response = answer.child('response');
      const status = response?.valueOf('status') ?? '';
      const place = response?.child('status') ?? response ?? answer;
      if (!/^20[01]\b/.test(status))
        yield answerProblem('status', exchange, place, { found: status, expected: '200, 201' });
      const location = response?.child('location');
      const expected = `${sent[index]?.child('resource')?.resourceType ?? ''}/`;
      if (location?.text !== undefined && !location.text.includes(expected)) {
        yield answerProblem('location', exchange, location, { found: location.text.slice(0, 60), expected });
      }
    }
  },
});
