import { recordCapture } from '../../../capture/index.js';
import type { Text } from '../../../core/index.js';
import type { CaptureFile, StepFile } from '../../pack/schema.js';
import { fillValues } from '../../pack/templates.js';
import { notSetUp, type Play, passed, type Verdict } from '../play.js';
import { askPerson } from './prompt.js';

/** A picture of a page of the tested system; without a browser or an address, a person is asked for it. */
export async function playCapture(capture: CaptureFile, step: StepFile, play: Play): Promise<Verdict> {
  const url = addressOf(capture, play);
  const missing = url === undefined ? NO_ADDRESS : await take(capture, url, play);
  if (!missing) return passed({ fr: 'page photographiée', en: 'page pictured' });
  const asked = await askPerson({ ask: step.title, wants: 'capture' }, step, play);
  return asked ?? notSetUp(missing);
}

function addressOf({ page, patient }: CaptureFile, { target: { web } }: Play): string | undefined {
  if (!web) return undefined;
  if (patient === undefined) return new URL(page ?? '', web.url).href;
  const identifier = encodeURIComponent(patient);
  return web.patient && new URL(fillValues(web.patient, new Map([['identifier', identifier]])), web.url).href;
}

async function take({ selector, name = 'page' }: CaptureFile, url: string, play: Play): Promise<Text | undefined> {
  if (!play.capture) return NO_CAPTURER;
  const outcome = await play.capture({ url, ...(selector !== undefined && { selector }) });
  if ('missing' in outcome) return outcome.missing;
  recordCapture(play.recorder, { ...outcome, name });
  return undefined;
}

const NO_ADDRESS: Text = {
  fr: 'la cible ne dit pas où sont les pages du système testé ; ajoutez web: { url, patient } à son fichier',
  en: 'the target does not say where the pages of the tested system are; add web: { url, patient } to its file',
};
const NO_CAPTURER: Text = {
  fr: 'aucun navigateur pour photographier la page : installez Chromium, ou joignez une capture dans un terminal',
  en: 'no browser to picture the page: install Chromium, or attach a capture in a terminal',
};
