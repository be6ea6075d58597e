import type { Answers, Axis, Criterion, CriterionAnswer, Demarche, Maturity } from './types.js';

/** Where one axis of a démarche stands. Means go from 0 to 3. */
export interface AxisScore {
  readonly axis: Axis;
  /** Mean of the mandatory criteria that are answered and apply; undefined when none is answered yet. */
  readonly mean: number | undefined;
  readonly minimum: number | undefined;
  readonly recommended: number | undefined;
  readonly answered: number;
  /** Mandatory criteria that are not said to be not applicable. */
  readonly asked: number;
  /** `unknown` while a mandatory criterion has no answer: never taken for reached. */
  readonly verdict: 'below' | 'minimum' | 'recommended' | 'unknown';
}

export interface DemarcheScore {
  readonly demarche: Demarche;
  readonly axes: readonly AxisScore[];
  /** Criteria of the démarche with no answer, options included. */
  readonly unanswered: readonly Criterion[];
}

/**
 * Scores one démarche: per axis, the mean of its mandatory criteria. What is not applicable and options are left out; an
 * axis with nothing left disappears. With `at` (ISO date), targets due by then replace the present levels.
 */
export function scoreDemarche(maturity: Maturity, demarche: Demarche, answers: Answers, at?: string): DemarcheScore {
  const criteria = maturity.criteria.filter(({ demarches }) => demarches.includes(demarche.id));
  const axes = maturity.axes.flatMap((axis) => {
    const counted = criteria.filter(
      ({ id, axis: own, kind }) => own === axis.id && kind === 'mandatory' && answers[id]?.level !== 'not-applicable',
    );
    return counted.length === 0 ? [] : scoreAxis(maturity, demarche, axis, counted, answers, at);
  });
  return { demarche, axes, unanswered: criteria.filter(({ id }) => answers[id] === undefined) };
}

function scoreAxis(
  maturity: Maturity,
  demarche: Demarche,
  axis: Axis,
  criteria: readonly Criterion[],
  answers: Answers,
  at: string | undefined,
): AxisScore {
  const points = criteria.flatMap(({ id }) => {
    const answer = answers[id];
    return answer ? pointsOf(maturity, answer, at) : [];
  });
  const wanted = demarche.levels.find((level) => level.axis === axis.id);
  const mean = points.length === 0 ? undefined : points.reduce((sum, each) => sum + each, 0) / points.length;
  const isWhole = points.length === criteria.length;
  return {
    ...{ axis, mean, minimum: wanted?.minimum, recommended: wanted?.recommended },
    ...{ answered: points.length, asked: criteria.length },
    verdict: isWhole && mean !== undefined && wanted ? verdictOf(mean, wanted) : 'unknown',
  };
}

function verdictOf(mean: number, wanted: { minimum: number; recommended: number }): AxisScore['verdict'] {
  if (mean < wanted.minimum) return 'below';
  return mean < wanted.recommended ? 'minimum' : 'recommended';
}

function pointsOf(maturity: Maturity, answer: CriterionAnswer, at: string | undefined): number {
  const { target } = answer;
  const isDue = at !== undefined && target?.date !== undefined && target.date <= at;
  const level = isDue && target.level ? target.level : answer.level;
  return maturity.scale.find(({ id }) => id === level)?.points ?? 0;
}

/** Dates of the targets of a démarche, earliest first: where a projection can change. */
export function projectionDates(maturity: Maturity, demarche: Demarche, answers: Answers): string[] {
  const dates = maturity.criteria
    .filter(({ demarches }) => demarches.includes(demarche.id))
    .flatMap(({ id }) => answers[id]?.target?.date ?? []);
  return [...new Set(dates)].sort();
}
