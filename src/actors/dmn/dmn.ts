import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, isEpreuveError, systemClock } from '../../core/index.js';
import { createAcknowledgement, editMessage, type Hl7v2Message, tryReadHl7v2 } from '../../formats/hl7v2/index.js';
import {
  type Endpoint,
  listenMllp,
  type MllpChannel,
  type MllpLimits,
  type MllpListener,
  toBlock,
  type WireObserver,
} from '../../transports/index.js';
import { ACCEPTED, type Answer, refuse } from './answer.js';
import { type BehaviourRule, BehaviourScript } from './behaviour.js';
import { PamConsumer } from './consumer.js';
import { integrate } from './document-consumer.js';

export interface DmnOptions {
  readonly endpoint: Endpoint;
  /** Faults and answers on purpose; none: the DMN behaves well. */
  readonly behaviour?: readonly BehaviourRule[];
  /** `accept`: acknowledge whatever can be read, without integrating it (`epreuve listen`). */
  readonly mode?: 'integrate' | 'accept';
  /** Shared with another way in, such as a folder; its own unless given. */
  readonly consumer?: PamConsumer;
  readonly observers?: readonly WireObserver[];
  readonly limits?: Partial<MllpLimits>;
  readonly clock?: Clock;
  /** Called once a message was dealt with, whatever the DMN did with it. */
  readonly onMessage?: () => void;
}

/** The reference DMN: an acknowledging consumer of PAM messages and of CDA documents, on MLLP. */
export class Dmn {
  readonly consumer: PamConsumer;
  readonly #script: BehaviourScript;
  readonly #clock: Clock;
  readonly #closing = new AbortController();
  #listener: MllpListener | undefined;
  #answers = 0;

  private constructor(private readonly options: DmnOptions) {
    this.consumer = options.consumer ?? new PamConsumer();
    this.#script = new BehaviourScript(options.behaviour ?? []);
    this.#clock = options.clock ?? systemClock;
  }

  /** Throws transport errors such as `port-in-use`. */
  static async start(options: DmnOptions): Promise<Dmn> {
    const dmn = new Dmn(options);
    const { observers, limits, clock } = options;
    dmn.#listener = await listenMllp(options.endpoint, (channel, payload) => dmn.#receive(channel, payload), {
      ...(observers && { observers }),
      ...(limits && { limits }),
      ...(clock && { clock }),
    });
    return dmn;
  }

  get port(): number {
    return this.#listener?.port ?? 0;
  }

  /** Answers that are delayed on purpose are not waited for. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#listener?.close({ graceMs: 1000 });
  }

  async #receive(channel: MllpChannel, payload: Uint8Array): Promise<void> {
    try {
      await this.#answer(channel, payload);
    } catch (error) {
      // A sender that left before its answer is an ordinary thing, and recorded as the end of its connection.
      if (!isEpreuveError(error, 'transport')) throw error;
    } finally {
      this.options.onMessage?.();
    }
  }

  async #answer(channel: MllpChannel, payload: Uint8Array): Promise<void> {
    const message = tryReadHl7v2(payload);
    // Without an MSH there is nobody to answer to (reference §7.4).
    if (!message) return channel.close();
    // An acknowledgement is never acknowledged.
    if (message.first('MSA')) return;
    const rule = this.#script.next(message.event);
    const answer = await this.#decide(message, rule);
    if (rule?.delayMs && !(await this.#pause(rule.delayMs))) return;
    await this.#send(channel, message, answer, rule?.fault ?? 'none');
  }

  /** False when the DMN closed meanwhile. */
  async #pause(milliseconds: number): Promise<boolean> {
    try {
      await wait(milliseconds, undefined, { signal: this.#closing.signal });
      return true;
    } catch {
      return false;
    }
  }

  async #decide(message: Hl7v2Message, rule: BehaviourRule | undefined): Promise<Answer> {
    const own = this.options.mode === 'accept' ? ACCEPTED : await integrate(message, this.consumer);
    if (!rule?.answer) return own;
    const isPositive = rule.answer === 'AA' || rule.answer === 'CA';
    if (isPositive) return { code: rule.answer, errors: [] };
    const errors =
      own.errors.length > 0 && !rule.error
        ? own.errors
        : refuse(rule.error ?? '207', undefined, 'Réponse scriptée').errors;
    return { code: rule.answer, errors };
  }

  async #send(
    channel: MllpChannel,
    message: Hl7v2Message,
    answer: Answer,
    fault: BehaviourRule['fault'],
  ): Promise<void> {
    const bytes = this.#acknowledge(message, answer, fault === 'wrong-control-id');
    const block = toBlock(bytes);
    switch (fault) {
      case 'no-answer':
        return;
      case 'close':
        return channel.close();
      case 'cut-mid-frame':
        await channel.sendRaw(block.subarray(0, Math.ceil(block.length / 2)), fault);
        return channel.close();
      case 'garbage':
        return channel.sendRaw(Buffer.from('\x00\xff garbage \x7f\r\n', 'latin1'), fault);
      case 'missing-start-block':
        return channel.sendRaw(block.subarray(1), fault);
      case 'missing-end-block':
        return channel.sendRaw(block.subarray(0, -2), fault);
      case 'two-answers':
        await channel.send(bytes);
        return channel.send(this.#acknowledge(message, answer, false));
      default:
        return channel.send(bytes);
    }
  }

  #acknowledge(message: Hl7v2Message, answer: Answer, wrongControlId: boolean): Uint8Array {
    this.#answers += 1;
    const { bytes } = createAcknowledgement(message, {
      code: answer.code,
      errors: answer.errors,
      controlId: `DMN${String(this.#answers).padStart(6, '0')}`,
      at: this.#clock.now(),
      sendingApplication: 'DMN-EPREUVE',
      sendingFacility: 'EPREUVE',
    });
    return wrongControlId ? withOtherControlId(bytes) : bytes;
  }
}

/** One character per byte, so that nothing else of the acknowledgement changes. */
function withOtherControlId(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(editMessage(text, { 'MSA-2': 'NOT-THE-SAME-ID' }), 'latin1');
}
