import { type Clock, isEpreuveError } from '../../core/index.js';
import { acknowledgedId, controlIdOf } from '../../formats/hl7v2/index.js';
import {
  connectMllp,
  type Endpoint,
  type MllpChannel,
  type MllpLimits,
  type WireObserver,
} from '../../transports/index.js';

/** Why a message stayed without a usable acknowledgement. */
export type Silence = 'timeout' | 'closed';

export interface SendOutcome {
  /** Bytes of the acknowledgement that echoes the control id, when one came in time. */
  readonly answer?: Uint8Array;
  readonly silence?: Silence;
}

export interface SenderOptions {
  readonly observers?: readonly WireObserver[];
  readonly limits?: Partial<MllpLimits>;
  readonly clock?: Clock;
}

/** An MLLP sender that waits for the acknowledgement of each message: the GAM, and `epreuve send`. */
export class MllpSender {
  private constructor(readonly channel: MllpChannel) {}

  /** Throws transport errors: `refused`, `tls-handshake`, `timeout`, `dns`… */
  static async connect(endpoint: Endpoint, options: SenderOptions = {}): Promise<MllpSender> {
    return new MllpSender(await connectMllp(endpoint, options));
  }

  /**
   * Sends and waits for the acknowledgement whose MSA-2 is the message's MSH-10. Throws `unframeable` for a message that
   * MLLP cannot carry: nothing was sent.
   */
  async send(bytes: Uint8Array, withinMs: number): Promise<SendOutcome> {
    const controlId = controlIdOf(bytes);
    const isAnswer = (payload: Uint8Array) => controlId !== '' && acknowledgedId(payload) === controlId;
    try {
      return { answer: await this.channel.request(bytes, { withinMs, isAnswer }) };
    } catch (error) {
      if (!isEpreuveError(error, 'transport') || error.code === 'unframeable') throw error;
      return { silence: error.code === 'timeout' ? 'timeout' : 'closed' };
    }
  }

  close(): Promise<void> {
    return this.channel.close();
  }
}
