import type { Text } from '../../judge.js';
import type { Session } from '../io.js';

/** Runs a command; resolves to the exit code, throws typed errors. */
export type RunCommand = (args: string[], options: Record<string, unknown>, session: Session) => Promise<number>;

export interface CommandSpec {
  /** Words the user types: `check`, `certs server`. */
  readonly name: string;
  readonly summary: Text;
  readonly arguments?: readonly { readonly form: string; readonly text: Text }[];
  readonly options?: readonly OptionSpec[];
  /** Loads what the command needs only when it is run: `epreuve check` must start fast. */
  readonly load: () => Promise<RunCommand>;
}

export interface OptionSpec {
  readonly form: string;
  readonly text: Text;
  readonly choices?: readonly string[];
  readonly repeats?: true;
  readonly initial?: string;
}
