import type { Hl7v2Context } from '../context.js';
import { findWord } from '../pack-values.js';

/** Version of the French profile as MSH-12.3 writes it: pack parameter `frenchVersion`, else PAM FR 2.11. */
export function frenchVersionOf(context: Hl7v2Context): string {
  return findWord(context, 'frenchVersion') ?? '2.11';
}

/** `2.11.1`, `2.11.2`… : a minor version, which messages never carry (PAM §6.5, note). */
export function isMinorVersion(version: string, frenchVersion: string): boolean {
  return version.length > frenchVersion.length + 1 && version.startsWith(`${frenchVersion}.`);
}
