import type { EvidenceItem, HandshakeFacts } from '../../core/index.js';
import type { Pack } from '../../packs/index.js';

export interface WireContext {
  readonly pack: Pack | undefined;
}

/** Subject `wire/handshake`: what was recorded at the end of a handshake, or of opening a plaintext connection. */
export interface Handshake {
  readonly item: EvidenceItem;
  readonly facts: HandshakeFacts;
}

/** Subject `wire/stream`: what one connection carried, with the framing violations in order. */
export interface WireStream {
  readonly item: EvidenceItem;
  readonly connection: string;
  readonly frames: number;
  readonly violations: readonly { readonly code: string; readonly offset: number; readonly length: number }[];
}
