import type { WireEvent, WireObserver } from '../actors/index.js';
import type { EvidenceItem, HandshakeFacts } from '../core/index.js';
import type { RunRecorder } from '../evidence/index.js';
import { acknowledgedId, controlIdOf } from '../formats/hl7v2/index.js';
import { describeMessage } from './describe-message.js';

/** What a wire recorder keeps of the traffic; `handshakes` leaves the frames to the other side's recorder. */
export type Recorded = 'everything' | 'handshakes';

const HL7_MEDIA_TYPE = 'x-application/hl7-v2+er7';

/**
 * Turns wire events into evidence: handshakes, every frame with its bytes, framing violations, faults on purpose. An
 * acknowledgement is tied to the message it answers by MSA-2; one that names no message of its connection, to the oldest
 * message still without an answer, so that judging sees that it names another.
 */
export class WireRecorder {
  /** Item of each message by its control id, per connection. */
  readonly #messages = new Map<string, EvidenceItem>();
  readonly #answered = new Set<string>();
  /** Messages without an answer yet, by connection and direction, oldest first. */
  readonly #waiting = new Map<string, EvidenceItem[]>();

  constructor(
    private readonly recorder: RunRecorder,
    /** Put in front of connection ids, so that both sides of a demo stay apart. */
    private readonly side: string,
    private readonly keeps: Recorded = 'everything',
    /** Of every handshake, beside its own. */
    private readonly facts: Pick<HandshakeFacts, 'provoked'> = {},
  ) {}

  readonly observer: WireObserver = (event) => {
    if (event.kind === 'handshake') this.#handshake(event);
    if (this.keeps === 'handshakes') return;
    if (event.kind === 'frame-sent') this.#frame(event, 'sent');
    if (event.kind === 'frame-received') this.#frame(event, 'received');
    if (event.kind === 'violation') this.#violation(event);
    if (event.kind === 'bytes-sent') this.#fault(event);
  };

  /** Notes that a message got no usable answer, and why. */
  recordSilence(controlId: string, connection: string, silence: 'timeout' | 'closed' | 'unreadable'): void {
    const message = this.#messages.get(this.#key(connection, controlId));
    if (!message || this.#answered.has(message.id)) return;
    // Whatever comes later is no answer to this one, unless it names it.
    this.#settle(message);
    const facts = { silence };
    const item = { kind: 'log', mediaType: 'text/plain', name: `silence-${silence}`, extension: 'txt' } as const;
    this.recorder.record(
      { ...item, answers: message.id, connection: this.#connection(connection), facts },
      new Uint8Array(),
    );
  }

  #handshake(event: Extract<WireEvent, { kind: 'handshake' }>): void {
    const facts = { ...event.facts, ...this.facts, side: this.side };
    const bytes = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
    const item = {
      kind: 'handshake',
      mediaType: 'application/json',
      name: `handshake-${this.side}`,
      extension: 'json',
    } as const;
    this.recorder.record({ ...item, connection: this.#connection(event.connection), facts }, bytes);
  }

  #frame(event: { connection: string; payload: Uint8Array }, direction: 'sent' | 'received'): void {
    const { payload } = event;
    const answersId = acknowledgedId(payload);
    const answered = answersId === undefined ? undefined : this.#answeredBy(event.connection, answersId, direction);
    const item = this.recorder.record(
      {
        kind: 'exchange',
        mediaType: HL7_MEDIA_TYPE,
        name: `${direction}-${describeMessage(payload)}`,
        extension: 'hl7',
        direction,
        connection: this.#connection(event.connection),
        ...(answered && { answers: answered.id }),
      },
      payload,
    );
    if (answered) this.#settle(answered);
    if (answersId === undefined) this.#await(event.connection, controlIdOf(payload), item);
  }

  #answeredBy(connection: string, controlId: string, direction: 'sent' | 'received'): EvidenceItem | undefined {
    const named = this.#messages.get(this.#key(connection, controlId));
    if (named) return named;
    const other = direction === 'sent' ? 'received' : 'sent';
    return this.#waiting.get(this.#key(this.#connection(connection), other))?.[0];
  }

  #await(connection: string, controlId: string, item: EvidenceItem): void {
    this.#messages.set(this.#key(connection, controlId), item);
    const key = this.#waitingKey(item);
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.push(item);
    else this.#waiting.set(key, [item]);
  }

  #settle(message: EvidenceItem): void {
    this.#answered.add(message.id);
    const waiting = this.#waiting.get(this.#waitingKey(message)) ?? [];
    const at = waiting.indexOf(message);
    if (at >= 0) waiting.splice(at, 1);
  }

  #waitingKey({ connection = '', direction = 'sent' }: EvidenceItem): string {
    return this.#key(connection, direction);
  }

  #violation(event: Extract<WireEvent, { kind: 'violation' }>): void {
    const facts = { violation: event.code, offset: String(event.offset), length: String(event.length) };
    const item = {
      kind: 'log',
      mediaType: 'application/octet-stream',
      name: `framing-${event.code}`,
      extension: 'bin',
    } as const;
    this.recorder.record({ ...item, connection: this.#connection(event.connection), facts }, event.bytes);
  }

  #fault(event: Extract<WireEvent, { kind: 'bytes-sent' }>): void {
    const item = {
      kind: 'log',
      mediaType: 'application/octet-stream',
      name: 'bytes-sent',
      extension: 'bin',
      direction: 'sent',
    } as const;
    this.recorder.record(
      { ...item, connection: this.#connection(event.connection), facts: { fault: event.note } },
      event.bytes,
    );
  }

  #connection(id: string): string {
    return `${this.side}-${id}`;
  }

  #key(connection: string, controlId: string): string {
    return `${connection}\n${controlId}`;
  }
}
