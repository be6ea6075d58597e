import { type EpreuveError, isEpreuveError, makeError, type Text } from '../../core/index.js';

/** One thing that is wrong in a pack folder, for its author. */
export interface PackMistake {
  /** As the author would write it: the pack's folder name and the path inside it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly reason: Text;
  readonly remedy: Text;
}

/** More than this is one mistake repeated. */
const SHOWN = 50;

class PackMistakes extends Error {
  constructor(readonly list: readonly PackMistake[]) {
    super(`${list.length} mistakes`);
  }
}

/** A `pack-invalid` error (or another of the same data) that tells every mistake, in the order of files and lines. */
export function packInvalid(
  mistakes: readonly PackMistake[],
  code: 'pack-invalid' | 'dossier-invalid' = 'pack-invalid',
): EpreuveError {
  const list = [...mistakes].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  const [first] = list;
  return makeError(
    code,
    {
      file: first?.file,
      line: first?.line,
      column: first?.column,
      reasonFr: first?.reason.fr,
      reasonEn: first?.reason.en,
      remedyFr: first?.remedy.fr,
      remedyEn: first?.remedy.en,
      moreFr: furtherMistakes(list, 'fr'),
      moreEn: furtherMistakes(list, 'en'),
    },
    { cause: new PackMistakes(list) },
  );
}

/** Every mistake behind an error of `packInvalid`; none for another error. */
export function packMistakesOf(error: unknown): readonly PackMistake[] {
  return isEpreuveError(error) && error.cause instanceof PackMistakes ? error.cause.list : [];
}

function furtherMistakes(list: readonly PackMistake[], language: 'fr' | 'en'): string {
  const further = list.slice(1, SHOWN);
  const lines = further.map(
    ({ file, line, column, reason, remedy }) =>
      `\n  ${file}:${line}:${column} ${reason[language]} (${remedy[language]})`,
  );
  const left = list.length - SHOWN;
  if (left > 0) lines.push(language === 'fr' ? `\n  … et ${left} autres` : `\n  … and ${left} more`);
  return lines.join('');
}
