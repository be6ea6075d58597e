import { randomBytes } from 'node:crypto';

/** 16 random bytes in hexadecimal, the first bit cleared and never zero, as RFC 5280 §4.1.2.2 asks of a serial number. */
export function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex').toUpperCase();
}
