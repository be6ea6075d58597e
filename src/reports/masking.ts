import type { Excerpt, Finding, JudgedItem, Location, LocationFormat, MessageData, RunResult } from '../core/index.js';
import { HANDSHAKE_FAILURES } from '../core/index.js';
import { type Piece, rewriteExcerpt } from './excerpt-pieces.js';
import { maskOutside } from './outside/mask-outside.js';
import { isTechnical, isTechnicalAttribute } from './technical-values.js';

/** Stands for any run of letters and digits, whatever its length. */
export const MASK = '•••';

/** Filled by a pack or a rule, whatever the text: a document never chooses these. */
const ANYTHING = /^/;
const COUNT = /^(\d{1,9}|\*)$/;
const EVENT = /^[A-Z][A-Z0-9]{2}$/;
const HL7_PATH = /^[A-Z][A-Z0-9]{2}([([]\d+[)\]])?(-\d+(\[\d+\])?(\.\d+){0,2})?$/;

/** Types of FHIR that findings name. */
const FHIR_TYPES = [
  ...['Observation', 'Device', 'Patient', 'Bundle', 'Meta', 'Narrative', 'Extension', 'Identifier', 'Reference'],
  ...['CodeableConcept', 'Coding', 'Quantity', 'Period', 'Range', 'HumanName', 'Address', 'ContactPoint', 'Annotation'],
  ...['BackboneElement', 'Element', 'boolean', 'integer', 'decimal', 'string', 'code', 'id', 'uri', 'url', 'canonical'],
  ...['date', 'dateTime', 'instant', 'time', 'markdown', 'base64Binary', 'positiveInt', 'unsignedInt', 'oid', 'uuid'],
];

/**
 * Data keys shown as they are, each with the shape its value must have: a document can choose the name of a segment or
 * an event, so a safe key with an unusual value is masked all the same. Every other key holds a value of the document
 * until proven otherwise, and is masked. A rule author who wants a text of the pack or a number shown uses one of
 * these keys, and no other meaning for them; a test runs every example of every rule through here.
 */
const SAFE_DATA: Readonly<Record<string, RegExp>> = {
  // Words of the pack: what is expected, the codes or segments it knows, the name of the row.
  expected: ANYTHING,
  known: ANYTHING,
  grammar: ANYTHING,
  name: ANYTHING,
  nameFr: ANYTHING,
  nameEn: ANYTHING,
  conditionFr: ANYTHING,
  conditionEn: ANYTHING,
  option: ANYTHING,
  declared: ANYTHING,
  successor: ANYTHING,
  // Places.
  path: HL7_PATH,
  after: HL7_PATH,
  carrier: HL7_PATH,
  segment: EVENT,
  // Codes of HL7 itself.
  event: EVENT,
  original: EVENT,
  structure: /^[A-Z]{3}(_[A-Z]\d{2})?(-[A-Z0-9]{2,6})?$/,
  action: /^(INSERT|UPDATE|CANCEL)$/,
  table: /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/,
  type: new RegExp(`^(?:[A-Z]{2,3}|${FHIR_TYPES.join('|')})$`),
  key: /^[a-z]{2,8}(?:-[a-z]{2,8})?-\d{1,2}$/,
  usage: /^(R|RE|C|CE|O|X|B|W)$/,
  code: /^[AC][AER]$/,
  codes: /^\d{3}(, \d{3})*$/,
  oid: /^[0-2](\.\d+){4,}$/,
  charset: /^(ASCII|8859\/\d{1,2}|UNICODE( UTF-\d{1,2})?|ISO IR\d{1,3})$/,
  // Numbers.
  line: COUNT,
  column: COUNT,
  offset: COUNT,
  position: COUNT,
  index: COUNT,
  first: COUNT,
  count: COUNT,
  min: COUNT,
  max: COUNT,
  limit: COUNT,
  length: COUNT,
  size: COUNT,
  frame: COUNT,
};

const PROTOCOL_WORDS = new Set<string>([
  ...HANDSHAKE_FAILURES,
  ...['plaintext', 'tls', 'mutual-tls', 'client', 'server', 'closed', 'timeout', 'unreadable'],
  ...['bytes-outside-frame', 'start-inside-frame', 'missing-carriage-return', 'unterminated-frame'],
  ...['empty-frame', 'oversize-frame', 'stalled-frame'],
]);
const PROTOCOL_VERSION = /^(TLSv1(\.[1-3])?|SSLv[23])$/;
/** Days between which a certificate is valid. */
const DAYS = /^\d{4}-\d\d-\d\d( – \d{4}-\d\d-\d\d)?$/;

