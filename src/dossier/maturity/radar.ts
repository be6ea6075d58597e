import type { Language } from '../../core/index.js';
import { dateWords } from '../words.js';
import type { AxisScore, DemarcheScore } from './score.js';

const SIZE = { width: 760, height: 560 };
const CENTRE = { x: 380, y: 290 };
const RADIUS = 190;
const HIGHEST = 3;

/** Colours of the reports' light theme; each line also has a dash of its own, so that colour is never alone. */
const LINES = {
  now: { stroke: '#0b5d66', dash: '', fill: '#0b5d66', opacity: '0.18' },
  later: { stroke: '#1b7a48', dash: '7 4', fill: 'none', opacity: '1' },
  minimum: { stroke: '#b3261e', dash: '2 4', fill: 'none', opacity: '1' },
  recommended: { stroke: '#8a5a00', dash: '10 3 2 3', fill: 'none', opacity: '1' },
} as const;
type LineName = keyof typeof LINES;

const WORDS: Readonly<Record<LineName, Readonly<Record<Language, string>>>> = {
  now: { fr: 'aujourd’hui', en: 'today' },
  later: { fr: 'projection', en: 'projection' },
  minimum: { fr: 'niveau minimal', en: 'minimum level' },
  recommended: { fr: 'niveau recommandé', en: 'recommended level' },
};

export interface RadarOptions {
  readonly language: Language;
  /** Scores once every target is reached, with the last date. */
  readonly later?: { readonly score: DemarcheScore; readonly date: string };
  /** Family named in the SVG; the caller that draws it gives the font. */
  readonly fontFamily?: string;
}

/**
 * Radar of one démarche, from 0 (centre) to 3. An axis with criteria without answer has a hollow point and a question
 * mark. Fewer than three axes make no radar: bars are drawn instead. Same scores, same text.
 */
