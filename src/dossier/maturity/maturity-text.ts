import type { Language } from '../../core/index.js';
import { dateWords, STANDING_WORDS } from '../words.js';
import { describeMean } from './radar.js';
import { type AxisScore, type DemarcheScore, projectionDates, scoreDemarche } from './score.js';
import type { Answers, CriterionAnswer, Demarche, Maturity } from './types.js';

/** One démarche today and at each date a target is due. */
export interface MaturityState {
  readonly demarche: Demarche;
  readonly now: DemarcheScore;
  readonly later: readonly { readonly date: string; readonly score: DemarcheScore }[];
}

export function assessMaturity(maturity: Maturity, demarches: readonly string[], answers: Answers): MaturityState[] {
  return maturity.demarches
    .filter(({ id }) => demarches.includes(id))
    .map((demarche) => ({
      demarche,
      now: scoreDemarche(maturity, demarche, answers),
      later: projectionDates(maturity, demarche, answers).map((date) => ({
        date,
        score: scoreDemarche(maturity, demarche, answers, date),
      })),
    }));
}

export const AXIS_VERDICT_WORDS = {
  below: { fr: 'sous le minimum', en: 'below the minimum' },
  minimum: { fr: 'minimum atteint', en: 'minimum reached' },
  recommended: { fr: 'recommandé atteint', en: 'recommended reached' },
  unknown: { fr: 'non conclu', en: 'can’t tell' },
} as const;

export const AXIS_VERDICT_SIGNS = { below: '✕', minimum: '✓', recommended: '✓', unknown: '?' } as const;

/** The table of `epreuve dossier maturity`. */
export function renderMaturity(
  states: readonly MaturityState[],
  maturity: Maturity,
  answers: Answers,
  language: Language,
): string {
  const lines = [`${maturity.warning[language]} [${STANDING_WORDS[maturity.standing][language]}]`];
  for (const { demarche, now, later } of states) {
    lines.push('', demarche.title[language]);
    for (const axis of now.axes) {
      lines.push(`  ${axis.axis.title[language].padEnd(28)} ${describeAxis(axis, language)}`);
      const { date, score } = later.at(-1) ?? {};
      const projected = score?.axes.find((each) => each.axis.id === axis.axis.id);
      if (date !== undefined && projected && projected.mean !== axis.mean) {
        lines.push(
          `  ${''.padEnd(28)} → ${dateWords(date, language)}${language === 'fr' ? ' : ' : ': '}${describeAxis(projected, language)}`,
        );
      }
    }
    lines.push(...criteriaLines(maturity, demarche, answers, language));
  }
  return `${lines.join('\n')}\n`;
}

/** `2,5 / 3  ✓ minimum atteint (minimum 2, recommandé 3)`. */
export function describeAxis(axis: AxisScore, language: Language): string {
  const { verdict, minimum, recommended, answered, asked } = axis;
  const word = `${AXIS_VERDICT_SIGNS[verdict]} ${AXIS_VERDICT_WORDS[verdict][language]}`;
  const missing = asked - answered;
  const waits = language === 'fr' ? `, ${missing} sans réponse` : `, ${missing} without answer`;
  const number = (value: number | undefined) => String(value ?? '–').replace('.', language === 'fr' ? ',' : '.');
  const levels = `minimum ${number(minimum)}, ${language === 'fr' ? 'recommandé' : 'recommended'} ${number(recommended)}`;
  return `${describeMean(axis, language).padEnd(10)} ${word} (${levels}${missing > 0 ? waits : ''})`;
}

function criteriaLines(maturity: Maturity, demarche: Demarche, answers: Answers, language: Language): string[] {
  const own = maturity.criteria.filter(({ demarches }) => demarches.includes(demarche.id));
  return own.map(({ id, question, kind }) => {
    const option =
      kind === 'option' ? ` (${language === 'fr' ? 'option, hors moyenne' : 'option, not in the mean'})` : '';
    return `    ${id.padEnd(6)} ${describeAnswer(maturity, answers[id], language)} · ${question[language]}${option}`;
  });
}

/** Level in words, and the target. */
export function describeAnswer(maturity: Maturity, answer: CriterionAnswer | undefined, language: Language): string {
  if (!answer) return language === 'fr' ? '? sans réponse' : '? no answer';
  const levelWord = (level: string) => maturity.scale.find(({ id }) => id === level)?.title[language];
  const level =
    answer.level === 'not-applicable'
      ? language === 'fr'
        ? 'sans objet'
        : 'not applicable'
      : (levelWord(answer.level) ?? answer.level);
  const { target } = answer;
  if (!target) return level;
  if (target.notApplicable) {
    return `${level} → ${language === 'fr' ? 'cible sans objet' : 'target not applicable'} (${target.comment ?? ''})`;
  }
  return `${level} → ${levelWord(target.level ?? '') ?? ''}, ${dateWords(target.date ?? '', language)}`;
}
