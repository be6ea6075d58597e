import { readFile, rename, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { MllpSender } from '../../../actors/index.js';
import { isEpreuveError, makeError, type Text } from '../../../core/index.js';
import { acknowledgedId, controlIdOf, type Hl7v2Message, tryReadHl7v2 } from '../../../formats/hl7v2/index.js';
import type { SendFile, StepFile } from '../../pack/schema.js';
import { hookFailed, hookOf, runHook } from '../hooks.js';
import { failed, notSetUp, type Play, passed, type Verdict } from '../play.js';
import { orInterrupted, poll } from '../wait.js';
import type { WrittenMessage } from '../write-message.js';
import { playConnection } from './connection.js';
import { sendWithFault } from './send-fault.js';

/** Acknowledgement code, or why there is none. */
export type Answer = { readonly code: string; readonly message: Hl7v2Message } | { readonly code: 'none' | 'closed' };

/** Sends one message and compares what comes back with what is allowed. */
export async function playSend(send: SendFile, step: StepFile, play: Play): Promise<Verdict> {
  const hook = hookOf(step, play);
  const prepared = hook && (await runHook(hook, step.id, play));
  if (prepared && !prepared.ok) return hookFailed(step.id, prepared);
  const message = await contentOf(send, play);
  if (message) play.told.sent = tryReadHl7v2(message.bytes)?.field('MSH', 9).raw ?? '';
  if (send.connection || send.certificate || send.protocol) return playConnection(send, message, play);
  if (!message) throw makeError('defect', { reason: 'a send step without content' });
  if (send.over === 'folder') return sendToFolder(send, message, play);
  const { mllp } = play.target;
  if (!mllp) return notSetUp(MISSING.mllp);
  const connection = await connect(play);
  if ('outcome' in connection) return connection;
  const withinMs = play.withinMs(send.within ?? `${mllp.answerWithinMs}ms`);
  const answer = send.fault
    ? await sendWithFault(send, message, connection, withinMs, play)
    : await sendWell(message, connection, withinMs, play);
  return compare(send, answer, play);
}

async function sendWell(
  message: WrittenMessage,
  connection: MllpSender,
  withinMs: number,
  play: Play,
): Promise<Answer> {
  const { answer, silence } = await orInterrupted(connection.send(message.bytes, withinMs), play.signal);
  if (silence) play.wire.recordSilence(message.controlId, connection.channel.id, silence);
  if (silence === 'closed') play.connection = undefined;
  return toAnswer(answer, silence === 'closed');
}

export function toAnswer(bytes: Uint8Array | undefined, closed: boolean): Answer {
  const message = bytes && tryReadHl7v2(bytes);
  return message ? { code: message.field('MSA', 1).text, message } : { code: closed ? 'closed' : 'none' };
}

/** The connection of the scenario, opened when there is none; a verdict when it cannot be. */
export async function connect(play: Play): Promise<MllpSender | Verdict> {
  if (play.connection) return play.connection;
  const { mllp } = play.target;
  if (!mllp) return notSetUp(MISSING.mllp);
  try {
    const opening = MllpSender.connect(mllp, { observers: [play.wire.observer], clock: play.clock });
    play.connection = await orInterrupted(opening, play.signal);
    return play.connection;
  } catch (error) {
    if (!isEpreuveError(error, 'transport')) throw error;
    return notSetUp(describe(error));
  }
}

export function describe(error: { describe(language: 'fr' | 'en'): { text: string } }): Text {
  return { fr: error.describe('fr').text, en: error.describe('en').text };
}

/** Compares an answer with those the step allows. */
export function compare(send: SendFile, answer: Answer, play: Play): Verdict {
  const allowed = typeof send.answer === 'string' ? [send.answer] : (send.answer ?? ['AA']);
  play.told.answer = answer.code;
  if ('message' in answer) play.lastMessage = answer.message;
  const [said, wanted] = [nameOf(answer.code), allowed.map(nameOf)];
  const list = (language: 'fr' | 'en') =>
    wanted.map((each) => each[language]).join({ fr: ' ou ', en: ' or ' }[language]);
  if (!allowed.includes(answer.code)) {
    return failed({ fr: `${said.fr} ; attendu : ${list('fr')}`, en: `${said.en}; expected: ${list('en')}` });
  }
  if (send.error !== undefined && 'message' in answer && !errorsOf(answer.message).includes(send.error)) {
    return failed({
      fr: `${said.fr} sans l’erreur ${send.error} attendue dans ERR`,
      en: `${said.en} without the error ${send.error} expected in ERR`,
    });
  }
  return passed(said);
}

function nameOf(code: string): Text {
  if (code === 'none') return { fr: 'aucun acquittement', en: 'no acknowledgement' };
  if (code === 'closed')
    return { fr: 'connexion fermée sans acquittement', en: 'connection closed without acknowledgement' };
  return { fr: `acquittement ${code}`, en: `acknowledgement ${code}` };
}

function errorsOf(message: Hl7v2Message): string[] {
  return message
    .all('ERR')
    .map((error) => error.field(3).component(1).text || error.field(1).component(4).subcomponent(1).text);
}

async function contentOf(send: SendFile, play: Play): Promise<WrittenMessage | undefined> {
  const { version = '2.5', profile } = send;
  if (send.pam) return play.writer.write(send.pam, { version, ...(profile && { profile }) });
  if (send.message === undefined && send.file === undefined) return undefined;
  const bytes =
    send.file === undefined
      ? Buffer.from(`${(send.message ?? '').trim().replace(/\r?\n/g, '\r')}\r`)
      : await readBeside(send.file, play);
  return { bytes, controlId: controlIdOf(bytes) };
}

/** Only files of the scenario's own package are sent: a scenario must not carry off others of the machine. */
export async function readBeside(file: string, { scenario }: Pick<Play, 'scenario'>): Promise<Uint8Array> {
  const path = resolve(scenario.folder, file);
  const inside = relative(scenario.root, path);
  if (inside.startsWith('..') || isAbsolute(inside)) throw makeError('file-not-found', { file });
  return readFile(path).catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
}

/** Written under another name first, so that nobody reads half of it. */
async function sendToFolder(send: SendFile, message: WrittenMessage, play: Play): Promise<Verdict> {
  const { folder } = play.target;
  if (!folder) return notSetUp(MISSING.folder);
  const name = `${message.controlId}.hl7`;
  try {
    await writeFile(join(folder.deliver, `.${name}.part`), message.bytes);
    await rename(join(folder.deliver, `.${name}.part`), join(folder.deliver, name));
  } catch (cause) {
    throw makeError(
      'folder-unwritable',
      { folder: folder.deliver, reason: String((cause as { code?: unknown }).code) },
      { cause },
    );
  }
  const item = { kind: 'exchange', mediaType: HL7, direction: 'sent', name: 'file-sent', extension: 'hl7' } as const;
  const sent = play.recorder.record(item, message.bytes);
  if (folder.answers === undefined) {
    play.told.answer = '—';
    return passed({
      fr: 'fichier déposé ; ce dossier ne rend pas d’acquittement',
      en: 'file delivered; this folder gives no acknowledgement',
    });
  }
  const { answers } = folder;
  const withinMs = play.withinMs(send.within ?? FOLDER_WITHIN);
  const answer = await poll(() => findAnswer(answers, message.controlId), {
    withinMs,
    everyMs: 25,
    signal: play.signal,
  });
  if (answer) {
    const received = { ...item, direction: 'received', name: 'file-received', answers: sent.id } as const;
    play.recorder.record(received, answer);
  }
  return compare(send, toAnswer(answer, false), play);
}

const HL7 = 'x-application/hl7-v2+er7';
const FOLDER_WITHIN = '10s';

async function findAnswer(folder: string, controlId: string): Promise<Uint8Array | undefined> {
  const { readdir } = await import('node:fs/promises');
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith('.')) continue;
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes && acknowledgedId(bytes) === controlId) return bytes;
  }
  return undefined;
}

export const MISSING = {
  mllp: {
    fr: 'la cible ne dit pas où envoyer en MLLP ; ajoutez mllp: { host, port, tls } à son fichier',
    en: 'the target does not say where to send over MLLP; add mllp: { host, port, tls } to its file',
  },
  folder: {
    fr: 'la cible ne dit pas où déposer les fichiers ; ajoutez folder: { deliver } à son fichier',
    en: 'the target does not say where to deliver files; add folder: { deliver } to its file',
  },
} as const satisfies Record<string, Text>;
