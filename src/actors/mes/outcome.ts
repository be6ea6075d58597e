import type { Refusal } from './refusals.js';

/** A refusal at its place. */
export interface Issue {
  readonly refusal: Refusal;
  /** FHIRPath of what is refused, without any value. */
  readonly expression?: string;
}

/** How refusals of a feed are wrapped: the documentation says both (reference §8.5, last lines). */
export type OutcomeShape = 'outcome' | 'bundle';

export interface FhirAnswer {
  readonly status: number;
  /** The body, already written. */
  readonly json: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer that says why; the status is that of the first issue. */
export function refuse(issues: readonly Issue[], shape: OutcomeShape = 'outcome'): FhirAnswer {
  const status = issues[0]?.refusal.status ?? 500;
  const outcome = toOperationOutcome(issues);
  if (shape === 'outcome' || status !== 422) return { status, json: JSON.stringify(outcome) };
  const response = { status: '422 Unprocessable Entity', outcome };
  const bundle = { resourceType: 'Bundle', type: 'transaction-response', entry: [{ response }] };
  return { status, json: JSON.stringify(bundle) };
}

export function toOperationOutcome(issues: readonly Issue[]): Record<string, unknown> {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ refusal, expression }) => ({
      severity: 'error',
      code: refusal.issue,
      details: { text: refusal.text.fr },
      diagnostics: refusal.text.en,
      ...(expression !== undefined && { expression: [expression] }),
    })),
  };
}
