import { type EpreuveError, isEpreuveError } from '../../core/index.js';
import type { CloseReason } from '../close-reasons.js';
import { closedError, codeOf, timeoutError } from '../errors.js';
import type { HttpLimits } from './types.js';

/** Errors of undici and of its HTTP parser, by code. */
const REASONS: ReadonlyMap<string, CloseReason> = new Map(
  Object.entries<CloseReason>({
    UND_ERR_RES_EXCEEDED_MAX_SIZE: 'oversize-body',
    UND_ERR_HEADERS_OVERFLOW: 'oversize-head',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not-http',
    UND_ERR_SOCKET: 'peer-ended',
    UND_ERR_DESTROYED: 'asked',
    UND_ERR_CLOSED: 'asked',
    ECONNRESET: 'peer-reset',
    EPIPE: 'peer-reset',
  }),
);

/**
 * The transport error behind what fetch or the dispatcher threw; ours, put there as `cause`, stay as they are. `seen` is what
 * the dispatcher itself was told last: fetch keeps only what it takes for an Error.
 */
export function toHttpError(error: unknown, seen: unknown, address: string, limits: HttpLimits): EpreuveError {
  const found = findError(error, address, limits) ?? findError(seen, address, limits);
  return found ?? closedError('socket-error', address, error);
}

function findError(error: unknown, address: string, limits: HttpLimits): EpreuveError | undefined {
  for (let link: unknown = error, depth = 0; link !== undefined && depth < 5; link = causeOf(link), depth++) {
    if (isEpreuveError(link)) return link;
    const code = codeOf(link) ?? '';
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return timeoutError('answer', address, limits.answerTimeoutMs, error);
    if (code === 'UND_ERR_BODY_TIMEOUT') return timeoutError('answer', address, limits.bodyTimeoutMs, error);
    const reason = isParserError(link) ? 'not-http' : REASONS.get(code);
    if (reason !== undefined) return closedError(reason, address, error);
  }
  return undefined;
}

/** By name, since its class would load undici; not every one of them has a code. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError';
}

function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
}
