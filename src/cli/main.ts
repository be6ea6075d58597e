import { runCli } from './program.js';

let stop: () => void = () => undefined;
const interrupted = new Promise<void>((resolve) => {
  stop = resolve;
});
let isAwaited = false;
process.on('SIGINT', () => interrupt(130));
process.on('SIGTERM', () => interrupt(143));

/** A command that listens finishes cleanly at the first signal; any other, or a second signal, ends at once. */
function interrupt(exitCode: number): void {
  if (!isAwaited) process.exit(exitCode);
  isAwaited = false;
  stop();
}

// A reader that closes early (`| head`) is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  isInteractive: process.stdin.isTTY === true,
  get interrupted() {
    isAwaited = true;
    return interrupted;
  },
});
