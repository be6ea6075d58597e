/**
 * Length in bytes of the UTF-8 sequence that starts at `at` in a string of one character per byte: positive when it is
 * well formed, negative when not. A negative length covers the bytes a decoder replaces by one U+FFFD ("maximal
 * subpart", Unicode §3.9), so that columns counted here agree with the decoded text.
 */
export function utf8SequenceLength(raw: string, at: number, end: number): number {
  const lead = raw.charCodeAt(at);
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (at + 1 >= end || !isSecondByte(lead, raw.charCodeAt(at + 1))) return -1;
  for (let length = 2; length < wanted; length++) {
    if (at + length >= end || (raw.charCodeAt(at + length) & 0xc0) !== 0x80) return -length;
  }
  return wanted;
}

/** Narrower after four leads: no overlong forms, no surrogates, nothing above U+10FFFF. */
function isSecondByte(lead: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}
