import type { Excerpt, Finding, Location, LocationFormat, MessageData, RunResult } from '../core/index.js';
import { HANDSHAKE_FAILURES } from '../core/index.js';
import { type Piece, rewriteExcerpt } from './excerpt-pieces.js';

/** Stands for any run of letters and digits, whatever its length. */
export const MASK = '•••';

/**
 * Data keys that rules fill with their own words or with places, each with the shape it must have: a document can
 * choose the name of a segment or an event, so a safe key with an unusual value is masked all the same.
 * Every other key holds a value of the document until proven otherwise, and is masked. `expected` is shown because a
 * pack or a rule says it, unless the finding says `expectedIsPersonal`.
 */
const SAFE_DATA: Readonly<Record<string, RegExp>> = {
  path: /^[A-Z][A-Z0-9]{2}(\[\d+\])?(-\d+(\[\d+\])?(\.\d+){0,2})?$/,
  segment: /^[A-Z][A-Z0-9]{2}$/,
  event: /^[A-Z][A-Z0-9]{2}$/,
  structure: /^[A-Z]{3}(_[A-Z][A-Z0-9]{2})?$/,
  table: /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/,
  type: /^[A-Z]{2,3}$/,
  usage: /^(R|RE|C|CE|O|X|B|W)$/,
  expected: /^/,
  ...Object.fromEntries(
    ['line', 'column', 'offset', 'position', 'index', 'count', 'min', 'max', 'limit', 'length', 'size', 'frame'].map(
      (key) => [key, /^(\d{1,9}|\*)$/] as const,
    ),
  ),
};

const PROTOCOL_WORDS = new Set<string>([...HANDSHAKE_FAILURES, 'plaintext', 'tls', 'mutual-tls']);
const PROTOCOL_VERSION = /^(TLSv1(\.[1-3])?|SSLv[23])$/;

/**
 * The same result with every value of the documents under test replaced by marks: `found`, `excerpt` and the data of
 * findings. Kept: structure (separators, segment and element names), rule texts, paths, expected values, and what the
 * contract says holds no personal data (titles, facts, reasons, evidence names). Literals inside an XPath or a
 * FHIRPath are values too, except OIDs and URLs.
 */
export function maskResult(result: RunResult): RunResult {
  return { ...result, findings: result.findings.map(maskFinding) };
}

function maskFinding(finding: Finding): Finding {
  const { data, expected, found, excerpt, location } = finding;
  const isPersonal = finding.expectedIsPersonal === true;
  return {
    ...finding,
    location: maskLocation(location),
    ...(data && { data: maskData(data, finding) }),
    ...(expected !== undefined && { expected: isPersonal ? maskValue(expected) : expected }),
    ...(found !== undefined && { found: isProtocolWord(found, location.format) ? found : maskValue(found) }),
    ...(excerpt && { excerpt: maskExcerpt(excerpt, location.format) }),
  };
}

function maskData(data: MessageData, finding: Finding): MessageData {
  const mask = (key: string, value: string | number): string | number => {
    if (key === 'path' && value === finding.location.path) return maskLocation(finding.location).path;
    return isSafe(key, String(value), finding) ? value : maskValue(String(value));
  };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (value === undefined) return [key, value];
      return [key, typeof value === 'object' ? value.map((each) => String(mask(key, each))) : mask(key, value)];
    }),
  );
}

function isSafe(key: string, value: string, finding: Finding): boolean {
  if (key === 'expected' && finding.expectedIsPersonal) return false;
  if (isProtocolWord(value, finding.location.format)) return true;
  const shape = Object.hasOwn(SAFE_DATA, key) ? SAFE_DATA[key] : undefined;
  return shape?.test(value) ?? false;
}

/** Words of our own about a connection: no document can hold a value there. */
function isProtocolWord(value: string, format: LocationFormat): boolean {
  return format === 'wire' && (PROTOCOL_WORDS.has(value) || PROTOCOL_VERSION.test(value));
}

/** Keeps HL7 separators and the HL7 null `""`; an empty value stays empty. */
export function maskValue(value: string): string {
  return hl7Pieces(value)
    .map((piece) => piece.shown)
    .join('');
}

/** Masks a line of a document; its faulty part moves along. */
export function maskExcerpt(excerpt: Excerpt, format: LocationFormat): Excerpt {
  return rewriteExcerpt(excerpt, piecesOf(excerpt.text, format));
}

function piecesOf(text: string, format: LocationFormat): Piece[] {
  if (format === 'xpath') return xmlPieces(text);
  if (format === 'fhirpath') return jsonPieces(text);
  const name = /^[A-Z][A-Z0-9]{2}(?=[|…])/.exec(text)?.[0] ?? '';
  return [{ raw: name, shown: name }, ...hl7Pieces(text.slice(name.length))];
}

/** `…` is where the judge cut a long line. */
function hl7Pieces(text: string): Piece[] {
  return (text.match(/[|^~\\&…]+|[^|^~\\&…]+/g) ?? []).map((raw) => {
    const isKept = /^[|^~\\&…]/.test(raw) || raw === '""';
    return { raw, shown: isKept ? raw : MASK };
  });
}

/** Keeps tags and attribute names. A line that starts inside a tag is masked up to the next `<`. */
function xmlPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [raw] of text.matchAll(
    /<\/?[A-Za-z_][\w:.-]{0,60}(?:\s+[A-Za-z_][\w:.-]{0,60}="[^"<]*")*\s*\/?>|^\s+|[^<]+|</g,
  )) {
    if (raw.startsWith('<') && raw.endsWith('>')) pieces.push(...tagPieces(raw));
    else pieces.push({ raw, shown: raw.trim() === '' ? raw : MASK });
  }
  return pieces;
}

function tagPieces(tag: string): Piece[] {
  return tag.split(/("[^"]*")/).map((raw) => {
    const isValue = raw.startsWith('"') && raw !== '""';
    return { raw, shown: isValue ? `"${MASK}"` : raw };
  });
}

/** Keeps punctuation and keys written like FHIR element names. */
function jsonPieces(text: string): Piece[] {
  return (text.match(/"(?:[^"\\]|\\.)*"?(?:\s*:)?|[{}[\],\s]+|[^{}[\],\s"]+/g) ?? []).map((raw) => {
    if (/^[{}[\],\s]/.test(raw) || /^"[a-z][A-Za-z]{0,40}"\s*:$/.test(raw)) return { raw, shown: raw };
    return { raw, shown: raw.startsWith('"') ? `"${MASK}"${raw.endsWith(':') ? ':' : ''}` : MASK };
  });
}

function maskLocation(location: Location): Location {
  const path =
    location.format === 'xpath' || location.format === 'fhirpath' ? maskLiterals(location.path) : location.path;
  return { ...location, path, ...(location.within && { within: maskLocation(location.within) }) };
}

function maskLiterals(path: string): string {
  return path.replace(/'[^']*'|"[^"]*"/g, (literal) => {
    const quote = literal.charAt(0);
    const isPublic = /^(\d+(\.\d+)+|https?:\/\/[^?#\s]*|urn:oid:[\d.]+)$/.test(literal.slice(1, -1));
    return isPublic ? literal : quote + MASK + quote;
  });
}
