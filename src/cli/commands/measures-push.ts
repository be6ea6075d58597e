import { resolve } from 'node:path';
import { type Feed, isEpreuveError, makeError, pushMeasures, systemClock, toFeeds } from '../../index.js';
import { type InputDocument, readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { readMeasuresClient, tellMeasure, tellServer } from '../measures-options.js';
import { optionalText } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { tellFailure, tellRun, worse } from '../tell.js';

const LARGEST_FILE = 64 * 1024 * 1024;

/** `epreuve measures push <files…> --to url`. */
export async function runMeasuresPush(
  paths: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const command = 'measures push';
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, command);
  const client = await readMeasuresClient(options, session, command, 'to');
  const { documents } = await readInputs(paths, { stdin: session.io.stdin, maxBytes: LARGEST_FILE });
  const feeds = readFeeds(documents, options.single === true, session);
  if (feeds.length === 0) throw makeError('nothing-to-feed', { file: paths.join(', ') });
  const folder = optionalText(options, 'out') ?? newRunFolder('push', systemClock.now());
  const failure = await tellFailure(
    () => pushMeasures({ folder, client, feeds, onStep: (progress) => tellMeasure(progress, session) }),
    session,
  );
  const result = await finishRun(folder, own, session);
  tellServer(result, session);
  return worse(failure, await tellRun(result, resolve(folder), own, session, command));
}

/** A file with nothing to send is told; the others go. One that cannot be read stops everything before anything is sent. */
function readFeeds(documents: readonly InputDocument[], single: boolean, session: Session): Feed[] {
  return documents.flatMap(({ name, evidenceName, bytes }) => {
    try {
      return toFeeds(evidenceName, bytes, { single });
    } catch (error) {
      if (!isEpreuveError(error) || error.code !== 'nothing-to-feed') throw error;
      session.say(makeError('nothing-to-feed', { file: name }, { cause: error }).describe(session.language).text);
      return [];
    }
  });
}
