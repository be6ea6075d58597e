import { html } from 'hono/html';

export interface ChartSeries {
  readonly name: string;
  /** `at` in milliseconds since 1970, in order. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

type Markup = ReturnType<typeof html>;

const WIDTH = 640;
const HEIGHT = 180;
const MARGIN = { left: 52, right: 12, top: 12, bottom: 24 } as const;
/** Points drawn of one series; more would only thicken the line. */
const MAX_POINTS = 400;

/** A line chart as SVG, drawn on the server; `label` says what it shows to people who do not see it. */
export function lineChart(series: readonly ChartSeries[], label: string): Markup {
  const drawn = series.map((one) => ({ ...one, points: one.points.slice(-MAX_POINTS) }));
  const points = drawn.flatMap((one) => one.points);
  const scale = makeScale(points);
  const lines = drawn.map(
    (one, index) => html`<g class="series s${index % 2}">
      <polyline points="${one.points.map((point) => `${scale.x(point.at)},${scale.y(point.value)}`).join(' ')}"></polyline>
      ${one.points.map((point) => html`<circle cx="${scale.x(point.at)}" cy="${scale.y(point.value)}" r="3"></circle>`)}
    </g>`,
  );
  const ticks = scale.ticks.map(
    (
      value,
    ) => html`<g class="tick"><line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${scale.y(value)}" y2="${scale.y(value)}"></line>
      <text x="${MARGIN.left - 6}" y="${scale.y(value) + 4}" text-anchor="end">${value}</text></g>`,
  );
  const [from, to] = scale.days;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
    ${ticks}${lines}
    <text x="${MARGIN.left}" y="${HEIGHT - 6}">${from}</text>
    ${from === to ? '' : html`<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 6}" text-anchor="end">${to}</text>`}
  </svg>`;
}

interface Scale {
  x(at: number): number;
  y(value: number): number;
  readonly ticks: readonly number[];
  readonly days: readonly [string, string];
}

function makeScale(points: ChartSeries['points']): Scale {
  const times = points.map(({ at }) => at);
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const ticks = roundTicks(Math.min(...values), Math.max(...values));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const share = (value: number, from: number, to: number) => (to === from ? 0.5 : (value - from) / (to - from));
  return {
    x: (at) => round(MARGIN.left + share(at, first, last) * (WIDTH - MARGIN.left - MARGIN.right)),
    y: (value) => round(HEIGHT - MARGIN.bottom - share(value, low, high) * (HEIGHT - MARGIN.top - MARGIN.bottom)),
    ticks,
    days: [dayOf(first), dayOf(last)],
  };
}

/** Three to six round numbers around the values: steps of 1, 2 or 5 times a power of ten. */
function roundTicks(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const power = 10 ** Math.floor(Math.log10(span / 2));
  const step = power * ([1, 2, 5, 10].find((factor) => span / (factor * power) <= 4) ?? 10);
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function dayOf(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '';
}
