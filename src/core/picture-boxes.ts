import type { PixelBox } from './png.js';

/** Fact of the item that tells the boxes of a picture: id of the picture. */
export const BOXES_OF = 'boxesOf';
export const BOXES_MEDIA_TYPE = 'application/json';

/**
 * Where personal data stands on a picture, measured on the picture itself when it was taken: what was blacked out, what was
 * declared personal, and what nobody can read in it (images, frames). Kept beside the picture, so that a copy to share can
 * keep the picture with these boxes painted over.
 */
export interface PictureBoxes {
  readonly format: 'epreuve-picture-boxes/1';
  readonly picture: { readonly sha256: string; readonly width: number; readonly height: number };
  readonly boxes: readonly PixelBox[];
  /** Text of the page outside the boxes: a copy that would leave a known identity in it does without the picture. */
  readonly outside: string;
}

export function writePictureBoxes(boxes: PictureBoxes): Uint8Array {
  return Buffer.from(`${JSON.stringify(boxes)}\n`);
}

/** Undefined when it is anything else: nothing is guessed of where personal data stands. */
export function readPictureBoxes(bytes: Uint8Array): PictureBoxes | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isPictureBoxes(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPictureBoxes(value: unknown): value is PictureBoxes {
  const { format, picture, boxes, outside } = (value ?? {}) as Partial<PictureBoxes>;
  return (
    format === 'epreuve-picture-boxes/1' &&
    typeof picture?.sha256 === 'string' &&
    isSize(picture.width) &&
    isSize(picture.height) &&
    typeof outside === 'string' &&
    Array.isArray(boxes) &&
    boxes.every(isBox)
  );
}

function isBox(value: unknown): value is PixelBox {
  const { x, y, width, height } = (value ?? {}) as Partial<PixelBox>;
  return isPlace(x) && isPlace(y) && isSize(width) && isSize(height);
}

const isPlace = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSize = (value: unknown) => isPlace(value) && Number(value) > 0;
