import { resolve } from 'node:path';
import { type Capture, isEpreuveError, playDemo, systemClock } from '../../index.js';
import { reportError } from '../errors.js';
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
    ...(options.screenshots === true && { photograph: photographer(session) }),
  });
  const result = await finishRun(folder, own, session);
  return tellRun(result, resolve(folder), own, session, 'demo');
}

/** Pictures of the DMN's pages. What keeps one from being taken is told, and the demonstration goes on without it. */
function photographer(session: Session): (url: string, name: string) => Promise<Capture | undefined> {
  let isTold = false;
  return async (url, name) => {
    if (isTold) return undefined;
    const { capturePage, PERSONAL_PARTS } = await import('../../index.js');
    try {
      return await capturePage(
        { url, name, personal: PERSONAL_PARTS },
        { environment: session.io.environment, locale: session.language },
      );
    } catch (error) {
      if (!isEpreuveError(error)) throw error;
      isTold = true;
      reportError(error, session.language, session.io);
      return undefined;
    }
  };
}
