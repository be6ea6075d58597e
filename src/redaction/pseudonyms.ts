import { createHmac } from 'node:crypto';
import { INS_PATTERN, insKeyOf } from '../core/index.js';
import { isLuhn, toLuhn } from './check-digit.js';
import { shiftIsoDate, shiftTimestamp } from './dates.js';
import { shapedLike, wordLike } from './shapes.js';
import {
  FRENCH_DATE_IN_TEXT,
  HIDDEN,
  INS_IN_TEXT,
  ISO_DATE_IN_TEXT,
  MAIL_IN_TEXT,
  OID,
  PHONE_IN_TEXT,
  plainOf,
  standsIn,
  TECHNICAL,
  TIMESTAMP_IN_TEXT,
  WORD,
} from './text-patterns.js';

/** Kinds of values that were replaced, for the report: it never holds a value. */
export type ReplacedKind =
  | 'name'
  | 'identifier'
  | 'ins'
  | 'date'
  | 'address'
  | 'telecom'
  | 'text'
  | 'embedded-document'
  | 'secret';

/**
 * Replaces what names a person by something else of the same shape: the same value always becomes the same one, whatever
 * its case, its accents and the format it stands in. Nothing can be turned back without the key, which is not kept.
 */
export class Pseudonyms {
  /** Words of names and addresses, lower case without accents: looked for in free texts as well. */
  readonly #words = new Set<string>();
  /** Those of names alone: none may be left. A city is also that of the hospital, whose name stays. */
  readonly #names = new Set<string>();
  /** Identifiers, numbers, addresses as they were: none may be left in what is handed over. */
  readonly #values = new Set<string>();
  /** Year and month of birth as a matricule holds them, before and after. */
  readonly #births = new Map<string, string>();
  /** `YYYYMMDD`, as they were. */
  readonly #birthDates = new Set<string>();
  /** What was given in place of values: never replaced a second time. */
  readonly #issued = new Set<string>();
  readonly counts: Partial<Record<ReplacedKind, number>> = {};
  /** Whole weeks, one to six years back: intervals and days of the week stay. */
  readonly shiftDays: number;

