import { INS_OIDS } from '../core/index.js';
import {
  type Charset,
  charsetNamed,
  type Delimiters,
  encodeText,
  escapeText,
  Hl7v2Message,
  isUtf8,
  readText,
  splitDocuments,
} from '../formats/hl7v2/index.js';
import type { Hl7v2Profile } from '../packs/index.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { RedactEmbedded } from './redact-bytes.js';

/** What is done with one component, or with all of them when a letter stands alone. */
type Action =
  | 'keep'
  | 'name'
  | 'identifier'
  | 'address'
  | 'place'
  | 'telecom'
  | 'date'
  | 'birth'
  | 'scrub'
  | 'text'
  | 'ins-authority';

/** Actions by component; `rest` for the components not named. */
interface TypePlan {
  readonly parts?: Readonly<Record<number, Action>>;
  readonly rest: Action;
}

const NAMES = { 2: 'name', 3: 'name', 4: 'name', 5: 'name', 6: 'scrub' } as const;

/** By HL7 data type. A type that is not here hides everything but its separators. */
const TYPES: Readonly<Record<string, TypePlan>> = {
  XPN: {
    parts: { 1: 'name', 2: 'name', 3: 'name', 4: 'name', 5: 'scrub', 6: 'scrub', 12: 'date', 13: 'date' },
    rest: 'keep',
  },
  XCN: { parts: { 1: 'identifier', ...NAMES, 19: 'date', 20: 'date' }, rest: 'keep' },
  CNN: { parts: { 1: 'identifier', ...NAMES }, rest: 'keep' },
  XAD: {
    parts: {
      1: 'address',
      2: 'address',
      3: 'address',
      5: 'place',
      8: 'address',
      9: 'place',
      10: 'place',
      13: 'date',
      14: 'date',
    },
    rest: 'keep',
  },
  SAD: { parts: { 1: 'address', 2: 'address' }, rest: 'address' },
  XTN: { parts: { 2: 'keep', 3: 'keep' }, rest: 'telecom' },
  CX: { parts: { 1: 'identifier', 4: 'ins-authority', 7: 'date', 8: 'date' }, rest: 'keep' },
  EI: { parts: { 1: 'identifier' }, rest: 'keep' },
  EIP: { parts: { 1: 'identifier', 2: 'identifier' }, rest: 'keep' },
  TS: { parts: { 1: 'date' }, rest: 'keep' },
  DTM: { rest: 'date' },
  DT: { rest: 'date' },
  DR: { rest: 'date' },
  DLN: { parts: { 1: 'identifier', 3: 'date' }, rest: 'keep' },
  XON: { parts: { 1: 'scrub', 3: 'scrub', 10: 'scrub' }, rest: 'keep' },
  PL: { parts: { 9: 'scrub' }, rest: 'keep' },
  CE: { parts: { 2: 'scrub', 5: 'scrub' }, rest: 'keep' },
  CWE: { parts: { 2: 'scrub', 5: 'scrub', 9: 'scrub' }, rest: 'keep' },
  CNE: { parts: { 2: 'scrub', 5: 'scrub', 9: 'scrub' }, rest: 'keep' },
  CF: { parts: { 2: 'scrub', 5: 'scrub' }, rest: 'keep' },
  HD: { rest: 'scrub' },
  FT: { rest: 'text' },
  TX: { rest: 'text' },
  ST: { rest: 'scrub' },
  ...Object.fromEntries(
    [
      'ID',
      'IS',
      'NM',
      'SI',
      'PT',
      'VID',
      'MSG',
      'PT',
      'TM',
      'CQ',
      'SN',
      'ELD',
      'ERL',
      'NR',
      'MO',
      'CP',
      'TQ',
      'RI',
    ].map((type) => [type, { rest: 'keep' }]),
  ),
};

/** Fields that are not what their data type says. */
const FIELDS: Readonly<Record<string, Action>> = {
  'PID-4': 'identifier',
  'PID-7': 'birth',
  'PID-19': 'identifier',
  'PID-23': 'address',
  'PD1-13': 'text',
  'PV2-12': 'text',
  'ERR-7': 'text',
  'ERR-8': 'scrub',
  'MSA-3': 'scrub',
  'MSH-8': 'scrub',
  'MSH-10': 'keep',
  'MSA-2': 'keep',
  'NTE-3': 'text',
  'GT1-12': 'identifier',
  'IN1-36': 'identifier',
  'IN1-49': 'identifier',
  'IN2-2': 'identifier',
  'NK1-37': 'identifier',
  'OBX-4': 'keep',
  'OBX-7': 'keep',
};

/**
 * A file of HL7 v2 messages, each value replaced by what its data type calls for: separators, escapes, character set,
 * frames and batches stay. Segments no pack knows and lines without a name are hidden whole. Throws document errors.
 */
export function redactHl7v2(
  bytes: Uint8Array,
  pseudonyms: Pseudonyms,
  profile: Hl7v2Profile,
  embedded: RedactEmbedded,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const part of splitDocuments(bytes)) {
    if (part.kind === 'end') continue;
    const start = part.bytes.byteOffset - bytes.byteOffset;
    parts.push(bytes.subarray(end, start));
    end = start + part.bytes.byteLength;
    if (part.kind === 'message') parts.push(new MessageRedactor(part.bytes, pseudonyms, profile, embedded).bytes());
    else if (part.kind === 'junk')
      parts.push(Buffer.from(pseudonyms.freeText(Buffer.from(part.bytes).toString('latin1')), 'latin1'));
    else parts.push(part.bytes);
  }
  parts.push(bytes.subarray(end));
  return Buffer.concat(parts);
}

class MessageRedactor {
  readonly #message: Hl7v2Message;
  readonly #delimiters: Delimiters;
  readonly #charset: Charset;

