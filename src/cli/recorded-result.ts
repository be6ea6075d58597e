import { readFile } from 'node:fs/promises';
import { makeError, type RunResult } from '../judge.js';

/** A result as it was written. Throws `file-not-found` and `not-a-result`. */
export async function readRecorded(file: string): Promise<{ text: string; result: RunResult }> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw makeError('not-a-result', { file }, { cause });
  }
  if (!isResult(value)) throw makeError('not-a-result', { file });
  return { text, result: value };
}

/** The parts every renderer walks through; a file of ours that was bent deeper is found by `verify`. */
function isResult(value: unknown): value is RunResult {
  if (!isObject(value) || value.format !== 'epreuve-result/1') return false;
  const lists = [value.packs, value.evidence, value.steps, value.items, value.findings];
  const objects = [value.tool, value.title, value.counts, value.rules];
  return lists.every((list) => Array.isArray(list) && list.every(isObject)) && objects.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
