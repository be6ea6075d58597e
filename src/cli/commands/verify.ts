import { join } from 'node:path';
import {
  EXIT,
  findIntegrityProblems,
  type IntegrityProblem,
  judgeEvidence,
  loadReport,
  RESULT_FILE,
  type RunResult,
  readRun,
  type Text,
} from '../../index.js';
import type { Session } from '../io.js';
import { readRecorded } from '../recorded-result.js';

const PROBLEMS: Readonly<Record<IntegrityProblem['code'], Text>> = {
  'no-manifest': {
    fr: 'manifeste absent ou illisible : le passage n’a pas été scellé',
    en: 'manifest absent or unreadable: the run was not sealed',
  },
  changed: { fr: 'contenu modifié', en: 'content changed' },
  missing: { fr: 'fichier disparu', en: 'file gone' },
  unlisted: { fr: 'fichier ajouté après coup', en: 'file added afterwards' },
  'chain-broken': { fr: 'la chaîne des événements est rompue', en: 'the chain of events is broken' },
  'not-json': { fr: 'événement illisible', en: 'unreadable event' },
  truncated: { fr: 'dernier événement incomplet', en: 'last event incomplete' },
};

/** `epreuve verify <run>`: no file changed, and judging again gives the same result, byte for byte. */
export async function runVerify(
  [folder = '']: string[],
  _options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const { language } = session;
  const problems = findIntegrityProblems(folder);
  for (const { code, path, line } of problems) {
    session.print(`✗ ${path}${line === undefined ? '' : `:${line}`} — ${PROBLEMS[code][language]}`);
  }
  if (problems.length > 0) return EXIT.failed;
  session.print(UNCHANGED[language]);
  const { text: recorded, result: before } = await readRecorded(join(folder, RESULT_FILE));
  const { forcedPacks } = before;
  const result = await judgeEvidence(readRun(folder), forcedPacks ? { packs: forcedPacks } : {});
  const { render } = await loadReport('json');
  const again = Buffer.from(render(result, { language, showValues: true })).toString('utf8');
  if (again === recorded) {
    session.print(SAME[language]);
    return EXIT.passed;
  }
  const changed = usedElsewise(before, result);
  session.print((changed ? OTHER_TOOLS : DIFFERENT)[language]);
  return changed ? EXIT.inconclusive : EXIT.failed;
}

const UNCHANGED: Text = {
  fr: '✓ Aucun fichier n’a changé depuis le passage.',
  en: '✓ No file changed since the run.',
};
const SAME: Text = {
  fr: '✓ Jugé de nouveau : même résultat, à l’octet près.',
  en: '✓ Judged again: the same result, byte for byte.',
};
const OTHER_TOOLS: Text = {
  fr: '? Jugé de nouveau avec d’autres versions d’Épreuve ou des packs : le résultat diffère. Voir « epreuve judge ».',
  en: '? Judged again with other versions of Épreuve or of the packs: the result differs. See "epreuve judge".',
};
const DIFFERENT: Text = {
  fr: '✗ Jugé de nouveau : le résultat enregistré n’est pas celui que donnent les preuves.',
  en: '✗ Judged again: the recorded result is not the one the evidence gives.',
};

/** True when the recorded result was made by another version of the tool or with other packs. */
function usedElsewise(recorded: RunResult, again: RunResult): boolean {
  const fingerprint = (result: RunResult) =>
    JSON.stringify([result.tool.version, ...result.packs.map(({ id, digest }) => `${id} ${digest}`).sort()]);
  return fingerprint(recorded) !== fingerprint(again);
}
