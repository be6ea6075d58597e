import type { Readable, Writable } from 'node:stream';
import type { Language, Text } from '../judge.js';

/** Everything a command may touch of the process, so that tests can run one in memory. */
export interface Io {
  readonly stdin: Readable;
  /** Data another program may read. */
  readonly stdout: Writable;
  /** Talk to the person. */
  readonly stderr: Writable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** A person can be asked on stdin. */
  readonly isInteractive?: boolean;
  /** Resolves when the user asks to stop (Ctrl-C). */
  readonly interrupted: Promise<void>;
}

/** A command's view of the person it talks to. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  readonly colour: boolean;
  readonly quiet: boolean;
  /** One line on stderr, unless quiet. */
  say(text: Text | string): void;
  /** Data on stdout. */
  print(text: string): void;
}

/** What the other side sends (a certificate's subject, MSA-1) may hold anything, and a terminal obeys control characters. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? character : '·'));
}

export function makeSession(io: Io, options: { language: Language; colour: boolean; quiet: boolean }): Session {
  const { language, colour, quiet } = options;
  return {
    io,
    language,
    colour,
    quiet,
    say: (text) => {
      if (!quiet) io.stderr.write(`${harmless(typeof text === 'string' ? text : text[language])}\n`);
    },
    print: (text) => {
      io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
  };
}
