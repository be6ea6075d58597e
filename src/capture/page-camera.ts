import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { type EpreuveError, isEpreuveError, makeError } from '../core/index.js';
import type { Capture } from './capture.js';
import { Confinement, type PageFetcher } from './confine.js';
import { BROWSER_VARIABLE, findBrowser } from './find-browser.js';
import { type LoginScript, logIn, loginValues } from './login-script.js';
import { type MeasuredBoxes, photograph } from './photograph.js';

export interface PageShot {
  /** `http:`, `https:` or `file:`. */
  readonly url: string;
  /** For the file; default `page`. */
  readonly name?: string;
  /** Only this element. */
  readonly selector?: string;
  /** An element that must show before the picture is taken. */
  readonly waitFor?: string;
  /** Pixels; default 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly fullPage?: boolean;
  /** Selectors blacked out before the picture is taken. One that matches nothing refuses the picture. */
  readonly masks?: readonly string[];
  /** Selectors of personal data that shows: measured, so that a copy without identities keeps the picture, painted over. */
  readonly personal?: readonly string[];
  readonly login?: LoginScript;
  /** Other origins the page may talk to; its own alone otherwise. */
  readonly allowedOrigins?: readonly string[];
  /** Milliseconds for each gesture and for the page; default 15,000. */
  readonly timeoutMs?: number;
  /** Fetches in place of the browser; without it, the browser trusts what the machine trusts. */
  readonly fetcher?: PageFetcher;
}

export interface CameraOptions {
  /** Variables: where the browser is, values of login scripts. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly locale?: string;
}

const VIEWPORT = { width: 1280, height: 800 };
const TIMEOUT_MS = 15_000;

/**
 * Takes pictures of pages with an installed Chromium, Chrome or Edge. Each picture has a browser of its own, without
 * memory of the one before. Never a picture of something else than what was asked: throws `browser-missing`,
 * `browser-not-there`, `browser-library-missing`, `browser-failed`, `variable-missing`, `login-failed`,
 * `page-not-shown`, `page-without`, `page-elsewhere`.
 */
export async function capturePage(shot: PageShot, options: CameraOptions): Promise<Capture> {
  const values = loginValues(shot.login ?? [], options.environment);
  const confinement = new Confinement(shot.url, shot.allowedOrigins ?? [], shot.fetcher);
  const browser = await launch(options, confinement);
  try {
    const context = await openContext(browser, shot, options, confinement);
    const page = await context.newPage();
    const response = await show(page, shot, values, confinement);
    const { bytes, boxes } = await photograph(page, { ...shot, shownAs: shownUrl(shot.url) });
    if (!confinement.allows(page.url())) throw makeError('page-elsewhere', { url: shownUrl(page.url()) });
    return {
      kind: 'capture',
      name: shot.name ?? 'page',
      mediaType: 'image/png',
      extension: 'png',
      bytes,
      ...(boxes && { boxes }),
      facts: { ...factsOf(shot, page, response, browser, confinement), ...boxFacts(shot, boxes) },
    };
  } catch (error) {
    throw toCaptureError(error, confinement, browser, shot.url);
  } finally {
    await browser.close().catch(() => undefined);
  }
}

async function launch({ environment }: CameraOptions, { resolverRules }: Confinement): Promise<Browser> {
  const executablePath = findBrowser(environment);
  if (executablePath === undefined) throw makeError('browser-missing', { variable: BROWSER_VARIABLE });
  const chromium = await loadLibrary();
  // Chromium refuses its sandbox to root, which is what a container runs as.
  const chromiumSandbox = process.getuid?.() !== 0 && environment.EPREUVE_BROWSER_SANDBOX !== 'off';
  const args = [`--host-resolver-rules=${resolverRules}`, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp'];
  try {
    return await chromium.launch({ executablePath, chromiumSandbox, args, timeout: 30_000 });
  } catch (cause) {
    throw makeError('browser-failed', { file: executablePath, reason: firstLine(cause) }, { cause });
  }
}

/** Loaded with the first picture: it is large, and may be left out of an installation. */
async function loadLibrary() {
  try {
    return (await import('playwright-core')).chromium;
  } catch (cause) {
    throw makeError('browser-library-missing', {}, { cause });
  }
}

async function openContext(
  browser: Browser,
  shot: PageShot,
  { locale }: CameraOptions,
  confinement: Confinement,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: shot.viewport ?? VIEWPORT,
    serviceWorkers: 'block',
    acceptDownloads: false,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...(locale !== undefined && { locale }),
  });
  context.setDefaultTimeout(shot.timeoutMs ?? TIMEOUT_MS);
  await confinement.apply(context);
  return context;
}

