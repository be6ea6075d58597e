import { type EpreuveError, type ErrorCode, makeError, type Text } from '../core/index.js';
import { CLOSE_REASONS, type CloseReason, isPeerFault } from './close-reasons.js';

/** `127.0.0.1:2575`, `[::1]:2575`: how errors name the other side. */
export function formatAddress(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The code Node, the system or OpenSSL put on an error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const SOCKET_CODES: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries<ErrorCode>({
    ECONNREFUSED: 'refused',
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    EAI_NONAME: 'dns',
    EHOSTUNREACH: 'unreachable',
    EHOSTDOWN: 'unreachable',
    ENETUNREACH: 'unreachable',
    ENETDOWN: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
  }),
);

/** The error of a connection that could not be opened; the original is kept as `cause`. */
export function toConnectError(error: unknown, host: string, port: number, withinMs: number): EpreuveError {
  const code = codeOf(error);
  const address = formatAddress(host, port);
  if (code === 'ETIMEDOUT') return timeoutError('connect', address, withinMs, error);
  if (code === 'ECONNRESET' || code === 'EPIPE') return closedError('peer-reset', address, error);
  const ours = SOCKET_CODES.get(code ?? '') ?? 'connection-failed';
  return makeError(ours, { host, port, address, reason: code ?? 'unknown' }, { cause: error });
}

const LISTEN_CODES: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries<ErrorCode>({
    EADDRINUSE: 'port-in-use',
    EACCES: 'port-forbidden',
    EADDRNOTAVAIL: 'address-not-ours',
    ENOTFOUND: 'address-not-ours',
  }),
);

/** The error of a port that could not be opened for listening. */
export function toListenError(error: unknown, host: string, port: number): EpreuveError {
  const code = codeOf(error);
  const ours = LISTEN_CODES.get(code ?? '') ?? 'listen-failed';
  return makeError(
    ours,
    { host, port, address: formatAddress(host, port), reason: code ?? 'unknown' },
    { cause: error },
  );
}

const WAITS = {
  connect: { fr: 'pas de connexion', en: 'no connection' },
  receive: { fr: 'aucun message reçu', en: 'no message received' },
  answer: { fr: 'aucune réponse', en: 'no answer' },
} as const satisfies Record<string, Text>;

/** `data.phase` says what was waited for. */
export function timeoutError(
  phase: keyof typeof WAITS,
  address: string,
  withinMs: number,
  cause?: unknown,
): EpreuveError {
  const { fr, en } = WAITS[phase];
  return makeError('timeout', { phase, address, withinMs, waitFr: fr, waitEn: en }, causedBy(cause));
}

/** `closed`, or `protocol` when the peer's own fault made us close; `data.reason` is the close reason. */
export function closedError(reason: CloseReason, address: string, cause?: unknown): EpreuveError {
  const { fr, en } = CLOSE_REASONS[reason];
  const code = isPeerFault(reason) ? 'protocol' : 'closed';
  return makeError(code, { reason, address, reasonFr: fr, reasonEn: en }, causedBy(cause));
}

function causedBy(cause: unknown): { cause: unknown } | undefined {
  return cause === undefined ? undefined : { cause };
}
