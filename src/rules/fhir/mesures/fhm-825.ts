import { defineRule } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirContext } from '../context.js';
import { answerProblem, type FhirExchange, isFeed, isObservationSearch } from '../exchange.js';
import { api } from './sources.js';

const FEED_STATUS: ReadonlySet<number> = new Set([400, 401, 403, 409, 422]);
const SEARCH_STATUS: ReadonlySet<number> = new Set([400, 401, 403, 409]);
/** Too many requests: like a failure above 499, no verdict on what was sent; the client tries again later. */
const TOO_MANY_REQUESTS = 429;
/** Issue codes of the refusals that the API documents. */
const FEED_CODES: ReadonlySet<string> = new Set(['not-supported', 'invalid', 'value', 'incomplete']);
const SEARCH_CODES: ReadonlySet<string> = new Set(['invalid']);

export const fhm825 = defineRule<FhirExchange, FhirContext, 'status' | 'noOutcome' | 'code' | 'severity'>({
  id: 'FHM-825',
  subject: 'fhir/exchange',
  title: { fr: 'Un refus a le statut et le motif documentés', en: 'A refusal has the documented status and reason' },
  why: {
    fr: 'Le client décide d’après le statut et le code du motif s’il corrige, recommence ou abandonne.',
    en: 'The client decides by the status and the code of the reason whether it corrects, tries again or gives up.',
  },
  repair: {
    fr: 'Renvoyez 422 (alimentation) ou 400 (consultation) avec un OperationOutcome dont issue.code est celui de la spécification.',
    en: 'Return 422 (feed) or 400 (search) with an OperationOutcome whose issue.code is that of the specification.',
  },
  severity: 'error',
  trust: 'national',
  spec: [api('Errors')],
  messages: {
    status: {
      fr: '{path} : statut {found}, attendu l’un de {expected}.',
      en: '{path}: status {found}, expected one of {expected}.',
    },
    noOutcome: {
      fr: '{path} : refus sans OperationOutcome ({expected}).',
      en: '{path}: refusal without OperationOutcome ({expected}).',
    },
    code: {
      fr: '{path} : motif « {found} », attendu l’un de {expected}.',
      en: '{path}: reason "{found}", expected one of {expected}.',
    },
    severity: {
      fr: '{path} : gravité « {found} », attendu {expected}.',
      en: '{path}: severity "{found}", expected {expected}.',
    },
  },
  // Above 499 the server failed: no rule of the API tells how.
  appliesTo: (exchange) => {
    const status = exchange.response?.status ?? 0;
    if (!isFeed(exchange) && !isObservationSearch(exchange)) return false;
    return status >= 300 && status < 500 && status !== TOO_MANY_REQUESTS;
  },
  *check(exchange) {
    const status = exchange.response?.status ?? 0;
    const ofFeed = isFeed(exchange);
    const allowed = ofFeed ? FEED_STATUS : SEARCH_STATUS;
    if (!allowed.has(status)) {
      yield answerProblem('status', exchange, undefined, { found: String(status), expected: [...allowed].join(', ') });
      return;
    }
    // 401, 403 and 409 concern tokens and consent: their body is not described.
    if (status !== 422 && (ofFeed || status !== 400)) return;
    const root = exchange.response?.document?.root;
    const issues = outcomesOf(root).flatMap((outcome) => outcome.all('issue'));
    if (issues.length === 0) {
      // Of a 400 without body the text knows one cause: an ID token that is no JWT.
      if (!ofFeed && root === undefined) yield { cantTell: TOKEN_OR_SEARCH };
      else yield answerProblem('noOutcome', exchange, root, { expected: 'OperationOutcome.issue' });
    }
    const codes = ofFeed ? FEED_CODES : SEARCH_CODES;
    for (const issue of issues) {
      const code = issue.child('code');
      if (code && !codes.has(code.text ?? '')) {
        yield answerProblem('code', exchange, code, { found: code.text ?? '', expected: [...codes].join(', ') });
      }
      const severity = issue.child('severity');
      if (severity && severity.text !== 'error' && severity.text !== 'fatal') {
        yield answerProblem('severity', exchange, severity, { found: severity.text ?? '', expected: 'error' });
      }
    }
  },
});

const TOKEN_OR_SEARCH = {
  fr: 'HTTP 400 sans OperationOutcome : conforme si le jeton d’identité est refusé, pas si c’est la recherche',
  en: 'HTTP 400 without OperationOutcome: as documented when the ID token is refused, not when the search is',
};

/** The outcome itself, or those of a transaction-response. */
function outcomesOf(root: FhirElement | undefined): FhirElement[] {
  if (root?.resourceType === 'OperationOutcome') return [root];
  return (root?.all('entry') ?? []).flatMap((entry) => {
    const outcome = entry.child('response')?.child('outcome') ?? entry.child('resource');
    return outcome?.resourceType === 'OperationOutcome' ? [outcome] : [];
  });
}
