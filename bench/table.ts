export interface Row {
  readonly work: string;
  readonly figure: string;
  readonly ratio?: string;
  readonly budget?: string;
  /** Undefined: nothing was promised. */
  readonly kept?: boolean;
}

const HEADS: Readonly<Record<'work' | 'figure' | 'ratio' | 'budget' | 'kept', string>> = {
  work: 'work',
  figure: 'figure',
  ratio: 'ratio',
  budget: 'budget',
  kept: '',
};

/** A table in plain text, columns as wide as their longest cell. */
export function toTable(title: string, rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(toCells)];
  const keys = Object.keys(HEADS) as (keyof typeof HEADS)[];
  const widths = keys.map((key) => Math.max(...lines.map((cells) => cells[key].length)));
  const body = lines.map((cells) =>
    keys
      .map((key, index) =>
        key === 'work' ? cells[key].padEnd(widths[index] ?? 0) : cells[key].padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [`\n${title}`, ...body].join('\n');
}

function toCells({ work, figure, ratio = '', budget = '', kept }: Row): Record<keyof typeof HEADS, string> {
  return { work, figure, ratio, budget, kept: kept === undefined ? '' : kept ? 'kept' : 'MISSED' };
}

export function perSecond(microseconds: number): string {
  return `${Math.round(1_000_000 / microseconds).toLocaleString('en')} /s`;
}

export function times(value: number): string {
  return `× ${value.toFixed(value < 10 ? 2 : 1)}`;
}

export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
