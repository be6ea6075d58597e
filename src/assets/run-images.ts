import type { EvidenceSet } from '../core/index.js';
import type { ReportImage } from '../reports/index.js';

/** Bytes of one picture, and of all of them in one report: a page must stay light enough to open and to send. */
const MAX_IMAGE = 4 * 1024 * 1024;
const MAX_TOTAL = 24 * 1024 * 1024;

const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/**
 * Pictures of the captures of a run, by evidence id, for reports that show them; the largest are left out. Those of
 * documents under test (`pictureOf`) are their values, and only there when values are shown.
 */
export function imagesOf(evidence: EvidenceSet, showValues = false): ReadonlyMap<string, ReportImage> {
  const images = new Map<string, ReportImage>();
  let total = 0;
  for (const { id, kind, mediaType, size, facts } of evidence.items) {
    if (facts?.pictureOf !== undefined && !showValues) continue;
    if (kind !== 'capture' || !isPicture(mediaType) || size > MAX_IMAGE || total + size > MAX_TOTAL) continue;
    images.set(id, { mediaType, bytes: evidence.bytes(id) });
    total += size;
  }
  return images;
}

const isPicture = (mediaType: string): mediaType is ReportImage['mediaType'] => TYPES.has(mediaType);