/**
 * The same result with the values of the documents under test replaced by marks: `found`, `excerpt` and the data of
 * findings. Kept: structure (separators, segment and element names), rule texts, paths, expected values, codes of the
 * exchange (see technical-values.ts), what the facts of the evidence say already, and what the contract says holds no
 * personal data (titles, facts, reasons, evidence names). Literals inside an XPath or a FHIRPath are values too,
 * except OIDs and URLs.
 */
export function maskResult(result: RunResult): RunResult {
  const facts = new Map(result.evidence.map((item) => [item.id, new Set(Object.values(item.facts ?? {}))]));
  const { outsideReports } = result;
  return {
    ...result,
    items: result.items.map(maskView),
    findings: result.findings.map((finding) => maskFinding(finding, facts.get(finding.evidenceId))),
    ...(outsideReports && {
      outsideReports: outsideReports.map((report) => maskOutside(report, MASK, maskLiterals)),
    }),
  };
}

/** What a document looks like is its values: only sizes, counts and digests stay. */
function maskView(item: JudgedItem): JudgedItem {
  const { view } = item;
  if (!view) return item;
  const files = view.files.map(({ text: _text, pictureId: _pictureId, ...file }) => file);
  return { ...item, view: { files, sections: [], sectionCount: view.sectionCount, isMasked: true } };
}

/** Facts of a connection that the report shows anyway. */
type KnownFacts = ReadonlySet<string> | undefined;

function maskFinding(finding: Finding, facts: KnownFacts): Finding {
  const { data, expected, found, excerpt, location } = finding;
  const isPersonal = finding.expectedIsPersonal === true;
  return {
    ...finding,
    location: maskLocation(location),
    ...(data && { data: maskData(data, finding, facts) }),
    ...(expected !== undefined && { expected: isPersonal ? maskValue(expected) : expected }),
    ...(found !== undefined && { found: isCode(found, location, facts) ? found : maskValue(found) }),
    ...(excerpt && { excerpt: maskFindingExcerpt(excerpt, location) }),
  };
}

function maskData(data: MessageData, finding: Finding, facts: KnownFacts): MessageData {
  const mask = (key: string, value: string | number): string | number => {
    if (key === 'path' && value === finding.location.path) return maskLocation(finding.location).path;
    return isSafe(key, String(value), finding, facts) ? value : maskValue(String(value));
  };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (value === undefined) return [key, value];
      return [key, typeof value === 'object' ? value.map((each) => String(mask(key, each))) : mask(key, value)];
    }),
  );
}

function isSafe(key: string, value: string, finding: Finding, facts: KnownFacts): boolean {
  if (key === 'expected' && finding.expectedIsPersonal) return false;
  // Only what was found stands at the place of the finding; other keys may come from anywhere.
  if (key === 'found' ? isCode(value, finding.location, facts) : isWireWord(value, finding.location, facts))
    return true;
  const shape = Object.hasOwn(SAFE_DATA, key) ? SAFE_DATA[key] : undefined;
  return shape?.test(value) ?? false;
}

function isCode(value: string, location: Location, facts: KnownFacts): boolean {
  return isTechnical(value, location) || isWireWord(value, location, facts);
}

/** Words of our own about a connection, and its recorded facts: no document can hold a value there. */
function isWireWord(value: string, { format }: Location, facts: KnownFacts): boolean {
  if (format !== 'wire') return false;
  return PROTOCOL_WORDS.has(value) || PROTOCOL_VERSION.test(value) || DAYS.test(value) || facts?.has(value) === true;
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

/** A fault that is a code of the exchange stays readable inside its masked line. */
function maskFindingExcerpt(excerpt: Excerpt, location: Location): Excerpt {
  const { text, start, length } = excerpt;
  const [before, fault, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (length === 0 || !isTechnical(fault, location)) return maskExcerpt(excerpt, location.format);
  const kept = { raw: fault, shown: fault };
  return rewriteExcerpt(excerpt, [...piecesOf(before, location.format), kept, ...hl7Pieces(after)]);
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
  const parts = tag.split(/("[^"]*")/);
  return parts.map((raw, index) => {
    const isValue = raw.startsWith('"') && raw !== '""';
    const name = /([\w:.-]+)=$/.exec(parts[index - 1] ?? '')?.[1] ?? '';
    return { raw, shown: isValue && !isTechnicalAttribute(name, raw.slice(1, -1)) ? `"${MASK}"` : raw };
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
