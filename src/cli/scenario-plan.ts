import { describePlan, type PlannedScenario, type Scenario, summariseScenario } from '../index.js';
import type { Session } from './io.js';

/** `run --list`: what there is to play. */
export function printList(scenarios: readonly Scenario[], json: boolean, session: Session): void {
  const { language } = session;
  const rows = scenarios.map(summariseScenario);
  if (json) {
    session.print(JSON.stringify(rows, null, 2));
    return;
  }
  const width = Math.max(0, ...rows.map(({ reference }) => reference.length));
  for (const { reference, title, steps, tags } of rows) {
    const plural = steps > 1 ? 's' : '';
    const count = { fr: `${steps} étape${plural}`, en: `${steps} step${plural}` }[language];
    session.print(
      `${reference.padEnd(width)}  ${title[language]} (${count}${tags.length > 0 ? ` · ${tags.join(', ')}` : ''})`,
    );
  }
}

/** `run --dry-run`: what would be done, nothing being opened. */
export function printPlan(scenarios: readonly Scenario[], target: string, json: boolean, session: Session): void {
  const plan = scenarios.map(describePlan);
  if (json) {
    session.print(JSON.stringify({ target, scenarios: plan }, null, 2));
    return;
  }
  const { language } = session;
  const ours = {
    fr: 'DMN de référence d’Épreuve (le vôtre : --target)',
    en: 'reference DMN of Épreuve (yours: --target)',
  };
  const name = target === 'reference' ? ours[language] : target;
  session.print(
    { fr: `Plan (rien n’est joué) · cible : ${name}`, en: `Plan (nothing is played) · target: ${name}` }[language],
  );
  for (const scenario of plan) printScenario(scenario, session);
}

const TRUST = {
  primary: { fr: 'source primaire', en: 'primary source' },
  secondary: {
    fr: 'transcription à vérifier dans le texte officiel',
    en: 'transcription, to be checked in the official text',
  },
} as const;

function printScenario({ reference, title, summary, requirements, steps }: PlannedScenario, session: Session): void {
  const { language } = session;
  const colon = { fr: '\u00a0: ', en: ': ' }[language];
  session.print(`\n${reference}${colon}${title[language]}\n${summary[language]}`);
  for (const { id, trust, source } of requirements)
    session.print(`  ${id} (${TRUST[trust][language]}${colon}${source})`);
  for (const [at, { path, kind, title: what, does, skip }] of steps.entries()) {
    session.print(`  ${String(at + 1).padStart(2)}. ${what[language]}  [${path}]`);
    session.print(
      `      ${kind} · ${does[language]}${skip ? ` · ${{ fr: 'sauté', en: 'skipped' }[language]}${colon}${skip[language]}` : ''}`,
    );
  }
}
