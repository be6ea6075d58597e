import type { Text } from '../../core/index.js';
import type { Standing } from '../referential/types.js';

export const LEVELS = ['green', 'yellow', 'orange', 'red'] as const;
export type Level = (typeof LEVELS)[number];

export interface Axis {
  readonly id: string;
  readonly title: Text;
}

export interface Criterion {
  readonly id: string;
  readonly axis: string;
  /** Démarches that ask for it: one answer serves them all. */
  readonly demarches: readonly string[];
  readonly kind: 'mandatory' | 'option';
  readonly question: Text;
}

export interface Demarche {
  readonly id: string;
  readonly title: Text;
  /** Wanted on each axis, from 0 to 3. */
  readonly levels: readonly { readonly axis: string; readonly minimum: number; readonly recommended: number }[];
}

/** Questionnaires as data. */
export interface Maturity {
  readonly standing: Standing;
  readonly warning: Text;
  readonly scale: readonly { readonly id: Level; readonly points: number; readonly title: Text }[];
  readonly axes: readonly Axis[];
  readonly demarches: readonly Demarche[];
  readonly criteria: readonly Criterion[];
}

/** One answer of the dossier. */
export interface CriterionAnswer {
  readonly level: Level | 'not-applicable';
  readonly comment?: string | undefined;
  /** Where one will be at a date, or that no target applies. */
  readonly target?:
    | {
        readonly level?: Level | undefined;
        readonly date?: string | undefined;
        readonly notApplicable?: true | undefined;
        readonly comment?: string | undefined;
      }
    | undefined;
}

export type Answers = Readonly<Record<string, CriterionAnswer>>;
