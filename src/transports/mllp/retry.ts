import { setTimeout as wait } from 'node:timers/promises';
import { type EpreuveError, isEpreuveError } from '../../core/index.js';
import type { Endpoint, MllpChannel } from '../types.js';
import { connectMllp } from './client.js';
import type { MllpOptions } from './options.js';

export interface RetryOptions extends MllpOptions {
  /** Attempts in all, at least 1; 5 by default. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, doubled each time up to `longestDelayMs`. */
  readonly firstDelayMs?: number;
  readonly longestDelayMs?: number;
  readonly onRetry?: (error: EpreuveError, attempt: number) => void;
}

/** What may be better a moment later. A refused certificate will not be. */
const PASSING: ReadonlySet<string> = new Set([
  'refused',
  'timeout',
  'closed',
  'unreachable',
  'dns',
  'connection-failed',
]);

/** As connectMllp, trying again while the other side is not there yet. Throws the error of the last attempt. */
export async function connectMllpWithRetry(endpoint: Endpoint, options: RetryOptions = {}): Promise<MllpChannel> {
  const { attempts = 5, firstDelayMs = 250, longestDelayMs = 5000, onRetry } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await connectMllp(endpoint, options);
    } catch (error) {
      if (attempt >= attempts || !isEpreuveError(error) || !PASSING.has(error.code)) throw error;
      onRetry?.(error, attempt);
      await wait(Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs));
    }
  }
}
