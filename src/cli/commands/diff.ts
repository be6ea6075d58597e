import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareLeaves,
  compareMessages,
  compareResults,
  type Difference,
  EVENTS_FILE,
  EXIT,
  evidenceOfDocuments,
  Hl7v2Message,
  hasNewFailure,
  isEpreuveError,
  judgeEvidence,
  leavesOfJson,
  leavesOfXml,
  makeError,
  RESULT_FILE,
  type RunResult,
  readRun,
  renderDiffHtml,
  renderDiffJson,
  renderDiffText,
  splitDocuments,
  suppressionsOf,
  systemCode,
  type Text,
} from '../../judge.js';
import { asEvidence, type InputDocument, readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';
import { readRecorded } from '../recorded-result.js';

/**
 * `epreuve diff <a> <b>`: two runs (or results), or two documents. `epreuve diff <run> --pack … --pack …`: one run judged
 * with one pack, then with the other.
 */
export async function runDiff(paths: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const packs = texts(options, 'pack');
  const [first = '', second] = paths;
  if (paths.length > 2) throw makeError('bad-option', { option: '<b>', reason: '2', command: 'diff' });
  if (second === undefined) {
    const [one, other] = packs;
    if (one === undefined || other === undefined || packs.length > 2) {
      throw makeError('option-needs', { option: '<b>', other: '--pack … --pack …', command: 'diff' });
    }
    const evidence = await evidenceOf(first, options, session);
    const judged = (pack: string) => judgeEvidence(evidence, { packs: [pack] });
    return showResults(await judged(one), await judged(other), options, session);
  }
  if (packs.length > 0) throw makeError('option-excludes', { option: '--pack', other: '<b>', command: 'diff' });
  if ((await isResult(first)) && (await isResult(second))) {
    return showResults(await resultOf(first), await resultOf(second), options, session);
  }
  return diffDocuments([first, second], options, session);
}

async function evidenceOf(path: string, options: Record<string, unknown>, session: Session) {
  if (existsSync(join(path, EVENTS_FILE))) return readRun(path);
  const maxBytes = readNumber(options, 'maxBytes', 'diff', [1, 1024 * 1024 * 1024]);
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes });
  return evidenceOfDocuments(asEvidence(documents));
}

/** A run folder, or a result file; another JSON is a document. */
async function isResult(path: string): Promise<boolean> {
  if (existsSync(join(path, EVENTS_FILE))) return true;
  if (!path.endsWith('.json')) return false;
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.includes('"epreuve-result/1"');
}

/** The recorded result, or the one the evidence gives. Throws `not-a-result`. */
async function resultOf(path: string): Promise<RunResult> {
  if (!existsSync(join(path, EVENTS_FILE))) return (await readRecorded(path)).result;
  const file = join(path, RESULT_FILE);
  if (!existsSync(file)) return judgeEvidence(readRun(path));
  const { result } = await readRecorded(file);
  const suppressions = suppressionsOf(result);
  return suppressions
    ? judgeEvidence(readRun(path), { suppressions, ...(result.forcedPacks && { packs: result.forcedPacks }) })
    : result;
}

async function showResults(
  before: RunResult,
  after: RunResult,
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const { language } = session;
  const settings = { language, showValues: options.showValues === true };
  const html = optionalText(options, 'html');
  if (html !== undefined) {
    await writeFile(html, renderDiffHtml(before, after, settings)).catch((cause) => {
      throw makeError('folder-unwritable', { folder: html, reason: systemCode(cause) }, { cause });
    });
    session.say({ fr: `Page : ${html}`, en: `Page: ${html}` });
  }
  const render = options.json === true ? renderDiffJson : renderDiffText;
  session.print(render(before, after, settings));
  const failOn = optionalText(options, 'failOn');
  if (failOn === undefined) return EXIT.passed;
  const warnings = failOn === 'new-warning';
  return hasNewFailure(compareResults(before, after), { warnings }) ? EXIT.failed : EXIT.passed;
}

interface FileDifference extends Difference {
  /** Number of the message, when a file holds several. */
  readonly message?: number;
}

