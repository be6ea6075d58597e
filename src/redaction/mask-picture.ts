import type { Text } from '../core/index.js';
import type { PictureBoxes } from '../core/picture-boxes.js';
import { decodePng, encodePng, paintBoxes } from '../core/png.js';
import { sha256 } from '../evidence/index.js';
import type { Redactor } from './redact-bytes.js';

/** A picture with black over everything that may name somebody, or why it is not handed over. */
export type MaskedPicture = { readonly bytes: Uint8Array; readonly told: Text } | { readonly refused: Text };

/**
 * Paints the boxes measured when a picture was taken. Refused, and said, unless all of it is sure: the boxes are those of
 * this very picture, the picture can be read, and no identity is left in the text outside of them.
 */
export function maskPicture(bytes: Uint8Array, boxes: PictureBoxes | undefined, redactor: Redactor): MaskedPicture {
  if (!boxes) return { refused: NO_BOXES };
  const raster = boxes.picture.sha256 === sha256(bytes) ? decodePng(bytes) : undefined;
  if (!raster || raster.width !== boxes.picture.width || raster.height !== boxes.picture.height) {
    return { refused: OTHER_PICTURE };
  }
  if (redactor.pseudonyms.isIdentifying(boxes.outside)) return { refused: LEFT_OUTSIDE };
  const count = boxes.boxes.length;
  return {
    bytes: encodePng(paintBoxes(raster, boxes.boxes)),
    told: {
      fr: `image gardée, ${count} rectangle${count > 1 ? 's noircis' : ' noirci'}`,
      en: `picture kept, ${count} rectangle${count === 1 ? '' : 's'} blacked out`,
    },
  };
}

/** The same boxes for the picture of the copy, without the text of the page. */
export function boxesOfCopy(boxes: PictureBoxes, picture: Uint8Array, redactor: Redactor): PictureBoxes {
  const outside = redactor.pseudonyms.freeText(boxes.outside);
  return { ...boxes, picture: { ...boxes.picture, sha256: sha256(picture) }, outside };
}

const NO_BOXES: Text = {
  fr: 'capture : on ne sait pas où sont les données personnelles (--mask ou --personal à la capture)',
  en: 'capture: where personal data stands is not known (--mask or --personal when capturing)',
};
const OTHER_PICTURE: Text = {
  fr: 'capture : ses rectangles sont ceux d’une autre image, ou elle est illisible',
  en: 'capture: its boxes are those of another picture, or it cannot be read',
};
const LEFT_OUTSIDE: Text = {
  fr: 'capture : une identité se lit hors des rectangles (--personal ne la couvre pas)',
  en: 'capture: an identity can be read outside the boxes (--personal does not cover it)',
};
