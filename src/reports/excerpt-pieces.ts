import type { Excerpt } from '../core/index.js';

/** Part of an excerpt and what is shown for it. */
export interface Piece {
  readonly raw: string;
  readonly shown: string;
}

/**
 * Rewrites an excerpt piece by piece and moves its faulty part along. A fault that starts or ends inside a rewritten
 * piece takes the whole piece; an empty one stays empty. `pieces` joined must be the text of the excerpt.
 */
export function rewriteExcerpt(excerpt: Excerpt, pieces: readonly Piece[]): Excerpt {
  const faultEnd = excerpt.start + excerpt.length;
  let text = '';
  let position = 0;
  let start: number | undefined;
  let end: number | undefined;
  for (const piece of pieces) {
    const next = position + piece.raw.length;
    const isKept = piece.raw === piece.shown;
    if (start === undefined && excerpt.start < next) start = text.length + (isKept ? excerpt.start - position : 0);
    if (end === undefined && faultEnd <= next) end = text.length + (isKept ? faultEnd - position : piece.shown.length);
    text += piece.shown;
    position = next;
  }
  start ??= text.length;
  if (excerpt.length === 0) return { text, start, length: 0 };
  return { text, start, length: Math.max(0, (end ?? text.length) - start) };
}

/** Cuts a long excerpt to about `width` characters around the start of its faulty part. */
export function cropExcerpt(excerpt: Excerpt, width: number): Excerpt {
  if (excerpt.text.length <= width) return excerpt;
  const room = Math.max(0, width - Math.min(excerpt.length, width));
  const from = Math.max(0, Math.min(excerpt.start - Math.floor(room / 2), excerpt.text.length - width));
  const to = Math.min(excerpt.text.length, from + width);
  const lead = from > 0 ? '…' : '';
  const tail = to < excerpt.text.length ? '…' : '';
  return {
    text: lead + excerpt.text.slice(from, to) + tail,
    start: excerpt.start - from + lead.length,
    length: Math.min(excerpt.length, to - excerpt.start),
  };
}
