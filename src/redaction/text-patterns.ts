/** What identities look like in a text, and where words and numbers begin and end. */

export const OID = /^(urn:oid:)?[0-2](\.\d+){3,}$/;
/** As people write it: `2 79 03 51 215 189 89`, with or without its blanks and key. */
const INS_TEXT = String.raw`(?<![\dA-Za-z])[1-8][ \u00a0]?\d{2}[ \u00a0]?\d{2}[ \u00a0]?(?:\d{2}|2[AB])[ \u00a0]?\d{3}[ \u00a0]?\d{3}(?:[ \u00a0]?\d{2})?(?![\dA-Za-z])`;
export const INS_IN_TEXT = new RegExp(INS_TEXT, 'g');
export const MAIL_IN_TEXT = /(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
export const PHONE_IN_TEXT = /(?<![\w.])(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?![\w.])/g;
export const ISO_DATE_IN_TEXT = /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g;
export const FRENCH_DATE_IN_TEXT = /(?<![\d.])(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])\/(?:19|20)\d{2}(?!\d)/g;
export const TIMESTAMP_IN_TEXT =
  /(?<![\d.])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?![\d.])/g;
/** What is hidden or left as one: a date, a word, a number. */
export const HIDDEN = new RegExp(
  String.raw`${INS_TEXT}|\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`,
  'gu',
);
export const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** Lower case, without accents. */
export function plainOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words of standards and of this tool: replaced in a name, never looked for in other texts. */
export const TECHNICAL = new Set([
  ...['patient', 'test', 'epreuve', 'demo', 'observation', 'medecin', 'docteur', 'service', 'hopital', 'clinique'],
  ...['centre', 'france', 'monsieur', 'madame', 'true', 'false', 'null', 'home', 'work', 'official', 'usual', 'maiden'],
  ...['street', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'impasse', 'route', 'saint', 'sainte', 'the', 'des'],
  ...['les', 'rue', 'sur', 'sous', 'par', 'pour', 'avec', 'von', 'van', 'del', 'dos', 'das', 'ben', 'bis', 'ter'],
]);

/** A short value is looked for as a whole: six digits are part of many longer numbers. */
export function standsIn(text: string, value: string): boolean {
  if (value.length >= 8) return text.includes(value);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + value.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
