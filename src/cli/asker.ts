import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { type Asker, captureOfFile, isEpreuveError, type Question, type Reply, type Text } from '../index.js';
import type { Session } from './io.js';

/** Questions asked in the terminal; undefined when nobody is in front of it. */
export function makeAsker(session: Session): (Asker & { close(): void }) | undefined {
  if (!session.io.isInteractive) return undefined;
  const terminal = new Terminal(session);
  const ask = (question: Question, signal: AbortSignal) => terminal.ask(question, signal);
  return Object.assign(ask, { close: () => terminal.close() });
}

const LARGEST_FILE = 200 * 1024 * 1024;

class Terminal {
  readonly #lines: Interface;
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  readonly #typed: string[] = [];
  #ended = false;

  constructor(private readonly session: Session) {
    this.#lines = createInterface({ input: session.io.stdin });
    this.#lines.on('line', (line) => {
      const next = this.#waiting.shift();
      if (next) next(line);
      else this.#typed.push(line);
    });
    this.#lines.once('close', () => {
      this.#ended = true;
      for (const next of this.#waiting.splice(0)) next(undefined);
    });
  }

  close(): void {
    this.#lines.close();
  }

  async ask(question: Question, signal: AbortSignal): Promise<Reply | undefined> {
    const { say, language } = { say: this.session.say, language: this.session.language };
    for (;;) {
      say(HOW[question.wants]);
      const line = await this.#line(question.until, signal);
      if (line === undefined) return undefined;
      const reply = await read(line.trim(), question.wants);
      if ('kind' in reply) return reply;
      say(`  ${reply.problem[language]}`);
    }
  }

  #line(until: Date, signal: AbortSignal): Promise<string | undefined> {
    const typed = this.#typed.shift();
    if (typed !== undefined) return Promise.resolve(typed);
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const timer = setTimeout(() => give(undefined), Math.max(0, until.getTime() - Date.now()));
      const give = (line: string | undefined) => {
        clearTimeout(timer);
        const at = this.#waiting.indexOf(give);
        if (at >= 0) this.#waiting.splice(at, 1);
        resolve(line);
      };
      signal.addEventListener('abort', () => give(undefined), { once: true });
      this.#waiting.push(give);
    });
  }
}

const FILES = {
  fr: '  chemin(s) des fichiers, séparés par « ; » (vide : je ne peux pas) > ',
  en: '  path(s) of the files, separated by ";" (empty: I cannot) > ',
};
const HOW = {
  confirm: { fr: '  o : oui, n : non, vide : je ne sais pas > ', en: '  y: yes, n: no, empty: I do not know > ' },
  capture: FILES,
  video: FILES,
  file: FILES,
  declaration: {
    fr: '  votre nom, pour le déclarer sur l’honneur (vide : je ne le déclare pas) > ',
    en: '  your name, to declare it on your honour (empty: I do not) > ',
  },
} as const;

async function read(line: string, wants: Question['wants']): Promise<Reply | { problem: { fr: string; en: string } }> {
  if (line === '' || line === '?') return { kind: 'unknown' };
  if (wants === 'declaration') return { kind: 'declaration', by: line };
  if (wants === 'confirm') {
    if (/^(o|oui|y|yes)$/i.test(line)) return { kind: 'yes' };
    return /^(n|non|no)$/i.test(line) ? { kind: 'no' } : { problem: { fr: 'o ou n', en: 'y or n' } };
  }
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const path of line.split(';').map((one) => one.trim().replace(/^(['"])(.*)\1$/, '$2'))) {
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes || bytes.length === 0 || bytes.length > LARGEST_FILE) {
      return {
        problem: {
          fr: `fichier illisible, vide ou trop gros : ${path}`,
          en: `file unreadable, empty or too large: ${path}`,
        },
      };
    }
    const problem = wants === 'file' ? undefined : problemOf(path, bytes);
    if (problem) return { problem };
    files.push({ name: basename(path), bytes });
  }
  return { kind: 'files', files };
}

/** A picture or a film that cannot be opened proves nothing. */
function problemOf(path: string, bytes: Uint8Array): Text | undefined {
  try {
    captureOfFile(basename(path), bytes);
    return undefined;
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
    return { fr: error.describe('fr').text, en: error.describe('en').text };
  }
}
