/** RPPS, SIRET and others end with this key. */
export function isLuhn(text: string): boolean {
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
export function toLuhn(text: string, wanted: boolean): string {
  for (let last = 0; last < 10; last += 1) {
    const changed = text.slice(0, -1) + String(last);
    if (isLuhn(changed) === wanted) return changed;
  }
  return text;
}
