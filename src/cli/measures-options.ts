import {
  DEFAULT_TOKENS,
  type MeasureProgress,
  type MeasuresClientOptions,
  makeError,
  type RunResult,
  readFhirUrl,
} from '../index.js';
import type { Session } from './io.js';
import { optionalText, readNumber, texts } from './options.js';
import { readSecurity, withPeerName } from './security-options.js';
import { tellHandshake } from './tell.js';
import { requireIdentity } from './test-pki.js';

/**
 * What `measures push` and `pull` need of a server; `option` names the one that holds its URL.
 * Throws `bad-option`, `bad-url`, `identity-needed`.
 */
export async function readMeasuresClient(
  options: Record<string, unknown>,
  session: Session,
  command: string,
  option: 'to' | 'from',
): Promise<MeasuresClientOptions> {
  const baseUrl = optionalText(options, option);
  if (baseUrl === undefined)
    throw makeError('bad-option', { option: `--${option}`, reason: 'https://host:port/fhir', command });
  const timeoutMs = readNumber(options, 'timeout', command, [1, 3600]) * 1000;
  const attempts = readNumber(options, 'attempts', command, [1, 20]);
  const security = withPeerName(requireIdentity(await readSecurity(options, session, command)), options);
  readFhirUrl(baseUrl, security);
  const accessToken = optionalText(options, 'token') ?? session.io.environment.EPREUVE_TOKEN;
  const idToken = optionalText(options, 'idToken') ?? session.io.environment.EPREUVE_ID_TOKEN;
  const header = optionalText(options, 'idTokenHeader') ?? DEFAULT_TOKENS.idTokenHeader;
  return {
    baseUrl,
    security,
    headers: readHeaders(options, command),
    limits: { answerTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
    retry: { attempts },
    onRetry: ({ status, attempt, delayMs }) => tellRetry(status, attempt, delayMs, session),
    observers: [(event) => event.kind === 'handshake' && tellHandshake(event.facts, session)],
    ...(accessToken !== undefined && { accessToken }),
    ...(idToken !== undefined && { idToken: { header, token: idToken } }),
  };
}

/** `--header 'name: value'`, as often as wanted. Throws `bad-option`. */
function readHeaders(options: Record<string, unknown>, command: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const text of texts(options, 'header')) {
    const [, name, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*([\x20-\x7e]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      throw makeError('bad-option', { option: '--header', reason: 'name: value', command });
    }
    headers[name] = value;
  }
  return headers;
}

function tellRetry(status: number, attempt: number, delayMs: number, session: Session): void {
  const seconds = (delayMs / 1000).toFixed(1);
  session.say({
    fr: `  HTTP ${status} à l’essai ${attempt} : nouvel essai dans ${seconds.replace('.', ',')} s`,
    en: `  HTTP ${status} at attempt ${attempt}: trying again in ${seconds} s`,
  });
}

/** Which rules the exchanges were held to, when the server is not the measures API. */
export function tellServer({ items }: RunResult, session: Session): void {
  if (!items.some(({ facts }) => facts['FHIR server'] === 'general')) return;
  session.say({
    fr: '\nServeur FHIR général, d’après son CapabilityStatement : les règles d’échange de l’API de Mon espace santé (FHM-82x) sont sans objet. --pack mes-api les impose.',
    en: '\nGeneral FHIR server, by its CapabilityStatement: the exchange rules of the Mon espace santé API (FHM-82x) do not apply. --pack mes-api imposes them.',
  });
}

/** One call, in one line; a refusal with its reasons. */
export function tellMeasure({ title, outcome, reason }: MeasureProgress, session: Session): void {
  const { language } = session;
  session.say(`${outcome === 'passed' ? '✓' : '✗'} ${title[language]} → ${reason[language]}`);
}
