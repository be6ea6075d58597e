import { type Clock, type EpreuveError, isEpreuveError, type Language, type Text } from '../../core/index.js';
import type { RunRecorder } from '../../evidence/index.js';
import { toMilliseconds } from '../pack/duration.js';
import type { Scenario } from '../pack/load-scenarios.js';
import type { StepFile } from '../pack/schema.js';
import { fillValues } from '../pack/templates.js';
import type { Target } from '../target/target.js';
import { makePlay } from './make-play.js';
import type { Asker, Capturer, Play, Verdict, Waiting } from './play.js';
import { playStep } from './play-step.js';
import { Interrupted, pause, throwIfInterrupted } from './wait.js';
import { Senders } from './write-message.js';

export type ScenarioEvent =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly number: number; readonly total: number }
  | { readonly kind: 'group'; readonly title: Text }
  | ({ readonly kind: 'waiting' } & Waiting)
  | { readonly kind: 'attempt'; readonly attempt: number; readonly of: number; readonly verdict: Verdict }
  | {
      readonly kind: 'step';
      readonly title: Text;
      readonly verdict: Verdict;
      readonly attempts: number;
      readonly sent?: string;
      readonly answer?: string;
    };

export interface RunOptions {
  readonly recorder: RunRecorder;
  readonly target: Target;
  readonly clock: Clock;
  readonly language: Language;
  readonly seed: string;
  /** Stops the run; the step under way is left unended. */
  readonly signal: AbortSignal;
  /** Whoever answers questions; none: nobody is there. */
  readonly asker?: Asker;
  /** Takes pictures of pages; none: it cannot be done here. */
  readonly capture?: Capturer;
  /** Milliseconds no wait goes beyond, whatever the scenario allows: for a run that must not last. */
  readonly maxWaitMs?: number;
  /** How often each scenario was begun before, by reference: an interrupted run goes on. */
  readonly begun?: ReadonlyMap<string, number>;
  readonly onEvent?: (event: ScenarioEvent) => void;
}

/** How the playing ended. */
export interface RunEnd {
  readonly interrupted: boolean;
  /** Defects of ours, each of which ended one step only. */
  readonly defects: readonly unknown[];
}

/**
 * Plays scenarios one after the other and records everything; judging comes after. Never throws for what a tested side or a
 * target does. Throws operator errors of the run folder.
 */
export async function runScenarios(scenarios: readonly Scenario[], options: RunOptions): Promise<RunEnd> {
  const run = new ScenarioRun(options);
  for (const [at, scenario] of scenarios.entries()) {
    options.onEvent?.({ kind: 'scenario', scenario, number: at + 1, total: scenarios.length });
    try {
      await run.play(scenario);
    } catch (error) {
      if (error instanceof Interrupted) return { interrupted: true, defects: run.defects };
      throw error;
    }
  }
  return { interrupted: false, defects: run.defects };
}

interface Flow {
  /** What stopped the scenario: the steps left are not played. */
  stopped: boolean;
}

class ScenarioRun {
  readonly defects: unknown[] = [];

  readonly #senders: Senders;

  constructor(private readonly options: RunOptions) {
    this.#senders = new Senders(options.clock, options.target.pam);
  }

  async play(scenario: Scenario): Promise<void> {
    const { recorder } = this.options;
    const play = makePlay(scenario, this.options, this.#senders);
    const { title, requirements } = scenario.file;
    recorder.startScenario({
      id: play.id,
      title,
      digest: scenario.digest,
      seed: this.options.seed,
      ...(requirements && requirements.length > 0 && { requirements }),
      ...(this.options.target.reference && { reference: true as const }),
    });
    try {
      await this.#steps(scenario.file.steps, { stopped: scenario.file.skip !== undefined }, [], play);
    } finally {
      await play.connection?.close();
      for (const listener of play.listeners) await listener.close();
    }
    recorder.endScenario(play.id);
  }

  async #steps(steps: readonly StepFile[], flow: Flow, above: readonly StepFile[], play: Play): Promise<void> {
    for (const step of steps) {
      if (!step.group) {
        await this.#step(step, flow, above, play);
        continue;
      }
      this.options.onEvent?.({ kind: 'group', title: step.title });
      // What stops a group stops the group only, when it says so.
      const own: Flow = { stopped: flow.stopped };
      await this.#steps(step.group.steps, own, [...above, step], play);
      if (step.onFailure !== 'continue') flow.stopped = own.stopped;
    }
  }

