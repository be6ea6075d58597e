import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { makeError } from '../core/index.js';

/** Names the browser, for people who keep it elsewhere. */
export const BROWSER_VARIABLE = 'EPREUVE_BROWSER';

type Environment = Readonly<Record<string, string | undefined>>;

const ON_PATH = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  join('Chromium', 'Application', 'chrome.exe'),
  join('Google', 'Chrome', 'Application', 'chrome.exe'),
  join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

/**
 * Path of an installed Chromium, Chrome or Edge; undefined when there is none. The variable EPREUVE_BROWSER wins.
 * Throws `browser-not-there` when it names no program.
 */
export function findBrowser(environment: Environment, platform: string = process.platform): string | undefined {
  const named = environment[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw makeError('browser-not-there', { file: named });
  }
  return candidates(environment, platform).find(isProgram);
}

function candidates(environment: Environment, platform: string): string[] {
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const programs = platform === 'win32' ? ON_PATH.map((name) => `${name}.exe`) : ON_PATH;
  const onPath = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform === 'darwin') return [...MAC, ...onPath];
  if (platform !== 'win32') return onPath;
  const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA];
  return [...roots.flatMap((root) => (root ? WINDOWS.map((path) => join(root, path)) : [])), ...onPath];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
