import { isEpreuveError, type Text } from '../../core/index.js';
import { decodeRaw } from './escape.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

/** One thing that the other parser reads otherwise. Holds values of the document: mask them like findings. */
export interface Disagreement {
  readonly kind: /** It refuses the message; `theirs` is its reason. */
    | 'refused'
    /** It has another number of segments; `ours` and `theirs` are the numbers. */
    | 'segment-count'
    /** Another segment stands at that place. */
    | 'segment-name'
    /** It reads another value, escapes untouched, trailing separators left out. */
    | 'value';
  /** HL7 path of the field or segment; `MSH` for the whole message. */
  readonly path: string;
  readonly ours: string;
  readonly theirs: string;
}

export type SecondOpinion =
  | { readonly available: false; readonly reason: Text }
  | { readonly available: true; readonly library: string; readonly disagreements: readonly Disagreement[] };

/** The part of the package `hl7v2` that is used. */
export interface OtherParser {
  readonly HL7Message: { parse(text: string): OtherMessage };
}

interface OtherMessage {
  readonly segments: readonly OtherSegment[];
}

interface OtherSegment {
  readonly segmentType: string;
  readonly fields: readonly unknown[];
  field(position: number): { toHL7String(): string };
}

/** It keeps about a hundred times the bytes of a message in memory, and more than one message is seldom doubted. */
const MAX_BYTES = 1024 * 1024;
const MAX_DISAGREEMENTS = 1000;
const LIBRARY = 'hl7v2';

/**
 * Reads a message with the optional package `hl7v2` (1.9.0) and lists where it disagrees with our reading. It is given
 * the decoded text, since it reads every ISO 8859 set as UTF-8. A disagreement is not an error of the message: that
 * package is known to rewrite values (`20260101120000` becomes `202601011200`). Throws nothing but a Defect.
 */
export async function secondOpinion(
  message: Hl7v2Message,
  load: () => Promise<OtherParser> = loadOtherParser,
): Promise<SecondOpinion> {
  if (message.bytes.byteLength > MAX_BYTES) return unavailable(TOO_LARGE);
  let parser: OtherParser;
  try {
    parser = await load();
  } catch {
    return unavailable(NOT_INSTALLED);
  }
  return { available: true, library: LIBRARY, disagreements: compare(message, parser) };
}

const NOT_INSTALLED: Text = {
  fr: `Second avis impossible : le paquet facultatif « ${LIBRARY} » n’est pas installé ou ne se charge pas. Installez-le avec « npm install ${LIBRARY} », ou relancez sans --second-opinion.`,
  en: `No second opinion: the optional package "${LIBRARY}" is not installed or does not load. Install it with "npm install ${LIBRARY}", or run again without --second-opinion.`,
};

const TOO_LARGE: Text = {
  fr: `Second avis impossible : le message dépasse ${MAX_BYTES} octets.`,
  en: `No second opinion: the message is larger than ${MAX_BYTES} bytes.`,
};

function unavailable(reason: Text): SecondOpinion {
  return { available: false, reason };
}

/** Loading it takes seconds and more than 100 MB: only when asked for. */
async function loadOtherParser(): Promise<OtherParser> {
  return (await import('hl7v2')) as unknown as OtherParser;
}

function compare(message: Hl7v2Message, parser: OtherParser): Disagreement[] {
  const disagreements: Disagreement[] = [];
  try {
    const other = parser.HL7Message.parse(decodeRaw(message.raw, message.charset));
    for (const disagreement of compareSegments(message, other)) {
      disagreements.push(disagreement);
      if (disagreements.length >= MAX_DISAGREEMENTS) break;
    }
  } catch (error) {
    if (isEpreuveError(error)) throw error;
    const theirs = error instanceof Error ? error.message : String(error);
    disagreements.push({ kind: 'refused', path: 'MSH', ours: '', theirs });
  }
  return disagreements;
}

function* compareSegments(message: Hl7v2Message, other: OtherMessage): Generator<Disagreement> {
  const [ours, theirs] = [message.segments, other.segments];
  if (ours.length !== theirs.length) {
    yield { kind: 'segment-count', path: 'MSH', ours: String(ours.length), theirs: String(theirs.length) };
  }
  for (const [index, segment] of ours.entries()) {
    const their = theirs[index];
    if (!their) return;
    if (their.segmentType === segment.name) yield* compareFields(segment, their);
    else yield { kind: 'segment-name', path: segment.path, ours: segment.name, theirs: their.segmentType };
  }
}

function* compareFields(segment: Segment, other: OtherSegment): Generator<Disagreement> {
  const last = Math.max(segment.fieldCount, other.fields.length);
  // MSH-1 and MSH-2 were needed to read the rest.
  for (let position = segment.isHeader ? 3 : 1; position <= last; position++) {
    const field = segment.field(position);
    const ours = withoutTrailing(decodeRaw(field.raw, segment.message.charset), segment);
    const theirs = withoutTrailing(other.field(position).toHL7String(), segment);
    if (ours !== theirs) yield { kind: 'value', path: field.path, ours, theirs };
  }
}

/** Separators at the end of a part say nothing; some keep them, some do not. */
function withoutTrailing(text: string, segment: Segment): string {
  const { component, repetition, subcomponent } = segment.message.delimiters;
  const levels = [repetition, component, subcomponent].filter((separator) => separator !== '');
  return trimLevels(text, levels);
}

function trimLevels(text: string, [separator, ...deeper]: readonly string[]): string {
  if (separator === undefined) return text;
  const parts = text.split(separator).map((part) => trimLevels(part, deeper));
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1).join(separator);
}
