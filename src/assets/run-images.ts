import type { EvidenceItem, EvidenceSet } from '../core/index.js';
import { BOXES_OF, type PictureBoxes, readPictureBoxes } from '../core/picture-boxes.js';
import { decodePng, encodePng, paintBoxes } from '../core/png.js';
import type { ReportImage } from '../reports/index.js';

/** Bytes of one picture, and of all of them in one report: a page must stay light enough to open and to send. */
const MAX_IMAGE = 4 * 1024 * 1024;
const MAX_TOTAL = 24 * 1024 * 1024;

const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/**
 * Pictures of the captures of a run, by evidence id, for reports that show them; the largest are left out. Unless values are
 * shown, what was declared personal on a picture is black, and those of documents under test (`pictureOf`), which are their
 * values, are not there.
 */
export function imagesOf(evidence: EvidenceSet, showValues = false): ReadonlyMap<string, ReportImage> {
  const images = new Map<string, ReportImage>();
  const boxes = showValues ? new Map<string, PictureBoxes>() : boxesOf(evidence);
  let total = 0;
  for (const item of evidence.items) {
    const { id, kind, mediaType, size, facts } = item;
    if (facts?.pictureOf !== undefined && !showValues) continue;
    if (kind !== 'capture' || !isPicture(mediaType) || size > MAX_IMAGE || total + size > MAX_TOTAL) continue;
    const own = boxes.get(id);
    const bytes = own ? masked(evidence.bytes(id), own, item) : evidence.bytes(id);
    if (bytes) images.set(id, { mediaType, bytes });
    total += size;
  }
  return images;
}

function boxesOf(evidence: EvidenceSet): Map<string, PictureBoxes> {
  const found = new Map<string, PictureBoxes>();
  for (const { id, facts } of evidence.items) {
    const picture = facts?.[BOXES_OF];
    const boxes = picture === undefined ? undefined : readPictureBoxes(evidence.bytes(id));
    if (picture !== undefined && boxes) found.set(picture, boxes);
  }
  return found;
}

/** Undefined when the boxes are not those of this picture: it is not shown then. */
function masked(bytes: Uint8Array, { picture, boxes }: PictureBoxes, { sha256 }: EvidenceItem): Uint8Array | undefined {
  const raster = picture.sha256 === sha256 ? decodePng(bytes) : undefined;
  return raster && encodePng(paintBoxes(raster, boxes));
}

const isPicture = (mediaType: string): mediaType is ReportImage['mediaType'] => TYPES.has(mediaType);
