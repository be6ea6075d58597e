import { EXIT, isEpreuveError, type Language } from '../judge.js';
import type { Io } from './io.js';

/** Exit codes of design §4 for what was thrown. */
function exitCodeOf(error: unknown): number {
  if (!isEpreuveError(error)) return EXIT.defect;
  if (error.family === 'defect') return EXIT.defect;
  return error.family === 'transport' ? EXIT.inconclusive : EXIT.operator;
}

const REPORT_IT = {
  fr: 'C’est un défaut d’Épreuve. Merci de le signaler avec ces lignes ; elles ne contiennent aucune valeur de vos documents.',
  en: 'This is a defect in Épreuve. Please report it with these lines; they hold no value from your documents.',
} as const;

/** Tells the person what went wrong and what to do; a stack only for our own defects. */
export function reportError(error: unknown, language: Language, io: Io): number {
  if (isEpreuveError(error) && error.family !== 'defect') {
    const { text, hint } = error.describe(language);
    io.stderr.write(`epreuve: ${text}\n${hint ? `  → ${hint}\n` : ''}`);
  } else {
    // The message of a foreign error could quote a document: only its name and where it happened are shown.
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    const name = isEpreuveError(error) ? error.message : error instanceof Error ? error.name : typeof error;
    io.stderr.write(`epreuve: ${name}\n${stack.slice(0, 8).join('\n')}\n${REPORT_IT[language]}\n`);
  }
  return exitCodeOf(error);
}
