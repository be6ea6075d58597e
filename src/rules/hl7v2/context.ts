import type { EvidenceItem } from '../../core/index.js';
import type { Hl7v2Message, SplitAnomaly } from '../../formats/hl7v2/index.js';
import type { Hl7v2Profile, Pack } from '../../packs/index.js';

/** What every HL7 v2 rule may consult. */
export interface Hl7v2Context {
  readonly pack: Pack;
  readonly profile: Hl7v2Profile;
  /** MSH-12.3 or MSH-21 claims the French profile. */
  readonly declaresFrenchProfile: boolean;
}

/** Subject `hl7v2/exchange`: a message and what came back on the same connection. */
export interface Hl7v2Exchange {
  readonly sent: Hl7v2Message;
  readonly sentItem: EvidenceItem;
  /** Answers in the order received; empty after a timeout or a closed connection. Unreadable ones are left out. */
  readonly answers: readonly { readonly message: Hl7v2Message; readonly item: EvidenceItem }[];
  /** Why no (more) answer came, as recorded: `timeout`, `closed`, `unreadable`; undefined when one came. */
  readonly silence?: 'timeout' | 'closed' | 'unreadable';
  /**
   * What judging `sent` found: outcome and ERR-3 codes of its findings at error level. Undefined when `sent` was not
   * judged (no pack). Rules compare it with MSA-1.
   */
  readonly judgedSent?: { readonly failed: boolean; readonly hl7Errors: readonly string[] };
}

/** Subject `hl7v2/sequence`: every message of one sender in the order of the evidence. */
export interface Hl7v2Sequence {
  readonly messages: readonly {
    readonly message: Hl7v2Message;
    readonly item: EvidenceItem;
    readonly accepted: boolean | undefined;
  }[];
}

/** Subject `hl7v2/file`: a file of several messages (batch, MLLP recording, messages one after the other). */
export interface Hl7v2File {
  readonly messages: number;
  readonly anomalies: readonly SplitAnomaly[];
}
