/** When a call is made again: only what the server itself calls passing. */
export interface RetryPolicy {
  /** Attempts in all, at least 1. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, doubled each time up to `longestDelayMs`. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 4, firstDelayMs: 500, longestDelayMs: 30_000 };

/** 429 and 5xx; a refusal (4xx) stays one however often it is asked. */
export function isPassing(status: number): boolean {
  return status === 429 || (status >= 500 && status <= 599);
}

/** Milliseconds before attempt `next` (2 for the first retry); `Retry-After` of the server counts, up to the longest delay. */
export function delayBefore(next: number, policy: RetryPolicy, retryAfter: string | undefined, now: Date): number {
  const own = policy.firstDelayMs * 2 ** (next - 2);
  return Math.min(Math.max(own, readRetryAfter(retryAfter, now)), policy.longestDelayMs);
}

/** Seconds, or a date (RFC 9110 §10.2.3); 0 for what is neither. */
function readRetryAfter(text: string | undefined, now: Date): number {
  if (text === undefined) return 0;
  if (/^\d{1,6}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