export function renderRadar(score: DemarcheScore, options: RadarOptions): string {
  const { language, fontFamily = 'DejaVu Sans Condensed, sans-serif' } = options;
  const title = score.demarche.title[language];
  const body = score.axes.length < 3 ? drawBars(score, options) : drawRadar(score, options);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-label="${escapeXml(title)}" font-family="${escapeXml(fontFamily)}">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="24" y="36" font-size="20" font-weight="bold" fill="#1c2126">${escapeXml(title)}</text>
${body}
${drawLegend(options)}
</svg>
`;
}

function drawRadar({ axes }: DemarcheScore, { language, later }: RadarOptions): string {
  const count = axes.length;
  const parts: string[] = [];
  for (let level = 1; level <= HIGHEST; level++) {
    parts.push(
      polygon(
        axes.map((_, index) => pointOf(index, count, level)),
        'stroke="#d9dcd8" fill="none"',
      ),
    );
    parts.push(
      `<text x="${CENTRE.x + 6}" y="${round(CENTRE.y - (RADIUS * level) / HIGHEST + 13)}" font-size="11" fill="#59626d">${level}</text>`,
    );
  }
  for (const [index, axis] of axes.entries()) {
    const end = pointOf(index, count, HIGHEST);
    parts.push(`<line x1="${CENTRE.x}" y1="${CENTRE.y}" x2="${end.x}" y2="${end.y}" stroke="#d9dcd8"/>`);
    parts.push(axisLabel(axis, index, count, language));
  }
  const line = (name: LineName, values: readonly (number | undefined)[]) =>
    polygon(
      values.map((value, index) => pointOf(index, count, value ?? 0)),
      attributesOf(name),
    );
  parts.push(
    line(
      'minimum',
      axes.map(({ minimum }) => minimum),
    ),
  );
  parts.push(
    line(
      'recommended',
      axes.map(({ recommended }) => recommended),
    ),
  );
  if (later)
    parts.push(
      line(
        'later',
        axes.map((axis) => meanIn(later.score, axis)),
      ),
    );
  parts.push(
    line(
      'now',
      axes.map(({ mean }) => mean),
    ),
  );
  for (const [index, axis] of axes.entries()) parts.push(point(pointOf(index, count, axis.mean ?? 0), axis));
  return parts.join('\n');
}

const meanIn = ({ axes }: DemarcheScore, { axis }: AxisScore) => axes.find((each) => each.axis.id === axis.id)?.mean;

function pointOf(index: number, count: number, value: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const distance = (RADIUS * value) / HIGHEST;
  return { x: round(CENTRE.x + distance * Math.cos(angle)), y: round(CENTRE.y + distance * Math.sin(angle)) };
}

function axisLabel(score: AxisScore, index: number, count: number, language: Language): string {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const x = round(CENTRE.x + (RADIUS + 22) * Math.cos(angle));
  const y = round(CENTRE.y + (RADIUS + 22) * Math.sin(angle));
  const side = Math.cos(angle);
  const anchor = Math.abs(side) < 0.1 ? 'middle' : side > 0 ? 'start' : 'end';
  return `<text x="${x}" y="${y}" font-size="13" text-anchor="${anchor}" fill="#1c2126">${escapeXml(score.axis.title[language])}<tspan x="${x}" dy="16" fill="#59626d" font-size="12">${describeMean(score, language)}</tspan></text>`;
}

/** `2,5 / 3`, with `?` while a criterion has no answer. */
export function describeMean({ mean, answered, asked }: AxisScore, language: Language): string {
  if (mean === undefined) return '? / 3';
  const number = (Math.round(mean * 100) / 100).toString();
  return `${language === 'fr' ? number.replace('.', ',') : number} / 3${answered < asked ? ' ?' : ''}`;
}

function point({ x, y }: { x: number; y: number }, { answered, asked }: AxisScore): string {
  const isWhole = answered === asked;
  return `<circle cx="${x}" cy="${y}" r="5" stroke="${LINES.now.stroke}" stroke-width="2" fill="${isWhole ? LINES.now.stroke : '#ffffff'}"/>`;
}

function drawBars({ axes }: DemarcheScore, { language, later }: RadarOptions): string {
  const width = 420;
  const left = 260;
  const at = (value: number) => round(left + (width * value) / HIGHEST);
  return axes
    .map((score, index) => {
      const y = 90 + index * 70;
      const { mean = 0, minimum = 0, recommended = 0 } = score;
      const mark = (name: LineName, value: number) =>
        `<line x1="${at(value)}" y1="${y - 6}" x2="${at(value)}" y2="${y + 30}" ${attributesOf(name)}/>`;
      return [
        `<text x="24" y="${y + 10}" font-size="13" fill="#1c2126">${escapeXml(score.axis.title[language])}<tspan x="24" dy="16" font-size="12" fill="#59626d">${describeMean(score, language)}</tspan></text>`,
        `<rect x="${left}" y="${y}" width="${width}" height="24" fill="#eff0ef"/>`,
        `<rect x="${left}" y="${y}" width="${round((width * mean) / HIGHEST)}" height="24" fill="${LINES.now.stroke}"/>`,
        mark('minimum', minimum),
        mark('recommended', recommended),
        ...(later ? [mark('later', meanIn(later.score, score) ?? 0)] : []),
      ].join('\n');
    })
    .join('\n');
}

function drawLegend({ language, later }: RadarOptions): string {
  const names: LineName[] = ['now', ...(later ? (['later'] as const) : []), 'minimum', 'recommended'];
  return names
    .map((name, index) => {
      const x = 24 + index * 180;
      const word =
        name === 'later' && later
          ? `${WORDS.later[language]} ${dateWords(later.date, language)}`
          : WORDS[name][language];
      return `<line x1="${x}" y1="536" x2="${x + 26}" y2="536" ${attributesOf(name)}/><text x="${x + 33}" y="540" font-size="12" fill="#1c2126">${escapeXml(word)}</text>`;
    })
    .join('\n');
}

function attributesOf(name: LineName): string {
  const { stroke, dash, fill, opacity } = LINES[name];
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `stroke="${stroke}" stroke-width="2"${dashes} fill="${fill}"${fill === 'none' ? '' : ` fill-opacity="${opacity}"`}`;
}

function polygon(points: readonly { x: number; y: number }[], attributes: string): string {
  return `<polygon points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}" ${attributes}/>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
