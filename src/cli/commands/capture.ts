import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Capture,
  captureOfFile,
  capturePage,
  captureTerminal,
  EXIT,
  loadFonts,
  makeError,
  openPageClient,
  type PageClient,
  type RunRecorder,
  readLoginScript,
  recordCapture,
} from '../../index.js';
import { addToRun, readRunOption, type TargetRun } from '../add-to-run.js';
import { readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';
import { readSecurity, withPeerName } from '../security-options.js';

type Options = Record<string, unknown>;

/** `epreuve capture page <url|file>`: a page as it shows, in a browser of this machine. */
export async function runCapturePage([target = '']: string[], options: Options, session: Session): Promise<number> {
  const run = readRunOption(options, 'capture page');
  const url = await toUrl(target);
  const shot = {
    url,
    ...(await readShot(options)),
    timeoutMs: readNumber(options, 'timeout', 'capture page', [1, 600]) * 1000,
  };
  const client = await openClient(url, options, session);
  try {
    const capture = await capturePage(
      { ...shot, ...(client && { fetcher: client.fetch }) },
      { environment: session.io.environment, locale: session.language },
    );
    return await addCaptures(run, [capture], session);
  } finally {
    await client?.close();
  }
}

/** `epreuve capture terminal [--command …]`: what a program writes, from standard input or by running it. */
export async function runCaptureTerminal(_args: string[], options: Options, session: Session): Promise<number> {
  const run = readRunOption(options, 'capture terminal');
  const as = options.as === 'svg' ? 'svg' : 'png';
  const columns = readNumber(options, 'columns', 'capture terminal', [20, 400]);
  const command = optionalText(options, 'command');
  const { output, exitCode } =
    command === undefined ? await readStdin(session) : await runProgram(command, columns, session);
  const capture = await captureTerminal(output, {
    ...named(options),
    as,
    columns,
    ...(command !== undefined && { title: command }),
    masks: readMasks(options),
    facts: exitCode === undefined ? {} : { 'exit code': String(exitCode) },
    ...(as === 'png' && { font: (await loadFonts()).mono.path }),
  });
  return addCaptures(run, [capture], session);
}

/** `epreuve capture file <files…>`: pictures, PDF, videos, logs somebody made. */
export async function runCaptureFile(files: string[], options: Options, session: Session): Promise<number> {
  const run = readRunOption(options, 'capture file');
  const maxBytes = readNumber(options, 'maxBytes', 'capture file', [1, 1024 * 1024 * 1024]);
  const { documents } = await readInputs(files, { stdin: session.io.stdin, maxBytes });
  const captures = documents.map(({ name, bytes }) => ({ ...captureOfFile(name, bytes), ...named(options) }));
  return addCaptures(run, captures, session);
}

/** Adds captures to a run, which is judged and sealed again. */
async function addCaptures(run: TargetRun, captures: readonly Capture[], session: Session): Promise<number> {
  const record = (recorder: RunRecorder) => captures.map((capture) => recordCapture(recorder, capture, run.step));
  await addToRun(run, record, session);
  return EXIT.passed;
}

async function toUrl(target: string): Promise<string> {
  if (/^https?:\/\//i.test(target) && URL.canParse(target)) return new URL(target).href;
  if (!existsSync(target)) {
    throw makeError('bad-option', { option: '<page>', reason: `${target} (https://…)`, command: 'capture page' });
  }
  return pathToFileURL(await realpath(target)).href;
}

async function readShot(options: Options) {
  const login = optionalText(options, 'login');
  const selector = optionalText(options, 'selector');
  const waitFor = optionalText(options, 'waitFor');
  return {
    ...named(options),
    ...(selector !== undefined && { selector }),
    ...(waitFor !== undefined && { waitFor }),
    viewport: readViewport(options),
    fullPage: options.fullPage === true,
    masks: texts(options, 'mask'),
    personal: texts(options, 'personal'),
    allowedOrigins: texts(options, 'allowOrigin').map(readOrigin),
    ...(login !== undefined && { login: await readLogin(login) }),
  };
}

async function readLogin(file: string) {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  return readLoginScript(document.errors.length > 0 ? undefined : document.toJS(), basename(file));
}

function readViewport(options: Options): { width: number; height: number } {
  const value = String(options.viewport);
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(value) ?? [];
  if (width === undefined || height === undefined) {
    throw makeError('bad-option', { option: '--viewport', reason: `${value} (1280x800)`, command: 'capture page' });
  }
  return { width: Number(width), height: Number(height) };
}

function readOrigin(value: string): string {
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return new URL(value).origin;
  throw makeError('bad-option', {
    option: '--allow-origin',
    reason: `${value} (https://host:port)`,
    command: 'capture page',
  });
}

function readMasks(options: Options): RegExp[] {
  return texts(options, 'mask').map((source) => {
    try {
      return new RegExp(source, 'u');
    } catch (cause) {
      throw makeError('bad-option', { option: '--mask', reason: source, command: 'capture terminal' }, { cause });
    }
  });
}

function named(options: Options): { name?: string } {
  const name = optionalText(options, 'name');
  return name === undefined ? {} : { name };
}

/** With TLS material of the user, pages are fetched by our own client; without, by the browser. */
async function openClient(url: string, options: Options, session: Session): Promise<PageClient | undefined> {
  const security = await readSecurity(options, session, 'capture page');
  if (security === undefined || security.kind === 'plaintext') return undefined;
  return openPageClient(url, withPeerName(security, options));
}

async function readStdin(session: Session): Promise<{ output: string; exitCode?: number }> {
  const { documents } = await readInputs(['-'], { stdin: session.io.stdin, maxBytes: MAX_OUTPUT });
  return { output: Buffer.from(documents[0]?.bytes ?? []).toString('utf8') };
}

const MAX_OUTPUT = 16 * 1024 * 1024;

/** Runs a command line in the shell, both outputs together, colours on. */
async function runProgram(
  command: string,
  columns: number,
  { io }: Session,
): Promise<{ output: string; exitCode: number }> {
  const env = { ...io.environment, FORCE_COLOR: '1', CLICOLOR_FORCE: '1', COLUMNS: String(columns) };
  const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  let size = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > MAX_OUTPUT) child.kill();
      else chunks.push(chunk);
    });
  }
  const [code] = await once(child, 'close');
  if (size > MAX_OUTPUT) throw makeError('file-too-large', { file: command, limit: MAX_OUTPUT });
  return { output: Buffer.concat(chunks).toString('utf8'), exitCode: typeof code === 'number' ? code : 255 };
}
