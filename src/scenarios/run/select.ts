import type { Scenario } from '../pack/load-scenarios.js';

export interface Selection {
  /** A scenario with one of these tags. */
  readonly tags?: readonly string[];
  /** Ids or references; `*` for any characters. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** Scenarios to play, in their order; `leftOut` are named to the person. */
export function selectScenarios(
  scenarios: readonly Scenario[],
  { tags = [], only = [], skip = [] }: Selection,
): { chosen: readonly Scenario[]; leftOut: readonly Scenario[] } {
  const fits = ({ reference, file }: Scenario, patterns: readonly string[]) =>
    patterns.some((pattern) => matches(pattern, reference) || matches(pattern, file.id));
  const packsWithOnly = new Set(scenarios.filter(({ file }) => file.only).map(({ folder }) => folder));
  const isChosen = (scenario: Scenario) =>
    (tags.length === 0 || (scenario.file.tags ?? []).some((tag) => tags.includes(tag))) &&
    (only.length === 0 || fits(scenario, only)) &&
    !fits(scenario, skip) &&
    (!packsWithOnly.has(scenario.folder) || scenario.file.only === true);
  return { chosen: scenarios.filter(isChosen), leftOut: scenarios.filter((scenario) => !isChosen(scenario)) };
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
