import { resolve } from 'node:path';
import {
  DEMO_STORY,
  documentStory,
  RunRecorder,
  recordPictures,
  StoryPlayer,
  systemClock,
  VERSION,
} from '../../index.js';
import type { Session } from '../io.js';
import { optionalText, readAddress, readNumber } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { readSecurity, toEndpoint, withPeerName } from '../security-options.js';
import { tellFailure, tellHandshake, tellRun, tellStep, worse } from '../tell.js';
import { requireIdentity } from '../test-pki.js';

/** `epreuve simulate gam --to host:port`: the whole story, against the vendor's DMN. */
export async function runSimulateGam(
  _args: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[]; readonly documents?: boolean } = options;
  readReportOptions(own.report, 'simulate gam');
  const address = readAddress(options, 'simulate gam');
  const answerWithinMs = readNumber(options, 'timeout', 'simulate gam', [1, 3600]) * 1000;
  const security = requireIdentity(await readSecurity(options, session, 'simulate gam'));
  const folder = optionalText(options, 'out') ?? newRunFolder('gam', systemClock.now());
  const title = { fr: 'GAM simulée vers le DMN testé', en: 'Simulated GAM to the tested DMN' };
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: VERSION } });
  const player = new StoryPlayer({
    recorder,
    endpoint: toEndpoint(address, withPeerName(security, options)),
    clock: systemClock,
    answerWithinMs,
    onHandshake: (facts) => tellHandshake(facts, session),
    onStep: (progress) => tellStep(progress, session),
  });
  const failure = await tellFailure(async () => {
    try {
      await player.play(own.documents ? [...DEMO_STORY, ...documentStory()] : DEMO_STORY);
    } finally {
      await player.close();
    }
  }, session);
  await recordPictures(recorder);
  recorder.end();
  const result = await finishRun(folder, own, session);
  return worse(failure, await tellRun(result, resolve(folder), own, session, 'simulate gam'));
}
