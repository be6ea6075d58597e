import { EXIT, type IntegrityProblem, type Text } from '../../index.js';
import type { Session } from '../io.js';
import { verifyRun } from '../verify-run.js';

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
  const { problems, again } = await verifyRun(folder);
  for (const { code, path, line } of problems) {
    session.print(`✗ ${path}${line === undefined ? '' : `:${line}`} — ${PROBLEMS[code][language]}`);
  }
  if (!again) return EXIT.failed;
  session.print(UNCHANGED[language]);
  session.print(AGAIN[again].text[language]);
  return AGAIN[again].exit;
}

const UNCHANGED: Text = {
  fr: '✓ Aucun fichier n’a changé depuis le passage.',
  en: '✓ No file changed since the run.',
};
const AGAIN: Readonly<Record<'same' | 'different' | 'other-tools', { readonly exit: number; readonly text: Text }>> = {
  same: {
    exit: EXIT.passed,
    text: {
      fr: '✓ Jugé de nouveau : même résultat, à l’octet près.',
      en: '✓ Judged again: the same result, byte for byte.',
    },
  },
  'other-tools': {
    exit: EXIT.inconclusive,
    text: {
      fr: '? Jugé de nouveau avec d’autres versions d’Épreuve ou des packs : le résultat diffère. Voir « epreuve judge ».',
      en: '? Judged again with other versions of Épreuve or of the packs: the result differs. See "epreuve judge".',
    },
  },
  different: {
    exit: EXIT.failed,
    text: {
      fr: '✗ Jugé de nouveau : le résultat enregistré n’est pas celui que donnent les preuves.',
      en: '✗ Judged again: the recorded result is not the one the evidence gives.',
    },
  },
};
