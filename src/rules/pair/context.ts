import type { EvidenceItem } from '../../core/index.js';
import type { CdaDocument } from '../../formats/cda/index.js';
import type { Pack } from '../../packs/index.js';
import type { DocumentFacts } from './document-facts.js';

export const PAIR_MODES = ['xfrm', 'no-xfrm'] as const;
/** `xfrm`: the link is required; `no-xfrm`: a link, when there is one, must be right (design §8). */
export type PairMode = (typeof PAIR_MODES)[number];

export interface PairContext {
  readonly pack: Pack;
  readonly mode: PairMode;
  /** The level 3 is the only document given, as a file, and nothing says how it is sent: what is sent cannot be judged. */
  readonly isOneDocument: boolean;
}

export interface PairHalf {
  readonly document: CdaDocument;
  readonly item: EvidenceItem;
}

/** How the two halves were brought together. */
export type PairOrigin = 'given' | 'link' | 'traits' | 'message' | 'alone';

/** Subject `cda/pair`: a level 3 and the level 1 it goes with, or a level 3 whose level 1 is not in reach. */
export interface CdaPair {
  readonly level1?: PairHalf;
  readonly level3: PairHalf;
  readonly foundBy: PairOrigin;
  /** Every other document at hand: replaced versions are looked up among them. */
  readonly known: readonly DocumentFacts[];
}

/** A pair with both halves. */
export interface FullPair extends CdaPair {
  readonly level1: PairHalf;
}

export function isFull(pair: CdaPair): pair is FullPair {
  return pair.level1 !== undefined;
}