async function show(
  page: Page,
  shot: PageShot,
  values: ReadonlyMap<string, string>,
  confinement: Confinement,
): Promise<Response | null> {
  if (shot.login) await logIn(page, shot.login, values, shot.url);
  let response: Response | null;
  try {
    response = await page.goto(shot.url, { waitUntil: 'load' });
  } catch (cause) {
    if (isEpreuveError(confinement.failure)) throw confinement.failure;
    throw makeError('page-not-shown', { url: shownUrl(shot.url), reason: firstLine(cause) }, { cause });
  }
  for (const selector of [shot.waitFor, shot.selector]) {
    if (selector === undefined) continue;
    await page
      .locator(selector)
      .first()
      .waitFor()
      .catch((cause) => {
        throw makeError('page-without', { url: shownUrl(shot.url), selector }, { cause });
      });
  }
  return response;
}

function factsOf(
  shot: PageShot,
  page: Page,
  response: Response | null,
  browser: Browser,
  { blocked }: Confinement,
): Record<string, string> {
  const { width, height } = shot.viewport ?? VIEWPORT;
  return {
    url: shownUrl(page.url()),
    ...(response && { 'HTTP status': String(response.status()) }),
    browser: `Chromium ${browser.version()}`,
    viewport: `${width}x${height}`,
    ...(shot.selector !== undefined && { selector: shot.selector }),
    ...(shot.fullPage && { 'full page': 'yes' }),
    ...(shot.masks && shot.masks.length > 0 && { masks: shot.masks.join(', ') }),
    ...(shot.login && { login: `${shot.login.length}` }),
    ...(blocked > 0 && { 'requests blocked': String(blocked) }),
  };
}

/** How many boxes a copy will paint over; or that they are not known, and the copy will do without the picture. */
function boxFacts({ masks = [], personal = [] }: PageShot, boxes: MeasuredBoxes | undefined): Record<string, string> {
  return {
    ...(personal.length > 0 && { personal: personal.join(', ') }),
    ...(masks.length + personal.length > 0 && { boxes: boxes ? String(boxes.boxes.length) : 'unknown' }),
  };
}

/** Without query and fragment, and without long numbers: an address may carry an identifier. */
function shownUrl(url: string): string {
  const { protocol, origin, pathname } = new URL(url);
  if (protocol === 'file:') return `file:${pathname.split('/').at(-1) ?? ''}`;
  return `${origin}${pathname.replace(/\d{6,}/g, '•••')}`;
}

/** A browser that died tells so in many ways; ours are left as they are. */
function toCaptureError(error: unknown, { failure }: Confinement, browser: Browser, url: string): EpreuveError {
  if (isEpreuveError(error) && browser.isConnected()) return error;
  if (isEpreuveError(failure)) return failure;
  const reason = firstLine(error);
  if (!browser.isConnected()) return makeError('browser-failed', { file: 'Chromium', reason }, { cause: error });
  return makeError('page-not-shown', { url: shownUrl(url), reason }, { cause: error });
}

/** What the browser says, without its log and its colours. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [line = ''] = text.split('\n');
  // An address in it may hold an identifier.
  return line
    .replace(/ at https?:\S+/g, '')
    .replace(/\d{6,}/g, '•••')
    .slice(0, 200);
}
