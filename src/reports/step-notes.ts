import type { Language, RecordedScenario, RunResult, ScenarioRequirement, StepResult, Text } from '../core/index.js';
import { BLAME_WORDS, OUTCOME_WORDS } from './labels.js';

/** Why a step ended so, who is to blame, and how often it was tried; empty when there is nothing to say. */
export function stepNote(step: StepResult, language: Language): string {
  const { reason, blame, attempts } = step;
  const blamed = blame && reason ? ` (${BLAME_WORDS[blame][language]})` : '';
  const tries = attemptsNote(attempts, language);
  return [`${reason?.[language] ?? ''}${blamed}`, tries].filter((part) => part !== '').join(' · ');
}

/** The same, or else the word of the outcome. */
export function stepNoteOrOutcome(step: StepResult, language: Language): string {
  const { blame, outcome, reason } = step;
  if (reason) return stepNote(step, language);
  const blamed = blame ? ` (${BLAME_WORDS[blame][language]})` : '';
  const tries = attemptsNote(step.attempts, language);
  return `${OUTCOME_WORDS[outcome][language]}${blamed}${tries === '' ? '' : ` · ${tries}`}`;
}

/** A retry is never hidden. */
export function attemptsNote(attempts: number | undefined, language: Language): string {
  return attempts === undefined ? '' : { fr: `${attempts} essais`, en: `${attempts} attempts` }[language];
}

export interface ScenarioSteps {
  /** Absent for steps outside any scenario. */
  readonly scenario: RecordedScenario | undefined;
  /** Number of the first step in the run, from 1. */
  readonly from: number;
  readonly steps: readonly StepResult[];
}

/** Steps by scenario, in the order they were played. */
export function stepsByScenario({ steps, scenarios = [] }: RunResult): ScenarioSteps[] {
  const known = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const groups: { scenario: RecordedScenario | undefined; from: number; steps: StepResult[] }[] = [];
  for (const [at, step] of steps.entries()) {
    const scenario = step.scenario === undefined ? undefined : known.get(step.scenario);
    const last = groups.at(-1);
    if (last && last.scenario?.id === scenario?.id) last.steps.push(step);
    else groups.push({ scenario, from: at + 1, steps: [step] });
  }
  return groups;
}

const TRUSTS: Readonly<Record<ScenarioRequirement['trust'], Text>> = {
  primary: { fr: 'source primaire', en: 'primary source' },
  secondary: {
    fr: 'transcription, à vérifier dans le texte officiel',
    en: 'transcription, to be checked in the official text',
  },
};

/** What a scenario helps to prove, and when it was played against nothing of the user's, that it proves nothing. */
export function scenarioNotes({ requirements = [], reference }: RecordedScenario, language: Language): string[] {
  const notes = requirements.map((one) => requirementNote(one, language));
  return reference ? [...notes, REFERENCE[language]] : notes;
}

const REFERENCE: Text = {
  fr: 'Joué avec le DMN de référence d’Épreuve : ne prouve rien de votre produit',
  en: 'Played with the reference DMN of Épreuve: proves nothing of your product',
};

/** `INS 45 (source primaire : …)`: a requirement is never named without its source. */
function requirementNote({ id, trust, source }: ScenarioRequirement, language: Language): string {
  return `${id} (${TRUSTS[trust][language]}${{ fr: ' : ', en: ': ' }[language]}${source})`;
}
