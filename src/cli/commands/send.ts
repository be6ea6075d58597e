import { resolve } from 'node:path';
import { sendFile, systemClock } from '../../index.js';
import { readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readAddress, readNumber } from '../options.js';
import { type OutputOptions, readReportOptions, showResult } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { readSecurity, toEndpoint, withPeerName } from '../security-options.js';
import { tellFailure, tellHandshake, tellPlaces, worse } from '../tell.js';
import { requireIdentity } from '../test-pki.js';

const LARGEST_FILE = 64 * 1024 * 1024;

/** `epreuve send <file> --to host:port`. */
export async function runSend(
  [path = '']: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, 'send');
  const address = readAddress(options, 'send');
  const answerWithinMs = readNumber(options, 'timeout', 'send', [1, 3600]) * 1000;
  const security = requireIdentity(await readSecurity(options, session, 'send'));
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes: LARGEST_FILE });
  const folder = optionalText(options, 'out') ?? newRunFolder('send', systemClock.now());
  const failure = await tellFailure(
    () =>
      sendFile({
        folder,
        endpoint: toEndpoint(address, withPeerName(security, options)),
        bytes: documents[0]?.bytes ?? new Uint8Array(),
        answerWithinMs,
        onHandshake: (facts) => tellHandshake(facts, session),
        onAnswer: ({ type, controlId }, answer) => session.say(`${type} ${controlId} → ${answer}`),
      }),
    session,
  );
  const result = await finishRun(folder, own, session);
  const outcome = await showResult(result, own, session, 'send');
  tellPlaces(resolve(folder), session);
  return worse(failure, outcome);
}
