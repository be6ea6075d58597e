import { createHmac } from 'node:crypto';
import { INS_PATTERN, insKeyOf } from '../core/index.js';
import { shiftIsoDate, shiftTimestamp } from './dates.js';

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

const CONSONANTS = 'bcdfglmnprstv';
const VOWELS = 'aeiou';
/** Words of standards and of this tool: replaced in a name, never looked for in other texts. */
const TECHNICAL = new Set([
  ...['patient', 'test', 'epreuve', 'demo', 'observation', 'medecin', 'docteur', 'service', 'hopital', 'clinique'],
  ...['centre', 'france', 'monsieur', 'madame', 'true', 'false', 'null', 'home', 'work', 'official', 'usual', 'maiden'],
  ...['street', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'impasse', 'route', 'saint', 'sainte', 'the', 'des'],
  ...['les', 'rue', 'sur', 'sous', 'par', 'pour', 'avec', 'von', 'van', 'del', 'dos', 'das', 'ben', 'bis', 'ter'],
]);
const OID = /^(urn:oid:)?[0-2](\.\d+){3,}$/;
/** As people write it: `2 79 03 51 215 189 89`, with or without its blanks and key. */
const INS_TEXT = String.raw`(?<![\dA-Za-z])[1-8][ \u00a0]?\d{2}[ \u00a0]?\d{2}[ \u00a0]?(?:\d{2}|2[AB])[ \u00a0]?\d{3}[ \u00a0]?\d{3}(?:[ \u00a0]?\d{2})?(?![\dA-Za-z])`;
const INS_IN_TEXT = new RegExp(INS_TEXT, 'g');
const MAIL_IN_TEXT = /(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE_IN_TEXT = /(?<![\w.])(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?![\w.])/g;
const ISO_DATE_IN_TEXT = /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g;
const FRENCH_DATE_IN_TEXT = /(?<![\d.])(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])\/(?:19|20)\d{2}(?!\d)/g;
const TIMESTAMP_IN_TEXT = /(?<![\d.])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?![\d.])/g;
/** What is hidden or left as one: a date, a word, a number. */
const HIDDEN = new RegExp(
  String.raw`${INS_TEXT}|\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`,
  'gu',
);
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * Replaces what names a person by something else of the same shape: the same value always becomes the same one, whatever
 * its case, its accents and the format it stands in. Nothing can be turned back without the key, which is not kept.
 */
export class Pseudonyms {
  /** Words of names and addresses, lower case without accents: looked for in free texts as well. */
  readonly #words = new Set<string>();
  /** Identifiers, numbers, addresses as they were: none may be left in what is handed over. */
  readonly #values = new Set<string>();
  /** Year and month of birth as a matricule holds them, before and after. */
  readonly #births = new Map<string, string>();
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
    return text
      .replace(WORD, (word) => {
        const plain = plainOf(word);
        if (plain.length >= 3 && !TECHNICAL.has(plain)) this.#words.add(plain);
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
    if (/^\d{8}/.test(before)) this.#births.set(before.slice(2, 6), become.slice(2, 6));
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

  /** True when an original value is still there: names as words, values anywhere. */
  isLeftIn(text: string): boolean {
    const plain = plainOf(text);
    for (const value of this.#values) if (plain.includes(value)) return true;
    for (const [word] of plain.matchAll(/\p{L}+/gu)) if (word.length >= 4 && this.#words.has(word)) return true;
    return false;
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
    if (month < 1 || month > 12) return yearMonth;
    return this.#births.get(yearMonth) ?? shiftTimestamp(`19${yearMonth}`, this.shiftDays).slice(2);
  }

  /** Letters of the same length, drawn from the word without its case and accents, which are put back. */
  #word(word: string): string {
    const letters = Array.from(word.normalize('NFC'));
    const drawn = this.#digest('word', plainOf(word));
    const start = drawn[31] ?? 0;
    const drawnWord = letters
      .map((letter, at) => {
        const from = (at + start) % 2 === 0 ? CONSONANTS : VOWELS;
        const plain = from[(drawn[at % 31] ?? 0) % from.length] ?? 'x';
        const isAccented = letter.normalize('NFD').length > 1 || letter.charCodeAt(0) > 127;
        const own = isAccented ? 'é' : at === 0 && plain === plainOf(letter) ? 'z' : plain;
        return letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? own.toUpperCase() : own;
      })
      .join('');
    this.#issued.add(plainOf(drawnWord));
    return drawnWord;
  }

  #shaped(kind: string, text: string, kept = 0): string {
    const drawn = this.#digest(kind, plainOf(text));
    const letters = /^[\da-f:.-]+$/i.test(text) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
    let changed = false;
    const shaped = Array.from(text, (character, at) => {
      if (at < kept) return character;
      const byte = drawn[at % 31] ?? 0;
      if (/\d/.test(character)) {
        // The first digit tells the kind of many identifiers, and leading zeros matter.
        const digit = at === 0 ? character : String((byte + at) % 10);
        changed ||= digit !== character;
        return digit;
      }
      if (!/[A-Za-z]/.test(character)) return /\p{L}/u.test(character) ? 'e' : character;
      const letter = letters[(byte + at) % letters.length] ?? 'a';
      changed ||= letter !== character.toLowerCase();
      return character === character.toLowerCase() ? letter : letter.toUpperCase();
    }).join('');
    if (changed || !/[A-Za-z\d]$/.test(shaped)) return shaped;
    return (
      shaped.slice(0, -1) +
      (/\d$/.test(shaped) ? String((Number(shaped.at(-1)) + 1) % 10) : shaped.endsWith('z') ? 'y' : 'z')
    );
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

/** Lower case, without accents. */
export function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isLuhn(text: string): boolean {
  if (!/^\d{8,}$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text[text.length - 1 - at]);
    const weighted = at % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** Last digit changed so that the key is right, or wrong, as it was. */
function toLuhn(text: string, wanted: boolean): string {
  for (let last = 0; last < 10; last += 1) {
    const changed = text.slice(0, -1) + String(last);
    if (isLuhn(changed) === wanted) return changed;
  }
  return text;
}
