import type { EvidenceItem, Text } from '../core/index.js';
import { BOXES_OF, type PictureBoxes, readPictureBoxes, writePictureBoxes } from '../core/picture-boxes.js';
import { boxesOfCopy, maskPicture } from './mask-picture.js';
import { PLACEHOLDER_TEXT } from './placeholders.js';
import type { Redactor } from './redact-bytes.js';

export interface Loaded {
  readonly item: EvidenceItem;
  readonly bytes: Uint8Array;
}

/** What stands in the copy in place of an item. */
export interface Copied {
  readonly bytes: Uint8Array;
  readonly outcome: 'redacted' | 'masked' | 'removed';
  readonly reason?: Text;
}

/** The boxes of a picture: text of a page, read by nobody to learn identities. */
export function isOfPicture({ facts }: EvidenceItem): boolean {
  return facts?.[BOXES_OF] !== undefined;
}

/** Pictures of a run with the boxes recorded beside them, and what becomes of both in a copy. */
export class PictureCopies {
  readonly #boxes = new Map<string, PictureBoxes>();
  readonly #masked = new Map<string, Uint8Array>();

  constructor(
    contents: readonly Loaded[],
    private readonly redactor: Redactor,
  ) {
    for (const { item, bytes } of contents) {
      const picture = item.facts?.[BOXES_OF];
      const boxes = picture === undefined ? undefined : readPictureBoxes(bytes);
      if (picture !== undefined && boxes) this.#boxes.set(picture, boxes);
    }
  }

  /** Undefined for what is neither a picture nor its boxes. A picture stands before its boxes in a run. */
  copyOf({ item, bytes }: Loaded): Copied | undefined {
    const of = item.facts?.[BOXES_OF];
    if (of !== undefined) return this.#copyOfBoxes(of);
    if (item.kind !== 'capture' || item.mediaType !== 'image/png') return undefined;
    const masked = maskPicture(bytes, this.#boxes.get(item.id), this.redactor);
    if ('refused' in masked)
      return { bytes: Buffer.from(PLACEHOLDER_TEXT), outcome: 'removed', reason: masked.refused };
    this.#masked.set(item.id, masked.bytes);
    return { bytes: masked.bytes, outcome: 'masked', reason: masked.told };
  }

  #copyOfBoxes(of: string): Copied {
    const [boxes, picture] = [this.#boxes.get(of), this.#masked.get(of)];
    if (boxes && picture) {
      return { bytes: writePictureBoxes(boxesOfCopy(boxes, picture, this.redactor)), outcome: 'redacted' };
    }
    return { bytes: Buffer.from(JSON.stringify(PLACEHOLDER_TEXT)), outcome: 'removed', reason: WITHOUT_PICTURE };
  }
}

const WITHOUT_PICTURE: Text = { fr: 'rectangles d’une image retirée', en: 'boxes of a picture that was removed' };
