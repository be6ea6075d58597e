import type { RunResult } from '../core/index.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** True for a time as evidence records it (ISO 8601, UTC): nothing else may stand where a schema wants a date. */
export function isInstant(text: string | undefined): text is string {
  return text !== undefined && INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/** When the run ended, else when it started; undefined when the evidence does not say (a check of files). */
export function runDate({ endedAt, startedAt }: RunResult): string | undefined {
  return [endedAt, startedAt].find(isInstant);
}

/** For formats that demand a date: the epoch stands for one that is not known. */
export const UNKNOWN_DATE = '1970-01-01T00:00:00Z';
