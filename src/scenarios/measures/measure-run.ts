import type { MeasuresAnswer, MeasuresClient } from '../../actors/index.js';
import { outcomeSentence } from '../../actors/index.js';
import { type EpreuveError, isEpreuveError, type Text } from '../../core/index.js';
import type { RunRecorder } from '../../evidence/index.js';

/** One call as it just happened, without personal data but for what the server says. */
export interface MeasureProgress {
  readonly number: number;
  readonly total: number | undefined;
  readonly title: Text;
  /** HTTP status, and calls that were made for it. */
  readonly answer: { readonly status: number; readonly attempts: number } | undefined;
  readonly outcome: 'passed' | 'failed';
  readonly reason: Text;
}

export interface Verdict {
  readonly outcome: 'passed' | 'failed';
  readonly reason: Text;
}

/** What an answer says, for people: the status, then the issues of its OperationOutcome. */
export function describeAnswer({ status, issues, resource, attempts }: MeasuresAnswer): Text {
  const words = outcomeSentence(issues);
  const say = (language: 'fr' | 'en') => {
    const said = words[language] === '' ? '' : ` (${words[language]})`;
    const tries = { fr: ` après ${attempts} essais`, en: ` after ${attempts} attempts` }[language];
    const unreadable = { fr: ', corps illisible', en: ', unreadable body' }[language];
    return `HTTP ${status}${attempts > 1 ? tries : ''}${resource === undefined ? unreadable : ''}${said}`;
  };
  return { fr: say('fr'), en: say('en') };
}

/** Runs one step: recorded from its start to its end, also when the connection fails, which is thrown on. */
export async function runStep(
  recorder: RunRecorder,
  step: Parameters<RunRecorder['startStep']>[0],
  work: () => Promise<Verdict>,
): Promise<Verdict> {
  recorder.startStep(step);
  try {
    const verdict = await work();
    recorder.endStep(step.id, { ...verdict, ...(verdict.outcome === 'failed' && { blame: 'tested-side' as const }) });
    return verdict;
  } catch (error) {
    if (isEpreuveError(error, 'transport')) {
      recorder.endStep(step.id, { outcome: 'cantTell', blame: 'setup', reason: reasonOf(error) });
    }
    throw error;
  }
}

const TOO_MANY_REQUESTS = 429;

/**
 * Asks the server what it is, once it has answered something else: what it says goes to the evidence, and tells which rules
 * apply to the exchanges (reference §8.7: the API publishes nothing). No answer is no fault.
 */
export async function askCapabilities(client: MeasuresClient, { status }: MeasuresAnswer): Promise<void> {
  if (status >= 500 || status === TOO_MANY_REQUESTS) return;
  try {
    await client.capabilities();
  } catch (error) {
    if (!isEpreuveError(error, 'transport')) throw error;
  }
}

function reasonOf(error: EpreuveError): Text {
  return { fr: error.describe('fr').text, en: error.describe('en').text };
}
