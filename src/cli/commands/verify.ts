import { statSync } from 'node:fs';
import { EXIT, type Text } from '../../judge.js';
import { isDossierFolder, verifyDossier, verifyDossierZip } from '../dossier/verify-dossier.js';
import { INTEGRITY_WORDS } from '../integrity-words.js';
import type { Session } from '../io.js';
import { texts } from '../options.js';
import { verifyRun } from '../verify-run.js';

/**
 * `epreuve verify <folder|zip>`. Of a run: no file changed, and judging again gives the same result, byte for byte. Of a built
 * dossier, or of its ZIP: no file changed, and its signatures are good.
 */
export async function runVerify(
  [folder = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const { language } = session;
  const dossier = { ca: texts(options, 'ca'), session };
  if (isFile(folder)) return verifyDossierZip(folder, dossier);
  if (isDossierFolder(folder)) return verifyDossier(folder, dossier);
  const { problems, again } = await verifyRun(folder);
  for (const { code, path, line } of problems) {
    session.print(`✗ ${path}${line === undefined ? '' : `:${line}`} — ${INTEGRITY_WORDS[code][language]}`);
  }
  if (!again) return EXIT.failed;
  session.print(UNCHANGED[language]);
  session.print(AGAIN[again].text[language]);
  return AGAIN[again].exit;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
