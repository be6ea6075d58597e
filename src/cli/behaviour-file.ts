import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { type BehaviourRule, isEpreuveError, makeError, readBehaviour } from '../index.js';

/** Throws `file-not-found`, and `bad-behaviour` naming the place. */
export async function readBehaviourFile(file: string | undefined): Promise<BehaviourRule[]> {
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    const { line = 1, col = 1 } = problem.linePos?.[0] ?? {};
    throw badYaml(file, `${line}:${col}`, problem.code);
  }
  try {
    return readBehaviour(document.toJS({ maxAliasCount: 0 }), file);
  } catch (cause) {
    throw isEpreuveError(cause) ? cause : badYaml(file, 'YAML', 'ALIAS', cause);
  }
}

function badYaml(file: string, place: string, code: string, cause?: unknown): Error {
  const reasonFr = `YAML mal formé (${code})`;
  return makeError('bad-behaviour', { file, place, reasonFr, reasonEn: `malformed YAML (${code})` }, { cause });
}
