import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Language, Text } from '../../core/index.js';
import { byDate, computeBmis } from './bmi.js';
import { type ChartSeries, lineChart } from './chart.js';
import type { StoredMeasure } from './measure.js';
import { MEASURE_KINDS, type MeasureKindId } from './measure-kinds.js';
import type { MeasureStore } from './measure-store.js';

const LOCAL_NAMES = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page as a web application, without its server. */
export function measuresApp(store: MeasureStore, language: Language): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (!LOCAL_NAMES.test(context.req.header('host') ?? '')) return context.text('forbidden host', 403);
    await next();
    context.header('Content-Security-Policy', POLICY);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
    return undefined;
  });
  app.get('/', (context) => context.html(listPage(store, language)));
  app.get('/patients/:number', (context) => {
    const key = store.patients[Number(context.req.param('number')) - 1];
    return key === undefined ? context.notFound() : context.html(patientPage(store, key, language));
  });
  return app;
}

const WORDS = {
  title: { fr: 'Mon espace santé simulé', en: 'Simulated Mon espace santé' },
  patients: { fr: 'Patients', en: 'Patients' },
  patient: { fr: 'Patient', en: 'Patient' },
  none: { fr: 'Aucune mesure pour l’instant.', en: 'No measure yet.' },
  measures: { fr: 'Mesures', en: 'Measures' },
  last: { fr: 'Dernière mesure', en: 'Last measure' },
  identifier: { fr: 'Identifiant', en: 'Identifier' },
  date: { fr: 'Date', en: 'Date' },
  value: { fr: 'Valeur', en: 'Value' },
  computed: { fr: 'calculé par la plateforme', en: 'computed by the platform' },
  other: { fr: 'Autres mesures', en: 'Other measures' },
  systolic: { fr: 'systolique', en: 'systolic' },
  diastolic: { fr: 'diastolique', en: 'diastolic' },
  table: { fr: 'Valeurs', en: 'Values' },
} as const satisfies Record<string, Text>;

type Markup = ReturnType<typeof html>;
/** Rows of a table of values; the latest. */
const MAX_ROWS = 200;

function listPage(store: MeasureStore, language: Language): Markup {
  const say = (key: keyof typeof WORDS) => WORDS[key][language];
  const rows = store.patients.map((key, index) => {
    const measures = store.ofPatient(key);
    return html`<tr>
      <td><a href="/patients/${index + 1}">${say('patient')} ${index + 1}</a></td>
      <td class="code">${key}</td><td>${measures.length}</td><td>${byDate(measures).at(-1)?.effective ?? ''}</td>
    </tr>`;
  });
  const table = html`<table>
    <thead><tr><th>${say('patient')}</th><th>${say('identifier')}</th><th>${say('measures')}</th><th>${say('last')}</th></tr></thead>
    <tbody>${rows}</tbody></table>`;
  const body = html`<h1>${say('patients')}</h1>${rows.length > 0 ? table : html`<p>${say('none')}</p>`}`;
  return page(language, say('patients'), body);
}

function patientPage(store: MeasureStore, key: string, language: Language): Markup {
  const own = store.ofPatient(key);
  const all = byDate([...own, ...computeBmis(own)]);
  const kinds = Object.keys(MEASURE_KINDS) as MeasureKindId[];
  const parts = kinds.flatMap((kind) => {
    const measures = all.filter((measure) => measure.kind === kind && measure.values.length > 0);
    return measures.length > 0 ? [measurePart(kind, measures, language)] : [];
  });
  const others = all.filter(({ kind }) => kind === undefined).length;
  const title = `${WORDS.patient[language]} ${store.patients.indexOf(key) + 1}`;
  const body = html`<h1>${title}</h1><p class="code">${key}</p>${parts}
    ${others > 0 ? html`<p>${WORDS.other[language]} : ${others}</p>` : ''}`;
  return page(language, title, body);
}

function measurePart(kind: MeasureKindId, measures: readonly StoredMeasure[], language: Language): Markup {
  const { title, unit } = MEASURE_KINDS[kind];
  const names = kind === 'bloodPressure' ? [WORDS.systolic[language], WORDS.diastolic[language]] : [title[language]];
  const series = names.map(
    (name, index): ChartSeries => ({
      name,
      points: measures.flatMap(({ range, values }) => {
        const value = values[index];
        return value === undefined ? [] : [{ at: range.start, value }];
      }),
    }),
  );
  const rows = measures
    .slice(-MAX_ROWS)
    .map(({ effective, values }) => html`<tr><td>${effective}</td><td>${values.join(' / ')} ${unit}</td></tr>`);
  const last = measures.at(-1)?.values.join(' / ') ?? '';
  const label = `${title[language]}, ${measures.length}, ${unit}`;
  return html`<section><h2>${title[language]} <span class="last">${last} ${unit}</span></h2>
    ${kind === 'bmi' ? html`<p class="note">${WORDS.computed[language]}</p>` : ''}
    ${lineChart(series, label)}
    <details><summary>${WORDS.table[language]} (${measures.length})</summary>
    <table><thead><tr><th>${WORDS.date[language]}</th><th>${WORDS.value[language]}</th></tr></thead><tbody>${rows}</tbody></table>
    </details></section>`;
}

/** Ours and constant, so put into the page as it is. */
const STYLE = raw(`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
  header { border-bottom: 1px solid #8886; margin-bottom: 1.5rem; padding-bottom: .5rem; }
  header a { color: inherit; font-weight: 600; text-decoration: none; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } .last { font-weight: 400; opacity: .8; }
  table { border-collapse: collapse; width: 100%; } th { font-weight: 500; text-align: left; }
  th, td { border-bottom: 1px solid #8884; padding: .4rem .6rem .4rem 0; vertical-align: top; }
  .code { font-family: ui-monospace, monospace; font-size: .9em; } .note { margin: 0; opacity: .7; }
  svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font-size: 12px; opacity: .75; }
  .tick line { stroke: currentColor; stroke-opacity: .15; }
  .series polyline { fill: none; stroke-width: 2; } .s0 polyline { stroke: #1a73c7; } .s0 circle { fill: #1a73c7; }
  .s1 polyline { stroke: #c2571a; } .s1 circle { fill: #c2571a; }`);

function page(language: Language, title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${title} · ${WORDS.title[language]}</title><style>${STYLE}</style></head>
    <body><header><a href="/">${WORDS.title[language]}</a></header><main>${body}</main></body></html>`;
}