  async #step(step: StepFile, flow: Flow, above: readonly StepFile[], play: Play): Promise<void> {
    const { recorder, onEvent } = this.options;
    throwIfInterrupted(play.signal);
    const id = [play.id, ...above.map((group) => group.id), step.id].join('/');
    const requirementIds = primaryRequirements(step, above, play.scenario);
    recorder.startStep({
      id,
      title: step.title,
      scenario: play.id,
      ...(requirementIds.length > 0 && { requirementIds }),
      ...(step.breaks && { expectedRules: step.breaks }),
    });
    const reason =
      play.scenario.file.skip ?? [step, ...above].map((one) => one.skip).find((skip) => skip !== undefined);
    const { verdict, attempts } = reason
      ? { verdict: { outcome: 'untested', reason } as const, attempts: 1 }
      : flow.stopped
        ? { verdict: NOT_PLAYED, attempts: 1 }
        : await this.#attempts(step, play);
    recorder.endStep(id, { ...verdict, ...(attempts > 1 && { attempts }) });
    const { sent, answer } = play.told;
    onEvent?.({ kind: 'step', title: step.title, verdict, attempts, ...(sent && { sent }), ...(answer && { answer }) });
    if (verdict.outcome !== 'passed' && !reason && stops(step)) flow.stopped = true;
  }

  /** Until it passes, as often as the step allows. */
  async #attempts(step: StepFile, play: Play): Promise<{ verdict: Verdict; attempts: number }> {
    const { attempts: most = 1, every = '0ms' } = step.retry ?? {};
    for (let attempt = 1; ; attempt += 1) {
      play.told = {};
      const verdict = hideReceived(await this.#once(step, play), play);
      if (verdict.outcome === 'passed' || attempt >= most) return { verdict, attempts: attempt };
      this.options.onEvent?.({ kind: 'attempt', attempt, of: most, verdict });
      await pause(toMilliseconds(every), play.signal);
    }
  }

  /** An error of the target or of the files is told and ends the step; one of ours too, and it is not hidden. */
  async #once(step: StepFile, play: Play): Promise<Verdict> {
    try {
      return await playStep(fillValues(step, play.values), play);
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      if (isEpreuveError(error) && error.family !== 'defect') {
        if (FOLDER_ERRORS.has(error.code)) throw error;
        return { outcome: 'cantTell', blame: 'setup', reason: reasonOf(error) };
      }
      this.defects.push(error);
      return { outcome: 'cantTell', blame: 'harness', reason: DEFECT };
    }
  }
}

/** What the tested side sent stays out of reasons, which no report masks. */
function hideReceived(verdict: Verdict, { received }: Play): Verdict {
  const hide = (text: string) => [...received].reduce((shown, value) => shown.replaceAll(value, '•••'), text);
  return { ...verdict, reason: { fr: hide(verdict.reason.fr), en: hide(verdict.reason.en) } };
}

/** The run itself cannot go on. */
const FOLDER_ERRORS = new Set(['folder-unwritable']);

/** A check that fails says something; an exchange that fails leaves nothing for the next steps to stand on. */
function stops(step: StepFile): boolean {
  const usual = step.send || step.receive || step.listen ? 'stop' : 'continue';
  return (step.onFailure ?? usual) === 'stop';
}

/** Only a requirement that was read in a primary source is named in results. */
function primaryRequirements(step: StepFile, above: readonly StepFile[], scenario: Scenario): string[] {
  const primary = new Set(
    (scenario.file.requirements ?? []).filter(({ trust }) => trust === 'primary').map(({ id }) => id),
  );
  const named = [...above, step].flatMap((one) => one.requirements ?? []);
  return [...new Set(named)].filter((id) => primary.has(id));
}

function reasonOf(error: EpreuveError): Text {
  const say = (language: Language) => {
    const { text, hint } = error.describe(language);
    return hint ? `${text}. ${hint}` : text;
  };
  return { fr: say('fr'), en: say('en') };
}

const NOT_PLAYED: Verdict = {
  outcome: 'untested',
  blame: 'earlier-step',
  reason: { fr: 'étape non jouée : une étape précédente a échoué', en: 'step not played: an earlier step failed' },
};

const DEFECT: Text = {
  fr: 'défaut d’Épreuve pendant cette étape ; merci de le signaler',
  en: 'defect of Épreuve in this step; please report it',
};