async function diffDocuments(
  paths: readonly string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const maxBytes = readNumber(options, 'maxBytes', 'diff', [1, 1024 * 1024 * 1024]);
  const { documents } = await readInputs(paths, { stdin: session.io.stdin, maxBytes });
  const [before, after] = documents;
  if (documents.length !== 2 || !before || !after) throw makeError('not-comparable', { file: paths.join(', ') });
  const ignore = texts(options, 'ignore').flatMap((list) => list.split(',').map((path) => path.trim()));
  const differences = compareDocuments(before, after, ignore);
  const shown = options.showValues === true ? differences : differences.map(masked);
  if (options.json === true)
    session.print(JSON.stringify({ format: 'epreuve-document-diff/1', differences: shown }, null, 2));
  else session.print(differenceText(shown, session.language));
  return optionalText(options, 'failOn') !== undefined && differences.length > 0 ? EXIT.failed : EXIT.passed;
}

function compareDocuments(before: InputDocument, after: InputDocument, ignore: readonly string[]): FileDifference[] {
  const kinds = [before, after].map(({ mediaType }) =>
    /hl7/.test(mediaType) ? 'hl7v2' : /json/.test(mediaType) ? 'json' : /xml/.test(mediaType) ? 'xml' : '',
  );
  const [kind] = kinds;
  if (kind === '' || kinds[1] !== kind) throw makeError('not-comparable', { file: `${before.name}, ${after.name}` });
  if (kind === 'hl7v2') return compareFiles(before, after, ignore);
  const leaves = kind === 'json' ? leavesOfJson : leavesOfXml;
  const read = ({ bytes, name }: InputDocument) => leaves(Buffer.from(bytes).toString('utf8'), name);
  return compareLeaves(read(before), read(after), ignore);
}

function compareFiles(before: InputDocument, after: InputDocument, ignore: readonly string[]): FileDifference[] {
  const [left, right] = [messagesOf(before), messagesOf(after)];
  if (left.length !== right.length || left.length === 0)
    throw makeError('not-comparable', { file: `${before.name} (${left.length}), ${after.name} (${right.length})` });
  return left.flatMap((message, index) => {
    const other = right[index];
    const found = other ? compareMessages(message, other, ignore) : [];
    return left.length === 1 ? found : found.map((each) => ({ message: index + 1, ...each }));
  });
}

function messagesOf({ bytes, name }: InputDocument): Hl7v2Message[] {
  try {
    return [...splitDocuments(bytes)].flatMap((part) =>
      part.kind === 'message' ? [new Hl7v2Message(part.bytes)] : [],
    );
  } catch (cause) {
    if (!isEpreuveError(cause, 'document')) throw cause;
    throw makeError('not-comparable', { file: name }, { cause });
  }
}

/** Shapes stay: a person sees that a date became longer, not which. */
function masked({ before, after, ...rest }: FileDifference): FileDifference {
  const mask = (value: string) => value.replace(/[\p{L}\p{N}]+/gu, '•••');
  return {
    ...rest,
    ...(before !== undefined && { before: mask(before) }),
    ...(after !== undefined && { after: mask(after) }),
  };
}

const NO_DIFFERENCE: Text = { fr: 'Aucune différence.', en: 'No difference.' };
const EMPTY: Text = { fr: '(vide)', en: '(empty)' };

function differenceText(differences: readonly FileDifference[], language: 'fr' | 'en'): string {
  if (differences.length === 0) return NO_DIFFERENCE[language];
  const signs = { changed: '~', added: '+', removed: '–' } as const;
  const lines = differences.map(({ path, kind, before, after, message }) => {
    const place = message === undefined ? path : `${message}:${path}`;
    if (kind === 'changed') return `${signs[kind]} ${place}  ${printable(before)} → ${printable(after)}`;
    return `${signs[kind]} ${place}  ${printable(before ?? after) || EMPTY[language]}`;
  });
  const many = differences.length > 1 ? 's' : '';
  const count = { fr: `${differences.length} différence${many}`, en: `${differences.length} difference${many}` }[
    language
  ];
  return [...lines, '', count].join('\n');
}

/** Control characters of a document never reach a terminal. */
function printable(text = ''): string {
  return text.replace(/\p{C}/gu, '·').slice(0, 200);
}
