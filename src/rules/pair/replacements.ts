import type { CdaIdentifier, CdaRelatedDocument } from '../../formats/cda/index.js';
import { type CdaPair, isFull, type PairHalf } from './context.js';
import { type DocumentFacts, isSame } from './document-facts.js';
import { linksOf } from './links.js';

export interface Replacement {
  readonly half: PairHalf;
  readonly partner: PairHalf;
  readonly link: CdaRelatedDocument;
  /** Identifier of the replaced document. */
  readonly id: CdaIdentifier;
  /** The replaced document, when it is at hand. */
  readonly parent: DocumentFacts | undefined;
}

/** Every RPLC of both halves. */
export function* replacementsOf(pair: CdaPair): Generator<Replacement> {
  if (!isFull(pair)) return;
  const { level1, level3, known } = pair;
  for (const [half, partner] of [
    [level1, level3],
    [level3, level1],
  ] as const) {
    for (const link of linksOf(half, 'RPLC')) {
      const [id] = link.ids;
      if (id) yield { half, partner, link, id, parent: known.find((document) => isSame(document.id, id)) };
    }
  }
}
