import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, makeError, pullMeasures, systemClock, systemCode } from '../../index.js';
import type { Session } from '../io.js';
import { readMeasuresClient, tellMeasure, tellServer } from '../measures-options.js';
import { optionalText, readNumber, texts } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { tellFailure, tellRun, worse } from '../tell.js';

const COMMAND = 'measures pull';

/** `epreuve measures pull --from url`. */
export async function runMeasuresPull(
  _args: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, COMMAND);
  const search = readSearch(options);
  const maxPages = readNumber(options, 'maxPages', COMMAND, [1, 10_000]);
  const client = await readMeasuresClient(options, session, COMMAND, 'from');
  const folder = optionalText(options, 'out') ?? newRunFolder('pull', systemClock.now());
  const resources: string[] = [];
  const failure = await tellFailure(
    () =>
      pullMeasures({
        folder,
        client,
        search,
        maxPages,
        onStep: (progress) => tellMeasure(progress, session),
        onResource: (resource) => resources.push(JSON.stringify(resource)),
      }),
    session,
  );
  const file = optionalText(options, 'save');
  if (file !== undefined && failure === EXIT.passed) await save(file, resources, session);
  const result = await finishRun(folder, own, session);
  tellServer(result, session);
  return worse(failure, await tellRun(result, resolve(folder), own, session, COMMAND));
}

/**
 * The search as the API wants it, or with `--param` as any FHIR server does. Throws `bad-option` for options that say two
 * things at once.
 */
function readSearch(options: Record<string, unknown>): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined) search[name] = value;
  };
  set('code', optionalText(options, 'code'));
  set('subject.identifier', optionalText(options, 'patient'));
  const [since, until] = [optionalText(options, 'since'), optionalText(options, 'until')];
  if (options.last === true && (since !== undefined || until !== undefined)) {
    throw makeError('option-excludes', { option: '--last', other: '--since, --until', command: COMMAND });
  }
  const dates = [since && `ge${since}`, until && `le${until}`].filter((date) => date !== undefined && date !== '');
  if (dates.length > 0) search.date = dates.map(String);
  if (options.last === true) Object.assign(search, { _sort: '-date', _count: '1' });
  if (options.count !== undefined) set('_count', String(readNumber(options, 'count', COMMAND, [1, 10_000])));
  if (options.devices === true) search._include = 'Observation:device';
  for (const text of texts(options, 'param')) addParameter(search, text);
  return search;
}

function addParameter(search: Record<string, string | string[]>, text: string): void {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw makeError('bad-option', { option: '--param', reason: 'name=value', command: COMMAND });
  }
  const before = search[name];
  search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}

/** One resource a line (NDJSON). Throws `folder-unwritable`. */
async function save(file: string, resources: readonly string[], session: Session): Promise<void> {
  try {
    await writeFile(file, resources.map((resource) => `${resource}\n`).join(''), { mode: 0o600 });
  } catch (cause) {
    throw makeError('folder-unwritable', { folder: file, reason: systemCode(cause) }, { cause });
  }
  session.say({ fr: `Mesures : ${file} (${resources.length})`, en: `Measures: ${file} (${resources.length})` });
}
