import type { CdaRelatedDocument } from '../../formats/cda/index.js';
import type { PairHalf } from './context.js';

export function linksOf({ document }: PairHalf, typeCode: 'XFRM' | 'RPLC'): readonly CdaRelatedDocument[] {
  return document.header.relatedDocuments.filter((related) => related.typeCode === typeCode);
}
