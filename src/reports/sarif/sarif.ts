import type { Invocation, Log, Notification, ReportingDescriptor, Run, Tool } from 'sarif';
import type { Language, RunResult } from '../../core/index.js';
import { type CheckGroup, checksOf, overallOf } from '../checks.js';
import { LABELS, OUTCOME_WORDS } from '../labels.js';
import { MASK } from '../masking.js';
import { prepareResult } from '../prepare.js';
import { isInstant } from '../run-date.js';
import type { ReportOptions } from '../types.js';
import { verdictSentence } from '../verdict.js';
import { artifactsOf } from './locations.js';
import { resultsOf } from './results.js';
import { ruleDescriptors, sarifRuleId } from './rules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0 (OASIS), for GitHub and editors: every check is a result. `kind` pass, fail, notApplicable or open (could
 * not be decided); what was not decided also makes `executionSuccessful` false, with a notification that names it.
 */
export function renderSarif(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const groups = checksOf(shown, language);
  const rules = ruleDescriptors(shown, groups, language);
  const run: Run = {
    tool: toolOf(shown, rules, language),
    automationDetails: { id: `epreuve/${shown.startedAt ?? shown.title.en}` },
    invocations: [invocationOf(shown, groups, language)],
    language: language === 'fr' ? 'fr-FR' : 'en-US',
    columnKind: 'utf16CodeUnits',
    ...(!options.showValues && { redactionTokens: [MASK] }),
    artifacts: artifactsOf(shown),
    results: resultsOf(shown, groups, rules, language),
    properties: {
      outcome: shown.outcome,
      verdict: verdictSentence(shown, language),
      incomplete: shown.incomplete,
      counts: shown.counts,
    },
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toolOf(result: RunResult, rules: ReportingDescriptor[], language: Language): Tool {
  const { version } = result.tool;
  return {
    driver: { name: 'Épreuve', version, ...(/^\d+\.\d+\.\d+/.test(version) && { semanticVersion: version }), rules },
    ...(result.packs.length > 0 && {
      extensions: result.packs.map((pack) => ({
        name: pack.id,
        version: pack.version,
        shortDescription: { text: pack.title[language] },
        properties: { trust: pack.trust, sha256: pack.digest },
      })),
    }),
  };
}

function invocationOf(result: RunResult, groups: readonly CheckGroup[], language: Language): Invocation {
  const undecided = groups.flatMap(({ kind, checks, title }) =>
    checks
      .filter(({ outcome }) => outcome === 'cantTell' || outcome === 'untested')
      .map(
        (check): Notification => ({
          level: check.outcome === 'cantTell' ? 'error' : 'note',
          message: {
            text: `${OUTCOME_WORDS[check.outcome][language]} – ${title}, ${check.title}${LABELS.colon[language]}${check.reason}`,
          },
          associatedRule: { id: sarifRuleId(kind, check.id) },
        }),
      ),
  );
  const isWhole = overallOf(result) !== 'undecided' && !result.incomplete;
  return {
    executionSuccessful: isWhole && undecided.every(({ level }) => level !== 'error'),
    ...(isInstant(result.startedAt) && { startTimeUtc: result.startedAt }),
    ...(isInstant(result.endedAt) && { endTimeUtc: result.endedAt }),
    ...(undecided.length > 0 && { toolExecutionNotifications: undecided }),
  };
}
