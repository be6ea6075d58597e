import { Dmn, type Endpoint, makeTestIdentities, type PatientPage, servePatientPage } from '../../actors/index.js';
import { type Capture, recordCapture } from '../../capture/index.js';
import {
  type Clock,
  type Language,
  type RecordedScenario,
  type ScenarioRequirement,
  systemClock,
  VERSION,
} from '../../core/index.js';
import { RunRecorder, sha256 } from '../../evidence/index.js';
import type { MeasureProgress } from '../measures/measure-run.js';
import { playMeasures } from '../measures/play-measures.js';
import { recordPictures } from '../pdf-pictures.js';
import { WireRecorder } from '../wire-recorder.js';
import { DEMO_STORY, type StoryStep } from './demo-story.js';
import { documentStory } from './document-story.js';
import { type StoryOptions, StoryPlayer } from './story-player.js';

export interface DemoOptions extends Pick<StoryOptions, 'onHandshake' | 'onStep'> {
  /** Run folder; must not exist or be empty. */
  readonly folder: string;
  readonly language: Language;
  readonly clock?: Clock;
  /** Calls of the day of measures, which follows the story. */
  readonly onMeasure?: (progress: MeasureProgress) => void;
  /** Takes a picture of a page of the DMN; without it the pages are kept as HTML alone. Undefined: none could be taken. */
  readonly photograph?: (url: string, name: string) => Promise<Capture | undefined>;
}

const ANSWER_WITHIN_MS = 10_000;

const STORY = {
  id: 'demo/gam-dmn',
  title: {
    fr: 'GAM et DMN de référence : identité, venue, documents',
    en: 'GAM and reference DMN: identity, encounter, documents',
  },
};
const MEASURES = {
  id: 'demo/mes',
  title: {
    fr: 'DMN et Mon espace santé simulé : une journée de mesures',
    en: 'DMN and simulated Mon espace santé: a day of measures',
  },
};
/** As in the scenarios of `dmn-identity` that send the same messages. */
const STORY_REQUIREMENTS: readonly ScenarioRequirement[] = [
  {
    id: 'INS 45',
    trust: 'primary',
    source: 'FAQ de l’ANS sur la certification des DMN (identité reçue par un flux IHE PAM)',
  },
];

/** Told by the program rather than by a file; identities are always the same. */
function scenarioOf(
  head: Pick<RecordedScenario, 'id' | 'title'>,
  story: readonly StoryStep[],
  requirements?: readonly ScenarioRequirement[],
): RecordedScenario {
  const digest = sha256(JSON.stringify([head, VERSION, story.map(({ id, title }) => ({ id, title }))]));
  return { ...head, digest, seed: 'demo', ...(requirements && { requirements }), reference: true };
}

/**
 * Plays the main job on loopback over MLLP in mutually authenticated TLS: a test PKI in memory, the reference DMN, the
 * simulated GAM, the whole story with its CDA documents, then a day of measures towards Mon espace santé over HTTPS. Leaves a run folder with its evidence; judging comes after.
 */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { folder, language, clock = systemClock, onHandshake, onStep, onMeasure } = options;
  const title = { fr: 'Démonstration : GAM ⇄ DMN en TLS mutuel', en: 'Demonstration: GAM ⇄ DMN over mutual TLS' };
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: VERSION }, clock });
  const identities = await makeTestIdentities(clock.now());
  const endpoint: Endpoint = { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: identities.dmn } };
  const dmnSide = new WireRecorder(recorder, 'dmn', 'handshakes');
  const dmn = await Dmn.start({ endpoint, observers: [dmnSide.observer], clock });
  const page = await servePatientPage({ store: dmn.consumer.store, language });
  const story = [...DEMO_STORY, ...documentStory()];
  const player = new StoryPlayer({
    recorder,
    endpoint: { host: '127.0.0.1', port: dmn.port, security: { kind: 'mutual-tls', tls: identities.gam } },
    clock,
    answerWithinMs: ANSWER_WITHIN_MS,
    scenario: STORY.id,
    patients: () => dmn.consumer.store.patients,
    ...(onHandshake && { onHandshake }),
    ...(onStep && { onStep }),
  });
  try {
    recorder.startScenario(scenarioOf(STORY, story, STORY_REQUIREMENTS));
    await player.play(story);
    await capturePages(recorder, page, dmn, options.photograph);
    recorder.endScenario(STORY.id);
    recorder.startScenario(scenarioOf(MEASURES, []));
    await playMeasures({
      recorder,
      scenario: MEASURES.id,
      identities,
      language,
      clock,
      ...(onHandshake && { onHandshake }),
      ...(onMeasure && { onStep: onMeasure }),
    });
    recorder.endScenario(MEASURES.id);
  } finally {
    await player.close();
    await page.close();
    await dmn.close();
  }
  await recordPictures(recorder);
  recorder.end();
}

/** Keeps the DMN's pages as they stand at the end: what a person would photograph. */
async function capturePages(
  recorder: RunRecorder,
  page: PatientPage,
  dmn: Dmn,
  photograph: DemoOptions['photograph'],
): Promise<void> {
  const paths = ['', ...dmn.consumer.store.patients.map((patient) => `patients/${patient.number}`)];
  for (const path of paths) {
    const response = await fetch(new URL(path, page.url));
    const name = `dmn-page-${path.replace('/', '-') || 'list'}`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    recorder.record({ kind: 'capture', mediaType: 'text/html', name, extension: 'html' }, bytes);
    const picture = await photograph?.(new URL(path, page.url).href, name);
    if (picture) recordCapture(recorder, picture);
  }
}
