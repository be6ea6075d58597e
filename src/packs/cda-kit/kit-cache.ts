import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Changes when the shape of what is kept does. */
const SHAPE = 4;

/**
 * What was worked out of a kit, kept by its digest in the user's cache folder: `EPREUVE_CACHE`, else the cache folder of
 * the system. A cache that cannot be read or written costs time and nothing else.
 */
export class KitCache {
  readonly #folder: string;

  constructor(digest: string, environment: NodeJS.ProcessEnv = process.env) {
    this.#folder = join(cacheFolder(environment), `cda-kit-${SHAPE}`, digest);
  }

  /** The parts that were written; undefined when there are none. */
  async read(name: string): Promise<readonly unknown[] | undefined> {
    try {
      const parts: unknown[] = [];
      for await (const line of linesIn(this.#file(name))) parts.push(JSON.parse(line));
      return parts;
    } catch {
      return undefined;
    }
  }

  /** A line for each part: a kit's largest schema takes several megabytes, and never stands whole in one text. */
  async write(name: string, parts: readonly unknown[]): Promise<void> {
    const file = this.#file(name);
    const whole = `${file}.${process.pid}`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(whole, linesOf(parts));
      // Two runs may write at once: each file appears whole.
      await rename(whole, file);
    } catch {
      // Read-only home, full disk: the next run works it out again.
    }
  }

  #file(name: string): string {
    return join(this.#folder, `${name.replace(/[^\w.-]/g, '_')}.json`);
  }
}

function* linesOf(parts: readonly unknown[]): Generator<string> {
  for (const part of parts) yield `${JSON.stringify(part)}\n`;
}

/** A line at a time, of a file that ends with one. Line feeds alone: `readline` also splits at U+2028, which JSON may hold. */
async function* linesIn(file: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield bytes.toString('utf8', from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) throw new Error('a line that does not end');
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const { EPREUVE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (EPREUVE_CACHE) return EPREUVE_CACHE;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'epreuve');
}
