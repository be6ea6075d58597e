import type { RunResult } from '../core/index.js';
import { withOptions } from './prepare.js';
import type { ReportOptions } from './types.js';

/**
 * Keys in the order a person wants to read them; other keys (ids of rules, names of facts) follow in code-unit order,
 * so that the same result gives the same bytes whatever built it.
 */
const ORDER = [
  ...['format', 'tool', 'id', 'ruleId', 'constraintId', 'name', 'title', 'kind', 'subject', 'fr', 'en'],
  ...[
    'outcome',
    'expected',
    'provoked',
    'suppressed',
    'severity',
    'blame',
    'reason',
    'incomplete',
    'startedAt',
    'endedAt',
    'counts',
    'suppressions',
  ],
  ...['messageId', 'data', 'found', 'expectedIsPersonal', 'location', 'excerpt', 'version', 'trust'],
  ...['evidenceId', 'itemId', 'evidenceIds', 'itemIds', 'requirementIds', 'mediaType', 'at', 'direction', 'size'],
  ...['sha256', 'digest', 'facts', 'choice', 'steps', 'items', 'findings', 'packs', 'rules', 'evidence'],
  ...['passed', 'failed', 'cantTell', 'inapplicable', 'untested', 'fatal', 'error', 'warning', 'information'],
  ...['standard', 'section', 'url', 'why', 'repair', 'spec', 'messages', 'text', 'start'],
  ...['path', 'offset', 'length', 'line', 'column', 'within'],
];
const RANK = new Map(ORDER.map((key, index) => [key, index]));

/** The result itself, values masked unless asked: shape in docs/schemas/result.schema.json. Ends with a line break. */
export function renderJson(result: RunResult, options: ReportOptions): string {
  return `${JSON.stringify(sortKeys(withOptions(result, options)), null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareKeys(left, right));
  return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]));
}

function compareKeys(left: string, right: string): number {
  const byRank = (RANK.get(left) ?? ORDER.length) - (RANK.get(right) ?? ORDER.length);
  if (byRank !== 0) return byRank;
  return left < right ? -1 : 1;
}
