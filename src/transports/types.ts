import type { HandshakeFacts } from '../core/index.js';

/** TLS material and policy of one side. PEM texts, or a PKCS#12 read by pki beforehand. */
export interface TlsSettings {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
  /** Authorities trusted for the peer, PEM, concatenated or in a list. */
  readonly authorities: readonly string[];
  /** Revocation lists, PEM. Giving one makes one needed for every authority of the chain. */
  readonly revocationLists?: readonly string[];
  /** SHA-256 fingerprints accepted directly (ITI-19 direct comparison), upper-case hex with colons. */
  readonly pinned?: readonly string[];
  /** Name the peer's certificate must carry (SAN DNS or IP). Client side: the host by default; `false` turns it off. */
  readonly peerName?: string | false;
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  /** Client side, for a fault on purpose: no certificate is shown, to see whether the peer refuses. */
  readonly showsNothing?: true;
}

/** The first two are forbidden (RFC 8996): offered only to see whether the peer refuses them. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** Mutual TLS unless the caller says `plaintext` in as many words. */
export type Security = { readonly kind: 'mutual-tls'; readonly tls: TlsSettings } | { readonly kind: 'plaintext' };

export interface Endpoint {
  readonly host: string;
  /** 0 when listening: any free port. */
  readonly port: number;
  readonly security: Security;
}

export interface Peer {
  readonly address: string;
  readonly port: number;
  readonly handshake: HandshakeFacts;
}

export interface MllpLimits {
  /** Bytes of one frame. */
  readonly maxFrameBytes: number;
  /** Milliseconds without a byte inside a frame before the connection is closed (slow or stuck peer). */
  readonly frameTimeoutMs: number;
  /** Milliseconds without any traffic before the connection is closed; 0 is never. */
  readonly idleTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxConnections: number;
}

export type FramingViolation =
  | 'bytes-outside-frame'
  | 'start-inside-frame'
  | 'missing-carriage-return'
  | 'unterminated-frame'
  | 'empty-frame'
  | 'oversize-frame'
  | 'stalled-frame';

/** What the MLLP decoder yields, in the order of the bytes. Offsets count from the start of the connection. */
export type MllpEvent =
  | { readonly kind: 'frame'; readonly payload: Uint8Array; readonly offset: number }
  | {
      readonly kind: 'violation';
      readonly code: FramingViolation;
      readonly offset: number;
      readonly length: number;
      /** The bytes concerned, cut to 4 KiB. */
      readonly bytes: Uint8Array;
    };

/** Everything that happens on a wire, told to observers in order; recording is one observer. */
export type WireEvent = { readonly connection: string; readonly at: Date } & (
  | { readonly kind: 'opened'; readonly peer: { readonly address: string; readonly port: number } }
  | { readonly kind: 'handshake'; readonly facts: HandshakeFacts }
  | { readonly kind: 'frame-sent'; readonly payload: Uint8Array }
  | { readonly kind: 'frame-received'; readonly payload: Uint8Array; readonly offset: number }
  | { readonly kind: 'bytes-sent'; readonly bytes: Uint8Array; readonly note: string }
  | {
      readonly kind: 'violation';
      readonly code: FramingViolation;
      readonly offset: number;
      readonly length: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'closed'; readonly by: 'us' | 'peer' | 'error'; readonly reason?: string }
);

export type WireObserver = (event: WireEvent) => void;

/** One open MLLP connection, either side. */
export interface MllpChannel {
  readonly id: string;
  readonly peer: Peer;
  /** Frames and sends; resolves when the bytes are handed to the system (back-pressure honoured). */
  send(payload: Uint8Array): Promise<void>;
  /** Sends bytes as they are, for faults on purpose; `note` is recorded. */
  sendRaw(bytes: Uint8Array, note: string): Promise<void>;
  /** The next frame. Throws a transport error: `timeout`, `closed`. */
  receive(options: { readonly withinMs: number }): Promise<Uint8Array>;
  /** Sends and waits for the frame for which `isAnswer` is true (correlation by control id); others are kept for receive(). */
  request(
    payload: Uint8Array,
    options: { readonly withinMs: number; readonly isAnswer: (payload: Uint8Array) => boolean },
  ): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface MllpListener {
  readonly host: string;
  readonly port: number;
  /** Stops accepting, lets open connections finish within `graceMs`, then cuts them. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
}
