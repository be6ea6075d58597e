import { runCli } from './program.js';

let stop: () => void = () => undefined;
const interrupted = new Promise<void>((resolve) => {
  stop = resolve;
});
let interrupts = 0;
process.on('SIGINT', () => {
  interrupts += 1;
  // The first asks the command to finish cleanly, a second one means it.
  if (interrupts > 1) process.exit(130);
  stop();
});
process.on('SIGTERM', () => stop());
// A reader that closes early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  interrupted,
});
