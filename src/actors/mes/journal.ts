import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { makeError, systemCode } from '../../core/index.js';
import { type FhirElement, type NdjsonLine, readFhirNdjson } from '../../formats/fhir/index.js';

const LINE_FEED = 10;

/**
 * A file of FHIR resources, one a line (NDJSON, so that `epreuve check` reads it too), only ever added to. A last line that
 * was cut (the process was killed while writing) is taken away; nothing had been answered for it.
 */
export class Journal {
  private constructor(
    private readonly file: string,
    private readonly handle: number,
  ) {}

  /** Throws `store-damaged` naming the line, `folder-unwritable`. Nothing is changed in a file that is not ours. */
  static async open(file: string, each: (root: FhirElement) => void): Promise<Journal> {
    const handle = openForAppending(file);
    try {
      const cut = await readLines(file, each);
      mend(handle, cut);
    } catch (error) {
      closeSync(handle);
      throw error;
    }
    return new Journal(file, handle);
  }

  /** On the disk when this returns. Throws `folder-unwritable`. */
  append(lines: readonly string[]): void {
    try {
      writeSync(this.handle, lines.map((line) => `${line}\n`).join(''));
      fsyncSync(this.handle);
    } catch (cause) {
      throw makeError('folder-unwritable', { folder: this.file, reason: systemCode(cause) }, { cause });
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

function openForAppending(file: string): number {
  try {
    return openSync(file, 'a+', 0o600);
  } catch (cause) {
    throw makeError('folder-unwritable', { folder: file, reason: systemCode(cause) }, { cause });
  }
}

/** Offset of a last line that cannot be read, when there is one. */
async function readLines(file: string, each: (root: FhirElement) => void): Promise<number | undefined> {
  let broken: NdjsonLine | undefined;
  for await (const line of readFhirNdjson(createReadStream(file))) {
    if (broken !== undefined) throw damaged(file, broken);
    if (line.document === undefined) broken = line;
    else each(line.document.root);
  }
  if (broken === undefined) return undefined;
  if (!(await isOurCutLine(file, broken.offset))) throw damaged(file, broken);
  return broken.offset;
}

const START_OF_OURS = Buffer.from('{"resourceType":"');

async function isOurCutLine(file: string, offset: number): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start: offset })) chunks.push(chunk);
  const line = Buffer.concat(chunks);
  const start = line.subarray(0, START_OF_OURS.length);
  return start.equals(START_OF_OURS.subarray(0, start.length)) && !line.includes(LINE_FEED);
}

/** Makes the file end with a whole line. */
function mend(handle: number, cut: number | undefined): void {
  if (cut !== undefined) ftruncateSync(handle, cut);
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  if (size > 0) readSync(handle, last, 0, 1, size - 1);
  if (size > 0 && last[0] !== LINE_FEED) writeSync(handle, '\n');
}

function damaged(file: string, { line, error }: NdjsonLine): Error {
  const say = (language: 'fr' | 'en') => error?.describe(language).text ?? '';
  return makeError('store-damaged', { file, line, reasonFr: say('fr'), reasonEn: say('en') });
}
