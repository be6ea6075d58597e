import { spawn } from 'node:child_process';
import { isPicture } from '../core/index.js';

/** Turns the first page of a PDF into a picture. A program of this machine: Épreuve brings none. */
export interface PdfRenderer {
  /** `pdftoppm 24.02.0`. */
  readonly name: string;
  /** PNG of the first page; undefined when the file cannot be drawn in time and size. */
  firstPage(pdf: Uint8Array): Promise<Uint8Array | undefined>;
}

const TIME_MS = 10_000;
const MAX_PDF = 32 * 1024 * 1024;
const MAX_PICTURE = 4 * 1024 * 1024;
/** Longest side, in pixels: readable, and light enough for a report. */
const SIDE = 900;

/** Poppler's pdftoppm, when it is installed. */
export async function findPdfRenderer(command = 'pdftoppm'): Promise<PdfRenderer | undefined> {
  const version = await run(command, ['-v']);
  const number = /pdftoppm version ([\d.]+)/.exec(version?.text ?? '')?.[1];
  if (number === undefined) return undefined;
  return {
    name: `pdftoppm ${number}`,
    async firstPage(pdf) {
      if (pdf.byteLength > MAX_PDF) return undefined;
      const drawn = await run(
        command,
        ['-png', '-f', '1', '-l', '1', '-singlefile', '-scale-to', String(SIDE), '-'],
        pdf,
      );
      return drawn?.bytes && isPicture(drawn.bytes, 'image/png') ? drawn.bytes : undefined;
    },
  };
}

/** Never rejects: a program that is absent, fails, is slow or says too much gives nothing. */
function run(
  command: string,
  options: readonly string[],
  input?: Uint8Array,
): Promise<{ readonly bytes: Buffer; readonly text: string } | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, [...options], {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: TIME_MS,
    });
    const [out, said]: [Buffer[], Buffer[]] = [[], []];
    let size = 0;
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_PICTURE) child.kill('SIGKILL');
      else into.push(chunk);
    };
    child.once('error', () => resolve(undefined));
    child.stdout.on('data', keep(out));
    child.stderr.on('data', keep(said));
    child.stdin.on('error', () => undefined);
    child.once('close', (code) => {
      const isWhole = code !== null && size <= MAX_PICTURE;
      resolve(
        isWhole ? { bytes: Buffer.concat(out), text: Buffer.concat([...out, ...said]).toString('utf8') } : undefined,
      );
    });
    child.stdin.end(input);
  });
}
