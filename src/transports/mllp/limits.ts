import { makeError } from '../../core/index.js';
import type { MllpLimits } from '../types.js';

/** Safe for a harness open to a network; every one can be changed. */
export const DEFAULT_MLLP_LIMITS: MllpLimits = {
  maxFrameBytes: 16 * 1024 * 1024,
  frameTimeoutMs: 30_000,
  idleTimeoutMs: 10 * 60_000,
  handshakeTimeoutMs: 10_000,
  connectTimeoutMs: 10_000,
  maxConnections: 256,
};

const LARGEST: MllpLimits = {
  maxFrameBytes: 1024 * 1024 * 1024,
  frameTimeoutMs: 2 ** 31 - 1,
  idleTimeoutMs: 2 ** 31 - 1,
  handshakeTimeoutMs: 2 ** 31 - 1,
  connectTimeoutMs: 2 ** 31 - 1,
  maxConnections: 65_535,
};

/** The defaults with the caller's changes. Throws `bad-limit` for one that is not a whole number in its range. */
export function toMllpLimits(changes: Partial<MllpLimits> = {}): MllpLimits {
  const limits = { ...DEFAULT_MLLP_LIMITS, ...changes };
  for (const name of Object.keys(DEFAULT_MLLP_LIMITS) as (keyof MllpLimits)[]) {
    const lowest = name === 'idleTimeoutMs' ? 0 : 1;
    const value = limits[name];
    if (!Number.isInteger(value) || value < lowest || value > LARGEST[name]) {
      throw makeError('bad-limit', { limit: name, value: String(value), lowest, highest: LARGEST[name] });
    }
  }
  return limits;
}
