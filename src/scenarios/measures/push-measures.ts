import { type Feed, type MeasuresAnswer, MeasuresClient, type MeasuresClientOptions } from '../../actors/index.js';
import { type Text, VERSION } from '../../core/index.js';
import { RunRecorder } from '../../evidence/index.js';
import { HttpRecorder } from '../http-recorder.js';
import { askCapabilities, describeAnswer, type MeasureProgress, runStep, type Verdict } from './measure-run.js';

export interface PushOptions {
  readonly folder: string;
  readonly client: MeasuresClientOptions;
  readonly feeds: readonly Feed[];
  readonly onStep?: (progress: MeasureProgress) => void;
}

const TITLE: Text = { fr: 'Envoi de mesures', en: 'Measures sent' };

/**
 * Sends each feed and says what came of it: one step each. Leaves a run folder, also when the connection fails.
 * Throws the transport error of the connection.
 */
export async function pushMeasures({ folder, client: options, feeds, onStep }: PushOptions): Promise<void> {
  await withClient(folder, TITLE, options, async (client, recorder) => {
    let last: MeasuresAnswer | undefined;
    for (const [index, feed] of feeds.entries()) {
      const title = { fr: `Envoi : ${feed.name}`, en: `Sent: ${feed.name}` };
      let answer: MeasuresAnswer | undefined;
      const verdict = await runStep(recorder, { id: `push-${index + 1}`, title }, async () => {
        answer = await send(client, feed);
        return judgePush(answer, feed);
      });
      onStep?.({ ...verdict, number: index + 1, total: feeds.length, title, answer });
      last = answer;
    }
    if (last) await askCapabilities(client, last);
  });
}

/** A run with one client: recorded, closed and ended whatever happens. */
export async function withClient(
  folder: string,
  title: Text,
  options: MeasuresClientOptions,
  work: (client: MeasuresClient, recorder: RunRecorder) => Promise<void>,
): Promise<void> {
  const { clock, idToken, observers = [] } = options;
  // Made once before the folder exists, so that a mistake in an option leaves none.
  await (await MeasuresClient.open(options)).close();
  const recorder = new RunRecorder({
    folder,
    title,
    tool: { name: 'epreuve', version: VERSION },
    ...(clock && { clock }),
  });
  const http = new HttpRecorder(recorder, 'client', 'everything', idToken ? [idToken.header] : []);
  const client = await MeasuresClient.open({ ...options, observers: [http.observer, ...observers] });
  try {
    await work(client, recorder);
  } finally {
    await client.close();
    recorder.end();
  }
}

function send(client: MeasuresClient, { type, json }: Feed): Promise<MeasuresAnswer> {
  return type === 'Bundle' ? client.feed(json) : client.create(type, json);
}

/** Accepted, and each entry too: a transaction answers for every one (reference §8.3). */
function judgePush(answer: MeasuresAnswer, { type }: Feed): Verdict {
  const said = describeAnswer(answer);
  if (!answer.ok) return { outcome: 'failed', reason: said };
  const refused = type === 'Bundle' ? statusesOf(answer).filter((status) => !/^2\d\d\b/.test(status)) : [];
  return { outcome: refused.length === 0 ? 'passed' : 'failed', reason: said };
}

function statusesOf({ resource }: MeasuresAnswer): string[] {
  const entries: unknown = resource?.entry;
  if (!Array.isArray(entries)) return [];
  return entries.map((entry: { response?: { status?: unknown } } | null) => String(entry?.response?.status ?? ''));
}
