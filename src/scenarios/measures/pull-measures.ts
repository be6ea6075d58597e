import type { MeasuresAnswer, MeasuresClientOptions, SearchParameters } from '../../actors/index.js';
import type { Text } from '../../core/index.js';
import { askCapabilities, describeAnswer, type MeasureProgress, runStep, type Verdict } from './measure-run.js';
import { withClient } from './push-measures.js';

export interface PullOptions {
  readonly folder: string;
  readonly client: MeasuresClientOptions;
  readonly search: SearchParameters;
  readonly maxPages?: number;
  readonly onStep?: (progress: MeasureProgress) => void;
  /** Every resource received, page after page. */
  readonly onResource?: (resource: Readonly<Record<string, unknown>>) => void;
}

const TITLE: Text = { fr: 'Consultation de mesures', en: 'Measures consulted' };

/**
 * Asks for measures, page after page: one step each. Leaves a run folder, also when the connection fails.
 * Throws the transport error of the connection.
 */
export async function pullMeasures(options: PullOptions): Promise<void> {
  const { folder, search, maxPages, onStep, onResource } = options;
  await withClient(folder, TITLE, options.client, async (client, recorder) => {
    const pages = client.pages(search, maxPages);
    let last: MeasuresAnswer | undefined;
    for (let number = 1, more = true; more; number++) {
      const title = { fr: `Page ${number}`, en: `Page ${number}` };
      let answer: MeasuresAnswer | undefined;
      const verdict = await runStep(recorder, { id: `pull-${number}`, title }, async () => {
        answer = (await pages.next()).value ?? undefined;
        return answer ? judgePage(answer) : { outcome: 'passed', reason: NO_MORE };
      });
      more = answer?.ok === true && hasNext(answer);
      for (const resource of resourcesOf(answer)) onResource?.(resource);
      onStep?.({ ...verdict, number, total: undefined, title, answer });
      last = answer ?? last;
    }
    if (last) await askCapabilities(client, last);
  });
}

const NO_MORE: Text = { fr: 'la page suivante est une page déjà lue', en: 'the next page is one already read' };

function judgePage(answer: MeasuresAnswer): Verdict {
  if (!answer.ok) return { outcome: 'failed', reason: describeAnswer(answer) };
  if (answer.resource?.resourceType !== 'Bundle') {
    const reason = { fr: 'la réponse n’est pas un Bundle', en: 'the answer is not a Bundle' };
    return { outcome: 'failed', reason };
  }
  const count = resourcesOf(answer).length;
  const total = typeof answer.resource.total === 'number' ? ` / ${answer.resource.total}` : '';
  return { outcome: 'passed', reason: { fr: `${count} ressource(s)${total}`, en: `${count} resource(s)${total}` } };
}

function hasNext({ resource }: MeasuresAnswer): boolean {
  const links: unknown = resource?.link;
  return Array.isArray(links) && links.some((link: { relation?: unknown } | null) => link?.relation === 'next');
}

export function resourcesOf(answer: MeasuresAnswer | undefined): Readonly<Record<string, unknown>>[] {
  const entries: unknown = answer?.resource?.entry;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: { resource?: unknown } | null) => {
    const resource = entry?.resource;
    return typeof resource === 'object' && resource !== null && !Array.isArray(resource) ? [{ ...resource }] : [];
  });
}
