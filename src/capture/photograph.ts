import type { Locator, Page } from 'playwright-core';
import { makeError } from '../core/index.js';
import { decodePng, type PixelBox } from '../core/png.js';
import { BOX_COLOUR, measureBoxes } from './boxes.js';
import { COVERED, MARK_BACKGROUNDS, OUTSIDE_TEXT, UNREADABLE_SELECTOR } from './page-script.js';

/** What to photograph of a page that shows. */
export interface Framing {
  /** For errors: the address without what may identify somebody. */
  readonly shownAs: string;
  readonly selector?: string;
  readonly fullPage?: boolean;
  readonly masks?: readonly string[];
  readonly personal?: readonly string[];
}

/** Where personal data stands on the picture; see PictureBoxes of the evidence. */
export interface MeasuredBoxes {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PixelBox[];
  readonly outside: string;
}

export interface Photograph {
  readonly bytes: Uint8Array;
  /** Absent: nothing was declared personal or masked, or the page would not keep still. */
  readonly boxes?: MeasuredBoxes;
}

/** A page of a hundred screens is a mistake, or wants to fill the memory. */
const MAX_PICTURE_BYTES = 50 * 1024 * 1024;
const MAX_OUTSIDE = 500_000;
/** A page that moves is photographed once more. */
const ATTEMPTS = 2;
const MASK_COLOUR = '#000000';

/**
 * Takes the picture, and when elements are masked or declared personal, measures where they stand on it. Throws
 * `page-without` for a selector that finds nothing, and `file-too-large`.
 */
export async function photograph(page: Page, framing: Framing): Promise<Photograph> {
  const masks = await findAll(page, framing.masks, framing);
  const personal = await findAll(page, framing.personal, framing);
  if (masks.length + personal.length === 0) return { bytes: await shoot(page, framing, [], MASK_COLOUR) };
  await page.evaluate(MARK_BACKGROUNDS);
  const covered = [...masks, ...personal, page.locator(UNREADABLE_SELECTOR)];
  let bytes: Uint8Array = new Uint8Array();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    bytes = await shoot(page, framing, masks, MASK_COLOUR);
    const boxes = measureBoxes(bytes, await shoot(page, framing, covered, BOX_COLOUR));
    if (!boxes) continue;
    const outside = await textOutside(page, covered);
    const size = decodePng(bytes);
    if (!size || outside === undefined) break;
    return { bytes, boxes: { width: size.width, height: size.height, boxes, outside } };
  }
  return { bytes };
}

async function findAll(page: Page, selectors: readonly string[] = [], { shownAs }: Framing): Promise<Locator[]> {
  const found = selectors.map((selector) => page.locator(selector));
  for (const [index, locator] of found.entries()) {
    const selector = selectors[index] ?? '';
    if ((await locator.count()) === 0) throw makeError('page-without', { url: shownAs, selector });
  }
  return found;
}

async function shoot(page: Page, framing: Framing, mask: Locator[], maskColor: string): Promise<Uint8Array> {
  const options = { type: 'png', animations: 'disabled', caret: 'hide', mask, maskColor } as const;
  const bytes =
    framing.selector === undefined
      ? await page.screenshot({ ...options, fullPage: framing.fullPage === true })
      : await page.locator(framing.selector).first().screenshot(options);
  if (bytes.byteLength > MAX_PICTURE_BYTES) {
    throw makeError('file-too-large', { file: framing.shownAs, limit: MAX_PICTURE_BYTES });
  }
  return bytes;
}

/** Undefined: more text than a page holds. */
async function textOutside(page: Page, covered: readonly Locator[]): Promise<string | undefined> {
  for (const locator of covered) {
    await locator.evaluateAll((elements, name) => {
      for (const element of elements) element.setAttribute(name, '');
    }, COVERED);
  }
  const text: unknown = await page.evaluate(OUTSIDE_TEXT);
  return typeof text === 'string' && text.length <= MAX_OUTSIDE ? text : undefined;
}
