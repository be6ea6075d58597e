import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Changes when the shape of what is kept does. */
const SHAPE = 1;

/**
 * What was worked out of a kit, kept by its digest in the user's cache folder: `EPREUVE_CACHE`, else the cache folder of
 * the system. A cache that cannot be read or written costs time and nothing else.
 */
export class KitCache {
  readonly #folder: string;

  constructor(digest: string, environment: NodeJS.ProcessEnv = process.env) {
    this.#folder = join(cacheFolder(environment), `cda-kit-${SHAPE}`, digest);
  }

  async read(name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#file(name), 'utf8'));
    } catch {
      return undefined;
    }
  }

  async write(name: string, value: unknown): Promise<void> {
    const file = this.#file(name);
    const whole = `${file}.${process.pid}`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(whole, JSON.stringify(value));
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

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const { EPREUVE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (EPREUVE_CACHE) return EPREUVE_CACHE;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'epreuve');
}
