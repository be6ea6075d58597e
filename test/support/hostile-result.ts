import type { RunResult } from '../../src/core/index.js';
import { goldenResult } from './golden-result.js';

/** Keys whose values are words of the format: changing them would make another result, not a hostile one. */
const CLOSED = new Set([
  ...['format', 'outcome', 'severity', 'trust', 'subject', 'blame', 'direction', 'ruleId', 'messageId', 'evidenceId'],
  ...['itemId', 'itemIds', 'evidenceIds', 'startedAt', 'id', 'sha256', 'digest', 'kind'],
]);

/** The golden result with `poison` added to every free string: titles, names, facts, reasons, values, rule texts. */
export function hostileResult(poison: string): RunResult {
  return poisoned(goldenResult(), poison);
}

function poisoned<Value>(value: Value, poison: string): Value;
function poisoned(value: unknown, poison: string): unknown {
  if (typeof value === 'string') return value + poison;
  if (Array.isArray(value)) return value.map((each) => poisoned(each, poison));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, CLOSED.has(key) ? each : poisoned(each, poison)]),
  );
}

/** The golden result with `value` in every place a document's value may stand, and nowhere else. */
export function personalResult(value: string): RunResult {
  const result = goldenResult();
  const findings = result.findings.map((finding) => ({
    ...finding,
    data: {
      ...finding.data,
      path: value,
      segment: value,
      event: value,
      value,
      found: value,
      list: [value, value],
    },
    found: `1^${value}~${value}&2`,
    excerpt: excerptWith(value, finding.location.format),
  }));
  return { ...result, findings };
}

function excerptWith(value: string, format: string) {
  const text =
    format === 'xpath'
      ? `${value}"/><given qualifier="${value}">${value}</given><id extension='${value}'/><!-- ${value} -->`
      : `PID|1||${value}^^^A&${value}~${value}|\\X${value}\\`;
  return { text, start: text.indexOf(value), length: value.length };
}