  constructor(private readonly key: Uint8Array) {
    this.shiftDays = -7 * (52 + (this.#digest('shift', '').readUInt16BE(0) % 260));
  }

  /** A family or given name, a city, a street: word by word, same length, case and accents kept. */
  name(text: string, kind: 'name' | 'address' = 'name'): string {
    if (text.trim() === '') return text;
    this.#count(kind);
    if (kind === 'address' && /\d/.test(text)) this.#remember(text);
    return text
      .replace(WORD, (word) => {
        this.#learn(plainOf(word), kind);
        return this.#word(word);
      })
      .replace(/\d/g, (digit, at: number) =>
        kind === 'address' ? this.#digit(`address${text.length}${at}`, digit) : digit,
      );
  }

  /** An identifier: same length, digits stay digits, letters letters; a matricule INS becomes one of the test range. */
  identifier(text: string): string {
    // An OID names a register or a document of it, and stands as such elsewhere in the same document.
    if (text.trim().length < 3 || OID.test(text)) return text;
    this.#remember(text);
    const compact = text.trim();
    const digits = compact.replace(/\s/g, '');
    if (INS_PATTERN.test(digits) || INS_PATTERN.test(`${digits}00`)) {
      const drawn = this.#ins(digits);
      let at = 0;
      return this.#issue(text.replace(/\S/g, () => drawn[at++] ?? ''));
    }
    this.#count('identifier');
    const drawn = this.#shaped('identifier', text);
    return this.#issue(isLuhn(text) === isLuhn(drawn) ? drawn : toLuhn(drawn, isLuhn(text)));
  }

  /** Telephone number, e-mail or other address. */
  telecom(text: string): string {
    if (text.trim() === '') return text;
    this.#remember(text);
    this.#count('telecom');
    const scheme = /^(tel|mailto|fax|http|https|sip):/i.exec(text)?.[0] ?? '';
    const rest = text.slice(scheme.length);
    if (!rest.includes('@'))
      return scheme + this.#issue(this.#shaped('telecom', rest, /^(\+33|0)/.exec(rest)?.[0].length ?? 0));
    const [local = '', ...domain] = rest.split('@');
    this.#remember(local);
    return `${scheme}${this.#issue(`${this.#shaped('telecom', local)}@${domain.map(() => 'exemple.invalid').join('@')}`)}`;
  }

  /** Code of a place (COG, post code): same shape; a foreign country stays foreign. */
  placeCode(text: string): string {
    if (!/^\d[\dAB]\d{3}$/.test(text)) return this.name(text, 'address');
    this.#count('address');
    if (text.startsWith('99')) return text;
    return `${10 + (this.#digest('place', text).readUInt16BE(0) % 80)}${this.#shaped('place', text.slice(2))}`;
  }

  /** HL7 TS, `YYYY[MM[DD[HH…]]]`. */
  timestamp(text: string): string {
    return this.#shifted(text, shiftTimestamp(text, this.shiftDays));
  }

  /** A birth date, in either form: a matricule INS that began with it begins with what it becomes. */
  birthDate(text: string): string {
    const after = /^\d{4}-/.test(text) ? this.isoDate(text) : this.timestamp(text);
    const [before, become] = [text.replaceAll('-', ''), after.replaceAll('-', '')];
    if (!/^\d{8}/.test(before)) return after;
    this.#birthDates.add(before.slice(0, 8));
    this.#births.set(before.slice(2, 6), become.slice(2, 6));
    return after;
  }

  isoDate(text: string): string {
    return this.#shifted(text, shiftIsoDate(text, this.shiftDays));
  }

  /** Known identities in a text whose other words are ours: titles, displays, facts. */
  scrub(text: string): string {
    const fresh = (replace: (value: string) => string) => (value: string) =>
      this.#issued.has(value) ? value : replace(value);
    return this.#known(text)
      .replace(ISO_DATE_IN_TEXT, (date) => this.#issue(this.isoDate(date)))
      .replace(
        INS_IN_TEXT,
        fresh((ins) => this.identifier(ins)),
      )
      .replace(
        MAIL_IN_TEXT,
        fresh((mail) => this.telecom(mail)),
      )
      .replace(
        PHONE_IN_TEXT,
        fresh((number) => this.telecom(number)),
      )
      .replace(FRENCH_DATE_IN_TEXT, (date) => {
        const [day, month, year] = date.split('/');
        return this.#issue(this.isoDate(`${year}-${month}-${day}`).split('-').reverse().join('/'));
      })
      .replace(
        TIMESTAMP_IN_TEXT,
        fresh((date) => this.timestamp(date)),
      );
  }

  /** A text anybody may have written anything in: known identities as elsewhere, every other letter and digit hidden. */
  freeText(text: string): string {
    if (!/[\p{L}\p{N}]/u.test(text)) return text;
    this.#count('text');
    return this.scrub(text).replace(HIDDEN, (token) => {
      if (this.#issued.has(token) || this.#issued.has(plainOf(token))) return token;
      return token.replace(/\p{M}/gu, '').replace(/[\p{L}\p{N}]/gu, (character) => {
        if (/\p{N}/u.test(character)) return '0';
        return /\p{Lu}/u.test(character) ? 'X' : 'x';
      });
    });
  }

  /** Something that opens a door: tokens, passwords, cookies. */
  secret(): string {
    this.#count('secret');
    return '[redacted]';
  }

  /** After the pass that only learns. */
  forgetCounts(): void {
    for (const kind of Object.keys(this.counts)) delete this.counts[kind as ReplacedKind];
  }

  countEmbedded(): void {
    this.#count('embedded-document');
  }

  /**
   * True when a text that is to be handed over as it stands names somebody: a known identity, however spaced, a known date of
   * birth, or anything with the shape of a matricule, a telephone number or an e-mail.
   */
  isIdentifying(text: string): boolean {
    const compact = text.replace(/[\s.\-/]+/g, '');
    if (this.isLeftIn(text) || this.isLeftIn(compact)) return true;
    if ([INS_IN_TEXT, MAIL_IN_TEXT, PHONE_IN_TEXT].some((shape) => text.search(shape) >= 0)) return true;
    const dates = [
      ...[...text.matchAll(ISO_DATE_IN_TEXT)].map(([date]) => date.replaceAll('-', '')),
      ...[...text.matchAll(FRENCH_DATE_IN_TEXT)].map(([date]) => date.split('/').reverse().join('')),
      ...[...text.matchAll(TIMESTAMP_IN_TEXT)].map(([date]) => date.slice(0, 8)),
    ];
    return dates.some((date) => this.#birthDates.has(date));
  }

  /** True when an original value is still there. */
  isLeftIn(text: string): boolean {
    const plain = plainOf(text);
    for (const value of this.#values) if (standsIn(plain, value)) return true;
    for (const [word] of plain.matchAll(/\p{L}+/gu)) if (word.length >= 4 && this.#names.has(word)) return true;
    return false;
  }

  #learn(word: string, kind: 'name' | 'address'): void {
    if (word.length < 3 || TECHNICAL.has(word)) return;
    this.#words.add(word);
    if (kind === 'name') this.#names.add(word);
  }

  #known(text: string): string {
    const withoutValues = this.#replaceValues(text);
    return withoutValues.replace(WORD, (word) => (this.#words.has(plainOf(word)) ? this.#word(word) : word));
  }

  #replaceValues(text: string): string {
    return text.replace(/[\p{L}\p{N}][\p{L}\p{N}._@+-]{3,}/gu, (token) => {
      if (!this.#values.has(plainOf(token))) return token;
      return token.includes('@') ? this.telecom(token) : this.identifier(token);
    });
  }

  #issue(pseudonym: string): string {
    this.#issued.add(pseudonym);
    return pseudonym;
  }

  #shifted(before: string, after: string): string {
    if (before !== after) this.#count('date');
    return after;
  }

  #remember(text: string): void {
    const plain = plainOf(text.trim());
    if (plain.length >= 6) this.#values.add(plain);
  }

  #ins(text: string): string {
    this.#count('ins');
    const drawn = this.#digest('ins', text.slice(0, 13));
    const [sex = '1'] = text;
    const pad = (value: number, length: number) => String(value).padStart(length, '0');
    const body = [
      sex,
      this.#birthOf(text.slice(1, 5)),
      pad(1 + (drawn.readUInt16BE(4) % 95), 2).replace('20', '21'),
      pad(1 + (drawn.readUInt16BE(6) % 990), 3),
      pad(1 + (drawn.readUInt16BE(8) % 999), 3),
    ].join('');
    if (text.length < 15) return body;
    const key = insKeyOf(body);
    // A wrong key stays wrong: the verdict must not change.
    return body + (insKeyOf(text) === text.slice(13) ? key : pad((Number(key) % 97) + 1, 2));
  }

  /** Months above 12 stand for an unknown one. */
  #birthOf(yearMonth: string): string {
    const month = Number(yearMonth.slice(2));
    if (month < 1 || month > 12) {
      const year = Number(yearMonth.slice(0, 2)) + Math.trunc(this.shiftDays / 365) + 100;
      return String(year % 100).padStart(2, '0') + yearMonth.slice(2);
    }
    return this.#births.get(yearMonth) ?? shiftTimestamp(`19${yearMonth}`, this.shiftDays).slice(2);
  }

  #word(word: string): string {
    const drawn = wordLike(word, this.#digest('word', plainOf(word)));
    this.#issued.add(plainOf(drawn));
    return drawn;
  }

  #shaped(kind: string, text: string, kept = 0): string {
    return shapedLike(text, this.#digest(kind, plainOf(text)), kept);
  }

  #digit(kind: string, digit: string): string {
    return String(((this.#digest(kind, digit)[0] ?? 0) % 9) + 1);
  }

  #digest(kind: string, value: string): Buffer {
    return createHmac('sha256', this.key).update(`${kind}\0${value}`).digest();
  }

  #count(kind: ReplacedKind): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }
}
