import {
  describeHandshakeFailure,
  describePeerAlert,
  type EpreuveError,
  type HandshakeFacts,
  type HandshakeFailure,
  type Language,
  makeError,
} from '../../core/index.js';

/** `tls-handshake`; `data.failure` is the code, `data.reason` the code of Node or OpenSSL. */
export function tlsHandshakeError(facts: HandshakeFacts, address: string, cause?: unknown): EpreuveError {
  const failure = facts.failure ?? 'other';
  const { remedy } = describeHandshakeFailure(failure);
  const data = {
    failure,
    address,
    reason: facts.cause,
    failureFr: describe(failure, facts.cause, 'fr'),
    failureEn: describe(failure, facts.cause, 'en'),
    remedyFr: remedy.fr,
    remedyEn: remedy.en,
  };
  return makeError('tls-handshake', data, cause === undefined ? undefined : { cause });
}

function describe(failure: HandshakeFailure, cause: string | undefined, language: Language): string {
  const text = describeHandshakeFailure(failure)[language];
  const alert = describePeerAlert(cause)?.[language];
  if (alert !== undefined)
    return language === 'fr' ? `${text} ; il dit : « ${alert} »` : `${text}; it says: "${alert}"`;
  return cause === undefined ? text : `${text} (${cause})`;
}

const BY_PEER: ReadonlySet<HandshakeFailure> = new Set(['refused-by-peer', 'closed']);

/** Who ended a connection whose handshake failed. */
export function closedBy(failure: HandshakeFailure | undefined): 'us' | 'peer' {
  return failure !== undefined && BY_PEER.has(failure) ? 'peer' : 'us';
}
