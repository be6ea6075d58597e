import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../core/index.js';
import { createAcknowledgement, type Hl7v2Message, tryReadHl7v2 } from '../../formats/hl7v2/index.js';
import { PamConsumer } from './consumer.js';
import { integrate } from './document-consumer.js';

export interface FolderDmnOptions {
  /** Folder where messages arrive. Files that were dealt with go to its folder `done`. */
  readonly deliver: string;
  /** Folder where acknowledgements are written; none: the DMN says nothing. */
  readonly answers?: string;
  readonly consumer?: PamConsumer;
  readonly clock?: Clock;
}

const LOOK_EVERY_MS = 20;

/** The reference DMN behind a folder instead of a socket: file exchange meets the requirement as well as MLLP (reference §4.6). */
export class FolderDmn {
  readonly consumer: PamConsumer;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #closed = false;
  #answers = 0;

  private constructor(private readonly options: FolderDmnOptions) {
    this.consumer = options.consumer ?? new PamConsumer();
    this.#clock = options.clock ?? systemClock;
  }

  /** Makes the folders when they are not there. */
  static async start(options: FolderDmnOptions): Promise<FolderDmn> {
    await mkdir(join(options.deliver, 'done'), { recursive: true });
    if (options.answers !== undefined) await mkdir(options.answers, { recursive: true });
    const dmn = new FolderDmn(options);
    dmn.#schedule();
    return dmn;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #schedule(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => this.#schedule());
    }, LOOK_EVERY_MS);
  }

  /** In the order of their names. */
  async #look(): Promise<void> {
    const names = (await readdir(this.options.deliver)).filter((name) => name.endsWith('.hl7')).sort();
    for (const name of names) await this.#take(name);
  }

  async #take(name: string): Promise<void> {
    const file = join(this.options.deliver, name);
    const message = tryReadHl7v2(await readFile(file));
    if (message) await this.#answer(message, name);
    await rename(file, join(this.options.deliver, 'done', name));
  }

  async #answer(message: Hl7v2Message, name: string): Promise<void> {
    const { code, errors } = await integrate(message, this.consumer);
    const { answers } = this.options;
    if (answers === undefined) return;
    this.#answers += 1;
    const { bytes } = createAcknowledgement(message, {
      code,
      errors,
      controlId: `DMF${String(this.#answers).padStart(6, '0')}`,
      at: this.#clock.now(),
      sendingApplication: 'DMN-EPREUVE',
      sendingFacility: 'EPREUVE',
    });
    // Whoever waits for it must not read half of it.
    const written = join(answers, `.${name}.part`);
    await writeFile(written, bytes);
    await rename(written, join(answers, name));
  }
}
