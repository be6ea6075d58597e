import iconv from 'iconv-lite';
import type { Location } from '../../core/index.js';
import { elementAt } from './element-at.js';
import type { Hl7v2Message } from './message.js';
import { utf8SequenceLength } from './utf8.js';

export const DECODE_PROBLEMS = [
  /** Bytes that stand for no character in the character set of MSH-18. */
  'undecodable-bytes',
  /** Bytes above 0x7F though MSH-18 is empty or names 7-bit ASCII. */
  'non-ascii',
  /** 0x80 to 0x9F in an ISO 8859 set: control characters there, so most likely another character set was used. */
  'control-bytes',
  /** MSH-18 names a character set we cannot read. */
  'unknown-charset',
  /** MSH-18 repeats: more than one character set in one message. */
  'repeated-charset',
] as const;

export interface DecodeProblem {
  readonly code: (typeof DECODE_PROBLEMS)[number];
  /** Path of the element that holds the bytes, of MSH-18 for the last two codes. */
  readonly path: string;
  /** Bytes from the start of the message. */
  readonly offset: number;
  /** Bytes; neighbouring bad bytes of one element make one problem. */
  readonly length: number;
  readonly location: Location;
}

/** Far more than anyone reads, and little memory when a whole message is in another character set. */
const MAX_PROBLEMS = 1000;

/**
 * Where the bytes of a message disagree with its MSH-18: MSH-18 itself first, then code by code in the order of the
 * bytes. At most `limit` problems. With an unknown character set the bytes are not judged.
 */
export function decodeProblems(message: Hl7v2Message, limit = MAX_PROBLEMS): DecodeProblem[] {
  const problems: DecodeProblem[] = [];
  for (const problem of findProblems(message)) {
    if (problems.length >= limit) break;
    problems.push(problem);
  }
  return problems;
}

function* findProblems(message: Hl7v2Message): Generator<DecodeProblem> {
  const { charset } = message;
  const declared = message.msh.field(18);
  const make = problemMaker(message);
  if (declared.repetitions.length > 1) yield make('repeated-charset', declared.offset, declared.length);
  if (!charset.known) yield make('unknown-charset', declared.offset, declared.length);
  else if (charset.encoding === 'utf-8') yield* spans(message, 'undecodable-bytes', utf8SequenceLength);
  else if (charset.encoding === 'ascii') yield* spans(message, 'non-ascii', () => -1);
  else {
    const undefinedBytes = undefinedBytesOf(charset.encoding);
    yield* spans(message, 'undecodable-bytes', (raw, at) => (undefinedBytes[raw.charCodeAt(at)] === 1 ? -1 : 1));
    yield* spans(message, 'control-bytes', (raw, at) => (raw.charCodeAt(at) <= 0x9f ? -1 : 1));
  }
}

/** Bytes of the character at an offset that holds a byte above 0x7F; negative when they are bad. */
type CharacterLength = (raw: string, at: number, end: number) => number;

/** Runs of bad bytes, cut where an element ends. */
function* spans(
  message: Hl7v2Message,
  code: DecodeProblem['code'],
  lengthAt: CharacterLength,
): Generator<DecodeProblem> {
  const { raw } = message;
  const make = problemMaker(message);
  // The byte order mark is an anomaly of its own, not an error of coding.
  let at = raw.startsWith('\xef\xbb\xbf') ? 3 : 0;
  while (at < raw.length) {
    if (raw.charCodeAt(at) < 0x80) {
      at++;
      continue;
    }
    const length = lengthAt(raw, at, raw.length);
    if (length > 0) {
      at += length;
      continue;
    }
    const end = endOfRun(raw, at - length, elementAt(message, at)?.end ?? raw.length, lengthAt);
    yield make(code, at, end - at);
    at = end;
  }
}

function endOfRun(raw: string, from: number, limit: number, lengthAt: CharacterLength): number {
  let at = from;
  while (at < limit && raw.charCodeAt(at) >= 0x80) {
    const length = lengthAt(raw, at, raw.length);
    if (length > 0) break;
    at -= length;
  }
  return at;
}

function problemMaker(message: Hl7v2Message) {
  return (code: DecodeProblem['code'], offset: number, length: number): DecodeProblem => {
    const path = elementAt(message, offset)?.path ?? 'MSH';
    return { code, path, offset, length, location: message.locateSpan(path, offset, length) };
  };
}

const undefinedByteTables = new Map<string, Uint8Array>();

/** 1 for each byte that the encoding gives no character. */
function undefinedBytesOf(encoding: string): Uint8Array {
  let table = undefinedByteTables.get(encoding);
  if (!table) {
    table = Uint8Array.from({ length: 256 }, (_, byte) => Number(iconv.decode(Buffer.of(byte), encoding) === '\ufffd'));
    undefinedByteTables.set(encoding, table);
  }
  return table;
}
