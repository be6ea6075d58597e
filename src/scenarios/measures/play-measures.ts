import {
  DEFAULT_TOKENS,
  type HttpEvent,
  MeasuresClient,
  type MeasuresPage,
  MesServer,
  makeTestIdToken,
  serveMeasuresPage,
  type TestIdentities,
} from '../../actors/index.js';
import { type Clock, type HandshakeFacts, type Language, systemClock } from '../../core/index.js';
import type { RunRecorder } from '../../evidence/index.js';
import { HttpRecorder } from '../http-recorder.js';
import { DAY_PATIENT, DAY_SOLUTION, dayMeasured } from './day-of-measures.js';
import { type MeasureProgress, runStep } from './measure-run.js';
import { judgeMeasuresStep, measuresStory } from './measures-story.js';

export interface PlayMeasuresOptions {
  /** The run it belongs to; the caller ends it. */
  readonly recorder: RunRecorder;
  /** Id of the scenario its steps belong to, which the caller starts. */
  readonly scenario?: string;
  readonly identities: Pick<TestIdentities, 'dmnClient' | 'mes'>;
  readonly language: Language;
  readonly clock?: Clock;
  readonly onHandshake?: (facts: HandshakeFacts) => void;
  readonly onStep?: (progress: MeasureProgress) => void;
}

/** Tokens of the demonstration: they open nothing else. */
const ACCESS_TOKEN = 'epreuve-demo-access-token';

/**
 * Plays a day of measures between a DMN and a simulated Mon espace santé on loopback, over HTTPS with mutual TLS, tokens
 * included, and keeps the pages that show what arrived.
 */
export async function playMeasures(options: PlayMeasuresOptions): Promise<void> {
  const { recorder, identities, language, clock = systemClock } = options;
  const tokens = { ...DEFAULT_TOKENS, required: true, accepted: [ACCESS_TOKEN], registeredSolution: DAY_SOLUTION };
  const serverSide = new HttpRecorder(recorder, 'mes', 'handshakes');
  const server = await MesServer.start({
    endpoint: { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: identities.mes } },
    settings: { tokens },
    observers: [serverSide.observer],
    clock,
  });
  const page = await serveMeasuresPage({ store: server.store, language });
  const clientSide = new HttpRecorder(recorder, 'dmn-mes', 'everything', [tokens.idTokenHeader]);
  const idToken = makeTestIdToken({ patient: DAY_PATIENT.value, solution: DAY_SOLUTION }, tokens);
  const client = await MeasuresClient.open({
    baseUrl: server.url,
    security: { kind: 'mutual-tls', tls: identities.dmnClient },
    accessToken: ACCESS_TOKEN,
    idToken: { header: tokens.idTokenHeader, token: idToken },
    observers: [clientSide.observer, (event) => tellHandshake(event, options)],
    clock,
  });
  try {
    await playSteps(client, options, clock);
    await capturePages(recorder, page, server);
  } finally {
    await client.close();
    await page.close();
    await server.close();
  }
}

async function playSteps(client: MeasuresClient, options: PlayMeasuresOptions, clock: Clock): Promise<void> {
  const story = measuresStory(dayMeasured(clock.now()));
  for (const [index, step] of story.entries()) {
    const { id, title, expectedRules } = step;
    let answer: Awaited<ReturnType<typeof step.call>> | undefined;
    const verdict = await runStep(
      options.recorder,
      {
        id,
        title,
        ...(options.scenario !== undefined && { scenario: options.scenario }),
        ...(expectedRules && { expectedRules }),
      },
      async () => {
        answer = await step.call(client);
        return judgeMeasuresStep(step, answer);
      },
    );
    options.onStep?.({ ...verdict, number: index + 1, total: story.length, title, answer });
  }
}

function tellHandshake(event: HttpEvent, { onHandshake }: PlayMeasuresOptions): void {
  if (event.kind === 'handshake') onHandshake?.(event.facts);
}

/** What a person would photograph. */
async function capturePages(recorder: RunRecorder, page: MeasuresPage, server: MesServer): Promise<void> {
  const paths = ['', ...server.store.patients.map((_, index) => `patients/${index + 1}`)];
  for (const path of paths) {
    const response = await fetch(new URL(path, page.url));
    const name = `mes-page-${path.replace('/', '-') || 'list'}`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    recorder.record({ kind: 'capture', mediaType: 'text/html', name, extension: 'html' }, bytes);
  }
}
