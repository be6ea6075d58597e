import { type Endpoint, MllpSender, type Silence } from '../actors/index.js';
import { type Clock, type HandshakeFacts, systemClock, type Text, VERSION } from '../core/index.js';
import { RunRecorder } from '../evidence/index.js';
import { Hl7v2Message, splitDocuments } from '../formats/hl7v2/index.js';
import { recordPictures } from './pdf-pictures.js';
import { WireRecorder } from './wire-recorder.js';

export interface SendOptions {
  readonly folder: string;
  readonly endpoint: Endpoint;
  /** A file: one message, many, a batch, or an MLLP dump. Each message is sent as it stands in its own block. */
  readonly bytes: Uint8Array;
  readonly answerWithinMs: number;
  readonly clock?: Clock;
  readonly onHandshake?: (facts: HandshakeFacts) => void;
  readonly onAnswer?: (sent: { readonly type: string; readonly controlId: string }, answer: string | Silence) => void;
}

const TITLE: Text = { fr: 'Envoi de messages', en: 'Messages sent' };

/**
 * Sends every message of a file and waits for each acknowledgement; a connection that the receiver closed is opened again
 * for the next message (appendix C §C.2.1). Leaves a run folder, also when a connection fails (the failed handshake is
 * evidence). Throws the transport error of the connection, or the document error of a file that holds no message.
 */
export async function sendFile(options: SendOptions): Promise<void> {
  const { folder, clock = systemClock } = options;
  const messages = readMessages(options.bytes);
  const recorder = new RunRecorder({ folder, title: TITLE, tool: { name: 'epreuve', version: VERSION }, clock });
  const sending = new Sending(options, clock, new WireRecorder(recorder, 'sender'));
  try {
    for (const message of messages) await sending.send(message);
  } finally {
    // Closed before the end of the run: the end of a connection may still tell something.
    await sending.close();
    await recordPictures(recorder);
    recorder.end();
  }
}

class Sending {
  #sender: MllpSender | undefined;

  constructor(
    private readonly options: SendOptions,
    private readonly clock: Clock,
    private readonly wire: WireRecorder,
  ) {}

  async send(message: Hl7v2Message): Promise<void> {
    const sender = await this.#connected();
    const { answer, silence } = await sender.send(message.bytes, this.options.answerWithinMs);
    if (silence) this.wire.recordSilence(message.controlId, sender.channel.id, silence);
    if (silence === 'closed') this.#sender = undefined;
    const told = answer ? new Hl7v2Message(answer).field('MSA', 1).text : (silence ?? 'timeout');
    this.options.onAnswer?.({ type: message.field('MSH', 9).raw, controlId: message.controlId }, told);
  }

  async close(): Promise<void> {
    await this.#sender?.close();
  }

  async #connected(): Promise<MllpSender> {
    if (this.#sender) return this.#sender;
    const { endpoint, onHandshake } = this.options;
    this.#sender = await MllpSender.connect(endpoint, { observers: [this.wire.observer], clock: this.clock });
    onHandshake?.(this.#sender.channel.peer.handshake);
    return this.#sender;
  }
}

function readMessages(bytes: Uint8Array): Hl7v2Message[] {
  const messages: Hl7v2Message[] = [];
  for (const part of splitDocuments(bytes)) {
    if (part.kind === 'message') messages.push(new Hl7v2Message(part.bytes, { origin: part.origin }));
  }
  // Reading what is no message gives the error that says so.
  return messages.length > 0 ? messages : [new Hl7v2Message(bytes)];
}
