import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/cli/program.js';

export interface CliRun {
  readonly code: number;
  /** Data. */
  readonly out: string;
  /** Talk. */
  readonly err: string;
}

export interface CliInput {
  /** A stream stays open as long as the test wants. */
  readonly stdin?: string | Uint8Array | Readable;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly isInteractive?: boolean;
  readonly interrupted?: Promise<void>;
}

/** A command under way: what it said so far, and its end. */
export interface RunningCli {
  out(): string;
  err(): string;
  readonly ended: Promise<CliRun>;
}

/** Starts a command in this process, with streams in memory. The locale is English unless said otherwise. */
export function startCli(argv: readonly string[], input: CliInput = {}): RunningCli {
  const [out, err] = [new Sink(), new Sink()];
  const ended = runCli(argv, {
    stdin: toStream(input.stdin),
    stdout: out,
    stderr: err,
    environment: { LANG: 'en_GB.UTF-8', ...input.environment },
    isTerminal: input.isTerminal ?? false,
    isInteractive: input.isInteractive ?? false,
    interrupted: input.interrupted ?? new Promise(() => undefined),
  }).then((code) => ({ code, out: out.text, err: err.text }));
  return { out: () => out.text, err: () => err.text, ended };
}

export function cli(argv: readonly string[], input: CliInput = {}): Promise<CliRun> {
  return startCli(argv, input).ended;
}

/** The port a listening command says it listens on. */
export async function listeningPort(running: RunningCli): Promise<number> {
  for (const start = Date.now(); Date.now() - start < 10_000; ) {
    const [, port] = /(?:Listening on|À l’écoute sur) \S*?:(\d+)\. /.exec(running.err()) ?? [];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`It does not listen: ${running.err()}`);
}

function toStream(stdin: CliInput['stdin']): Readable {
  if (stdin instanceof Readable) return stdin;
  return Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]);
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
