import { makeError } from '../../core/index.js';
import type { StepFile } from '../pack/schema.js';
import type { Play, Verdict } from './play.js';
import { playCapture } from './steps/capture.js';
import { playExpect } from './steps/expect.js';
import { playListen } from './steps/listen.js';
import { playPrompt } from './steps/prompt.js';
import { playReceive } from './steps/receive.js';
import { playSend } from './steps/send.js';

/** Plays one step whose texts hold no `${…}` any more. */
export function playStep(step: StepFile, play: Play): Promise<Verdict> {
  if (step.send) return playSend(step.send, step, play);
  if (step.receive) return playReceive(step.receive, step, play);
  if (step.listen) return playListen(step.listen, play);
  if (step.expect) return playExpect(step.expect, step, play);
  if (step.capture) return playCapture(step.capture, step, play);
  if (step.prompt) return playPrompt(step.prompt, step, play);
  throw makeError('defect', { reason: `step ${step.id} has no kind` });
}
