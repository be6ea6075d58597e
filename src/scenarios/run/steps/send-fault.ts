import type { MllpSender } from '../../../actors/index.js';
import { isEpreuveError } from '../../../core/index.js';
import { acknowledgedId, controlIdOf } from '../../../formats/hl7v2/index.js';
import type { SendFile } from '../../pack/schema.js';
import { makeFaultyBytes } from '../framing-faults.js';
import type { Play } from '../play.js';
import { orInterrupted, pause } from '../wait.js';
import type { WrittenMessage } from '../write-message.js';
import { type Answer, toAnswer } from './send.js';

/** Puts the fault on the wire and waits for the acknowledgement of every message a good receiver would have seen. */
export async function sendWithFault(
  send: SendFile,
  message: WrittenMessage,
  connection: MllpSender,
  withinMs: number,
  play: Play,
): Promise<Answer> {
  const { fault } = send;
  if (!fault) throw new TypeError('a fault is needed');
  const other = send.pam ? play.writer.write(send.pam, { version: send.version ?? '2.5' }) : message;
  const { parts, close } = makeFaultyBytes(fault, message.bytes, other.bytes);
  const { channel } = connection;
  try {
    for (const { bytes, pauseMs } of parts) {
      await orInterrupted(channel.sendRaw(bytes, fault), play.signal);
      if (pauseMs) await pause(pauseMs, play.signal);
    }
    if (close) {
      await forget(connection, play);
      return { code: 'closed' };
    }
    const wanted = new Set([message.controlId, ...(fault === 'two-blocks-at-once' ? [other.controlId] : [])]);
    return await answerTo(wanted, connection, withinMs, play);
  } catch (error) {
    if (!isEpreuveError(error, 'transport')) throw error;
    const ended = error.code !== 'timeout';
    // Whatever comes late must not answer the next message.
    await forget(connection, play);
    return toAnswer(undefined, ended);
  }
}

async function answerTo(wanted: Set<string>, { channel }: MllpSender, withinMs: number, play: Play): Promise<Answer> {
  const end = performance.now() + withinMs;
  for (;;) {
    const left = Math.max(1, Math.ceil(end - performance.now()));
    const frame = await orInterrupted(channel.receive({ withinMs: left }), play.signal);
    const id = acknowledgedId(frame);
    // An answer that names nobody is one to what could not be read.
    if (id === undefined || (id !== '' && !wanted.delete(id))) continue;
    if (wanted.size === 0 || id === '' || controlIdOf(frame) === '') return toAnswer(frame, false);
  }
}

async function forget(connection: MllpSender, play: Play): Promise<void> {
  play.connection = undefined;
  await connection.close();
}
