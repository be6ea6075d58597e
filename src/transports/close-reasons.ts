import type { Text } from '../core/index.js';

/** Why a connection ended: the `reason` of the wire event `closed`, and the words for it. */
export const CLOSE_REASONS = {
  asked: { fr: 'nous avons terminé', en: 'we had finished' },
  shutdown: { fr: 'notre serveur s’arrête', en: 'our server is stopping' },
  'peer-ended': { fr: 'le pair a fermé', en: 'the peer closed it' },
  'peer-reset': { fr: 'le pair a coupé brutalement', en: 'the peer cut it abruptly' },
  'socket-error': { fr: 'erreur du réseau', en: 'network error' },
  idle: { fr: 'aucun échange pendant le délai permis', en: 'no traffic within the permitted time' },
  'stalled-frame': { fr: 'une trame commencée n’avance plus', en: 'a frame was begun and no longer advances' },
  'oversize-frame': { fr: 'une trame dépasse la taille permise', en: 'a frame exceeds the permitted size' },
  'endless-noise': { fr: 'trop d’octets hors de toute trame', en: 'too many bytes outside any frame' },
  'too-many-violations': {
    fr: 'trop de fautes de trame à la suite',
    en: 'too many framing faults in a row',
  },
  'backlog-full': { fr: 'trop de messages que personne ne lit', en: 'too many messages nobody reads' },
  'peer-speaks-tls': {
    fr: 'le pair parle TLS sur une connexion en clair',
    en: 'the peer speaks TLS on a plaintext connection',
  },
  'oversize-body': { fr: 'un corps HTTP dépasse la taille permise', en: 'an HTTP body exceeds the permitted size' },
  'oversize-head': {
    fr: 'des en-têtes HTTP dépassent la taille permise',
    en: 'HTTP headers exceed the permitted size',
  },
  'not-http': { fr: 'ce que le pair envoie n’est pas du HTTP', en: 'what the peer sends is not HTTP' },
  'compressed-body': {
    fr: 'un corps HTTP est compressé sans que nous l’ayons demandé',
    en: 'an HTTP body is compressed although we did not ask for it',
  },
  'stalled-body': { fr: 'un corps HTTP commencé n’avance plus', en: 'an HTTP body was begun and no longer advances' },
  'too-many-connections': { fr: 'trop de connexions à la fois', en: 'too many connections at once' },
  'tls-handshake': { fr: 'la poignée de main TLS a échoué', en: 'the TLS handshake failed' },
  'refused-by-peer': { fr: 'le pair nous a refusés', en: 'the peer refused us' },
} as const satisfies Record<string, Text>;

export type CloseReason = keyof typeof CLOSE_REASONS;

/** The faults of the peer for which we close; calls then fail with `protocol`, otherwise with `closed`. */
const PEER_FAULTS: ReadonlySet<CloseReason> = new Set([
  'stalled-frame',
  'oversize-frame',
  'endless-noise',
  'too-many-violations',
  'backlog-full',
  'peer-speaks-tls',
  'oversize-body',
  'oversize-head',
  'not-http',
  'compressed-body',
  'stalled-body',
]);

export function isPeerFault(reason: CloseReason): boolean {
  return PEER_FAULTS.has(reason);
}
