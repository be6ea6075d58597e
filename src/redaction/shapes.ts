import { plainOf } from './text-patterns.js';

const CONSONANTS = 'bcdfglmnprstv';
const VOWELS = 'aeiou';

/** Letters of the same length, drawn from the digest of the word without its case and accents, which are put back. */
export function wordLike(word: string, drawn: Uint8Array): string {
  const letters = Array.from(word.normalize('NFC'));
  const start = drawn[31] ?? 0;
  const isAccented = (letter: string) => letter.normalize('NFD').length > 1 || letter.charCodeAt(0) > 127;
  // The first letter without an accent is never the same: no word stands for itself.
  const changed = letters.findIndex((letter) => !isAccented(letter));
  return letters
    .map((letter, at) => {
      const from = (at + start) % 2 === 0 ? CONSONANTS : VOWELS;
      const plain = from[(drawn[at % 31] ?? 0) % from.length] ?? 'x';
      const own = isAccented(letter) ? 'é' : at === changed && plain === plainOf(letter) ? 'z' : plain;
      return letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? own.toUpperCase() : own;
    })
    .join('');
}

/**
 * Digits for digits and letters for letters, hexadecimal staying so; the first `kept` characters and the first digit stay:
 * they tell the kind of many identifiers. Never the text itself.
 */
export function shapedLike(text: string, drawn: Uint8Array, kept: number): string {
  const letters = /^[\da-f:.-]+$/i.test(text) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
  const shaped = Array.from(text, (character, at) => {
    if (at < kept) return character;
    const byte = (drawn[at % 31] ?? 0) + at;
    if (/\d/.test(character)) return at === 0 ? character : String(byte % 10);
    if (!/[A-Za-z]/.test(character)) return /\p{L}/u.test(character) ? 'e' : character;
    const letter = letters[byte % letters.length] ?? 'a';
    return character === character.toLowerCase() ? letter : letter.toUpperCase();
  }).join('');
  return shaped.toLowerCase() === text.toLowerCase() ? withOtherEnd(shaped) : shaped;
}

function withOtherEnd(text: string): string {
  const last = text.at(-1) ?? '';
  if (/\d/.test(last)) return text.slice(0, -1) + String((Number(last) + 1) % 10);
  return /[A-Za-z]/.test(last) ? text.slice(0, -1) + (/a/i.test(last) ? 'b' : 'a') : text;
}
