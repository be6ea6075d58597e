import {
  type EvidenceSet,
  type Finding,
  isFailing,
  type JudgedItem,
  type RuleEntry,
  type RunResult,
  type Suppression,
  type SuppressionEntry,
  type SuppressionRecord,
  type SuppressionUse,
} from '../core/index.js';

export interface Suppressions {
  readonly entries: readonly SuppressionEntry[];
  /** Day expiry dates are compared with, `YYYY-MM-DD`; default: the day the evidence ends with. */
  readonly asOf?: string;
}

export interface Suppressed {
  readonly items: readonly JudgedItem[];
  readonly findings: readonly Finding[];
  readonly record: SuppressionRecord;
}

/**
 * Marks the findings a suppression file covers. They stay in the result and stop counting as failures; an item whose
 * every failure is covered is marked too. An expired entry covers nothing. Pure: without a date of the evidence nor one
 * given, an entry with an expiry date is taken as expired.
 */
export function markSuppressed(
  evidence: Pick<EvidenceSet, 'items' | 'startedAt' | 'endedAt'>,
  judged: { readonly items: readonly JudgedItem[]; readonly findings: readonly Finding[] },
  { entries, asOf = (evidence.endedAt ?? evidence.startedAt)?.slice(0, 10) }: Suppressions,
  catalogue: Readonly<Record<string, RuleEntry>>,
): Suppressed {
  const names = new Map(evidence.items.map((item) => [item.id, item.name]));
  const uses = entries.map((entry) => new Use(entry, asOf));
  const findings = judged.findings.map((finding) => {
    const use = uses.find((each) => each.covers(finding, names.get(finding.evidenceId) ?? ''));
    if (!use) return finding;
    use.findings += 1;
    return { ...finding, suppressed: use.suppression };
  });
  const failures = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!isFailing(finding.severity)) continue;
    failures.set(finding.itemId ?? '', [...(failures.get(finding.itemId ?? '') ?? []), finding]);
  }
  const items = judged.items.map((item) => markItem(item, failures.get(item.id) ?? [], uses, catalogue));
  return { items, findings, record: { ...(asOf !== undefined && { asOf }), entries: uses.map((use) => use.told) } };
}

/** The suppressions a recorded result was judged with, to judge the same way again. */
export function suppressionsOf({ suppressions }: Pick<RunResult, 'suppressions'>): Suppressions | undefined {
  if (!suppressions) return undefined;
  const entries = suppressions.entries.map(({ state: _state, findings: _findings, ...entry }) => entry);
  return { entries, ...(suppressions.asOf !== undefined && { asOf: suppressions.asOf }) };
}

function markItem(
  item: JudgedItem,
  failures: readonly Finding[],
  uses: readonly Use[],
  catalogue: Readonly<Record<string, RuleEntry>>,
): JudgedItem {
  if (item.outcome !== 'failed' || !failures.some(({ suppressed }) => suppressed)) return item;
  const isCovered = failures.every((finding) => finding.suppressed || finding.provoked);
  // Findings beyond the limit of a rule are counted and not listed: only an entry for every place covers them.
  const isListed = item.rules.every(
    (rule) =>
      rule.outcome !== 'failed' ||
      !isFailing(rule.severity ?? 'error') ||
      failures.filter(({ ruleId }) => ruleId === rule.ruleId).length >= rule.findings ||
      uses.some((use) => use.coversEverywhere(rule.ruleId)),
  );
  if (!isCovered || !isListed) return item;
  // What the failure hid: a required rule that could not decide.
  const open = item.rules.find(
    ({ ruleId, reason }) => reason !== undefined && isFailing(catalogue[ruleId]?.severity ?? 'error'),
  );
  return { ...item, suppressed: true, ...(open?.reason && { outcome: 'cantTell', reason: open.reason }) };
}

class Use {
  findings = 0;
  readonly #expired: boolean;
  readonly #rule: RegExp;
  readonly #path: RegExp | undefined;
  readonly #evidence: RegExp | undefined;

  constructor(
    private readonly entry: SuppressionEntry,
    asOf: string | undefined,
  ) {
    const { expires, rule, path, evidence } = entry;
    this.#expired = expires !== undefined && (asOf === undefined || asOf > expires);
    this.#rule = toPattern(rule);
    this.#path = path === undefined ? undefined : toPattern(path);
    this.#evidence = evidence === undefined ? undefined : toPattern(evidence);
  }

  covers(finding: Finding, evidenceName: string): boolean {
    const { constraint } = this.entry;
    return (
      !this.#expired &&
      this.#rule.test(finding.ruleId) &&
      (constraint === undefined || constraint === finding.constraintId) &&
      (this.#path?.test(finding.location.path) ?? true) &&
      (this.#evidence?.test(evidenceName) ?? true)
    );
  }

  coversEverywhere(ruleId: string): boolean {
    const { constraint, path, evidence } = this.entry;
    const isAnywhere = constraint === undefined && path === undefined && evidence === undefined;
    return isAnywhere && !this.#expired && this.#rule.test(ruleId);
  }

  get suppression(): Suppression {
    const { reason, author, expires, requirementId } = this.entry;
    return {
      reason,
      author,
      ...(expires !== undefined && { expires }),
      ...(requirementId !== undefined && { requirementId }),
    };
  }

  get told(): SuppressionUse {
    const state = this.#expired ? 'expired' : this.findings > 0 ? 'applied' : 'unused';
    return { ...this.entry, state, findings: this.findings };
  }
}

/** `*` stands for any characters, everything else for itself. */
function toPattern(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`, 'u');
}
