import { makeError } from '../../core/index.js';
import type { HttpLimits } from './types.js';

/** Safe for a harness open to a network; every one can be changed. */
export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  maxBodyBytes: 16 * 1024 * 1024,
  maxHeaderBytes: 16 * 1024,
  idleTimeoutMs: 60_000,
  bodyTimeoutMs: 30_000,
  answerTimeoutMs: 30_000,
  handshakeTimeoutMs: 10_000,
  connectTimeoutMs: 10_000,
  maxConnections: 256,
};

const LONGEST_MS = 2 ** 31 - 1;
const LARGEST: HttpLimits = {
  maxBodyBytes: 512 * 1024 * 1024,
  maxHeaderBytes: 1024 * 1024,
  idleTimeoutMs: LONGEST_MS,
  bodyTimeoutMs: LONGEST_MS,
  answerTimeoutMs: LONGEST_MS,
  handshakeTimeoutMs: LONGEST_MS,
  connectTimeoutMs: LONGEST_MS,
  maxConnections: 65_535,
};

/** The defaults with the caller's changes. Throws `bad-limit` for one that is not a whole number in its range. */
export function toHttpLimits(changes: Partial<HttpLimits> = {}): HttpLimits {
  const limits = { ...DEFAULT_HTTP_LIMITS, ...changes };
  for (const name of Object.keys(DEFAULT_HTTP_LIMITS) as (keyof HttpLimits)[]) {
    const value = limits[name];
    if (!Number.isInteger(value) || value < 1 || value > LARGEST[name]) {
      throw makeError('bad-limit', { limit: name, value: String(value), lowest: 1, highest: LARGEST[name] });
    }
  }
  return limits;
}
