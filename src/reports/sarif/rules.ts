import type { ReportingDescriptor } from 'sarif';
import { isFailing, type Language, type RuleEntry, type RunResult, type Severity } from '../../core/index.js';
import { sourcesOf } from '../arrange.js';
import type { CheckGroup } from '../checks.js';
import { LABELS } from '../labels.js';

/** Rules of the catalogue, then what else is checked: steps, items without rule, the run. */
export function ruleDescriptors(
  result: RunResult,
  groups: readonly CheckGroup[],
  language: Language,
): ReportingDescriptor[] {
  const rules = Object.values(result.rules).map((rule) => ruleDescriptor(rule, language));
  const known = new Set(rules.map(({ id }) => id));
  for (const { kind, checks } of groups) {
    for (const check of checks) {
      const id = sarifRuleId(kind, check.id);
      if (known.has(id)) continue;
      known.add(id);
      rules.push({ id, shortDescription: { text: check.title || id } });
    }
  }
  return rules;
}

/** Steps and items are not rules: a prefix keeps them apart. */
export function sarifRuleId(kind: CheckGroup['kind'], id: string): string {
  if (kind === 'steps') return `step/${id}`;
  return id === 'verdict' ? 'run/verdict' : id;
}

function ruleDescriptor(rule: RuleEntry, language: Language): ReportingDescriptor {
  const url = rule.spec.map((spec) => spec.url).find((each) => each !== undefined && /^https?:\/\//.test(each));
  const source = sourcesOf(rule);
  const help = [rule.repair[language], source && `${LABELS.source[language]}${LABELS.colon[language]}${source}`];
  return {
    id: rule.id,
    shortDescription: { text: rule.title[language] || rule.id },
    ...(rule.why[language] !== '' && { fullDescription: { text: rule.why[language].slice(0, 1024) } }),
    help: { text: help.filter((text) => text !== '').join('\n') || rule.id },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: { trust: rule.trust, tags: [rule.trust, ...(rule.requirementIds ?? [])] },
  };
}

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (isFailing(severity)) return 'error';
  return severity === 'warning' ? 'warning' : 'note';
}