  constructor(
    source: Uint8Array,
    private readonly pseudonyms: Pseudonyms,
    private readonly profile: Hl7v2Profile,
    private readonly embedded: RedactEmbedded,
  ) {
    this.#message = new Hl7v2Message(source);
    this.#delimiters = this.#message.delimiters;
    this.#charset = charsetNamed(actualCharset(this.#message.charset, source), source);
  }

  bytes(): Uint8Array {
    const { raw, segments } = this.#message;
    const parts: string[] = [];
    let end = 0;
    for (const segment of segments) {
      parts.push(
        raw.slice(end, segment.offset),
        this.#segment(segment.hasName ? segment.name : '', segment.raw, segment.isHeader),
      );
      end = segment.offset + segment.raw.length;
    }
    parts.push(raw.slice(end));
    return Buffer.from(parts.join(''), 'latin1');
  }

  #segment(name: string, raw: string, isHeader: boolean): string {
    if (name === '') return this.#apply('text', raw);
    const [first = '', ...fields] = raw.split(this.#delimiters.field);
    const row = this.profile.segments[name];
    const redacted = fields.map((field, index) => {
      const position = isHeader ? index + 2 : index + 1;
      if (isHeader && position === 2) return field;
      if (name === 'OBX' && position === 5) return this.#observation(field, fields[1] ?? '');
      const named = FIELDS[`${name}-${position}`];
      if (named) return this.#leaves(field, named);
      const type = row?.fields[position]?.type;
      return type === undefined ? this.#leaves(field, 'text') : this.#typed(field, type, name);
    });
    return [first, ...redacted].join(this.#delimiters.field);
  }

  #typed(field: string, type: string, segment: string): string {
    // Every other text of a header names systems.
    const plan =
      segment === 'MSH' && (type === 'ST' || type === 'EI')
        ? { rest: 'keep' as const }
        : (TYPES[type] ?? { rest: 'text' as const });
    return this.#each(field, this.#delimiters.repetition, (repetition) => {
      const components = repetition.split(this.#delimiters.component);
      const isIns = type === 'CX' && /(^|&)1\.2\.250\.1\.213\.1\.4\.(8|9)(&|$)/.test(components[3] ?? '');
      return components
        .map((component, index) => {
          const action = ('parts' in plan ? plan.parts?.[index + 1] : undefined) ?? plan.rest;
          if (action === 'ins-authority')
            return isIns ? component.replace(/1\.2\.250\.1\.213\.1\.4\.[89](?!\d)/, INS_OIDS.testNir) : component;
          return this.#each(component, this.#delimiters.subcomponent, (leaf) => this.#apply(action, leaf));
        })
        .join(this.#delimiters.component);
    });
  }

  /** OBX-5 is of the type OBX-2 names; a document in it is redacted like a file. */
  #observation(field: string, type: string): string {
    if (type !== 'ED' && type !== 'RP')
      return TYPES[type] ? this.#typed(field, type, 'OBX') : this.#leaves(field, 'text');
    return this.#each(field, this.#delimiters.repetition, (repetition) => {
      const components = repetition.split(this.#delimiters.component);
      if (type === 'RP')
        return [this.#apply('identifier', components[0] ?? ''), ...components.slice(1)].join(
          this.#delimiters.component,
        );
      return components
        .map((component, index) => {
          if (index === 0)
            return this.#each(component, this.#delimiters.subcomponent, (leaf) => this.#apply('scrub', leaf));
          return index === 4 ? this.#document(component, components[3] ?? '') : component;
        })
        .join(this.#delimiters.component);
    });
  }

  #document(raw: string, encoding: string): string {
    if (raw === '' || raw === '""') return raw;
    if (encoding === 'Base64') return this.embedded.base64(raw);
    const content = readText(raw, this.#delimiters, this.#charset);
    return this.#write(this.embedded.text(content));
  }

  #leaves(field: string, action: Action): string {
    const { repetition, component, subcomponent } = this.#delimiters;
    return this.#each(field, repetition, (one) =>
      this.#each(one, component, (part) => this.#each(part, subcomponent, (leaf) => this.#apply(action, leaf))),
    );
  }

  #each(text: string, separator: string, change: (part: string) => string): string {
    return separator === '' ? change(text) : text.split(separator).map(change).join(separator);
  }

  #apply(action: Action, raw: string): string {
    if (action === 'keep' || raw === '' || raw === '""') return raw;
    const before = readText(raw, this.#delimiters, this.#charset);
    const after = this.#replaced(action, before);
    return after === before ? raw : this.#write(after);
  }

  #replaced(action: Action, text: string): string {
    switch (action) {
      case 'name':
        return this.pseudonyms.name(text);
      case 'identifier':
        return this.pseudonyms.identifier(text);
      case 'address':
        return this.pseudonyms.name(text, 'address');
      case 'place':
        return this.pseudonyms.placeCode(text);
      case 'telecom':
        return this.pseudonyms.telecom(text);
      case 'date':
        return this.pseudonyms.timestamp(text);
      case 'birth':
        return this.pseudonyms.birthDate(text);
      case 'scrub':
        return this.pseudonyms.scrub(text);
      default:
        return this.pseudonyms.freeText(text);
    }
  }

  #write(text: string): string {
    return Buffer.from(encodeText(escapeText(text, this.#delimiters), this.#charset)).toString('latin1');
  }
}

/** Bytes that are not what MSH-18 says must stay so: they are read and written as what they are. */
function actualCharset({ name, encoding }: Charset, source: Uint8Array): string {
  if (Buffer.from(source).every((byte) => byte < 0x80)) return name;
  if (encoding === 'utf-8') return isUtf8(source) ? name : '8859/1';
  return isUtf8(source) ? 'UNICODE UTF-8' : name;
}
