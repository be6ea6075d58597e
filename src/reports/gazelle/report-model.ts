import { createHash } from 'node:crypto';
import type { Language, RunResult } from '../../core/index.js';
import { checksOf, overallOf } from '../checks.js';
import { LABELS } from '../labels.js';
import { prepareResult } from '../prepare.js';
import { runDate, UNKNOWN_DATE } from '../run-date.js';
import type { ReportOptions } from '../types.js';
import { verdictSentence } from '../verdict.js';
import { type Assertion, assertionsOf, type GazelleResult } from './assertions.js';

/** What both Gazelle shapes say (report-formats §2a and §2c of the facts: no public schema, clients were read). */
export interface GazelleReport {
  readonly uuid: string;
  readonly dateTime: string;
  readonly disclaimer: string;
  readonly service: string;
  readonly version: string;
  readonly validator: string;
  readonly validatorVersion: string;
  readonly overall: GazelleResult;
  readonly parts: readonly { readonly name: string; readonly assertions: readonly Assertion[] }[];
  readonly result: RunResult;
}

export function gazelleReport(result: RunResult, options: ReportOptions): GazelleReport {
  const { language } = options;
  const shown = prepareResult(result, options);
  const parts = checksOf(shown, language).map((group) => ({
    name: group.title,
    assertions: assertionsOf(group, language),
  }));
  const overall = overallOf(shown);
  return {
    uuid: uuidOf(shown, language),
    dateTime: runDate(shown) ?? UNKNOWN_DATE,
    disclaimer: `${verdictSentence(shown, language)} ${options.showValues ? LABELS.unmasked[language] : LABELS.masked[language]}`,
    service: 'Épreuve',
    version: shown.tool.version,
    validator: shown.packs.map(({ id }) => id).join(', ') || LABELS.noPack[language],
    validatorVersion: shown.packs.map(({ version }) => version).join(', '),
    overall: overall === 'undecided' ? 'UNDEFINED' : overall === 'passed' ? 'PASSED' : 'FAILED',
    parts,
    result: shown,
  };
}

/** Of the evidence: the same run has the same identifier (RFC 9562, version 8). */
function uuidOf(result: RunResult, language: Language): string {
  const identity = [result.title[language], result.startedAt ?? '', ...result.evidence.map(({ sha256 }) => sha256)];
  const hex = createHash('sha256').update(JSON.stringify(identity)).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
