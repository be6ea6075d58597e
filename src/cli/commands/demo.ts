import { resolve } from 'node:path';
import { playDemo, systemClock } from '../../index.js';
import type { Session } from '../io.js';
import { optionalText } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { tellHandshake, tellMeasure, tellRun, tellStep } from '../tell.js';

/** `epreuve demo`: the main job told step by step, judged, with its evidence and report. */
export async function runDemo(_args: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, 'demo');
  const folder = optionalText(options, 'out') ?? newRunFolder('demo', systemClock.now());
  session.say({
    fr: '\nÉpreuve joue une GAM hospitalière et un DMN de référence, en MLLP sur TLS mutuel, sur cette machine.\n',
    en: '\nÉpreuve plays a hospital GAM and a reference DMN, in MLLP over mutual TLS, on this machine.\n',
  });
  await playDemo({
    folder,
    language: session.language,
    onHandshake: (facts) => tellHandshake(facts, session),
    onStep: (progress) => tellStep(progress, session),
    onMeasure: (progress) => tellMeasure(progress, session),
  });
  const result = await finishRun(folder, own, session);
  return tellRun(result, resolve(folder), own, session, 'demo');
}
