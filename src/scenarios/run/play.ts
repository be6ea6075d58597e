import type { MllpSender } from '../../actors/index.js';
import type { Capture } from '../../capture/index.js';
import type { Clock, Language, Text } from '../../core/index.js';
import type { RunRecorder } from '../../evidence/index.js';
import type { Hl7v2Message } from '../../formats/hl7v2/index.js';
import type { Scenario } from '../pack/load-scenarios.js';
import type { Target } from '../target/target.js';
import type { WireRecorder } from '../wire-recorder.js';
import type { Identity } from './identities.js';
import type { OpenListener } from './listeners.js';
import type { MessageWriter } from './write-message.js';

/** What a step came to, before its exchanges are judged. */
export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'cantTell' | 'untested';
  readonly blame?: 'setup' | 'earlier-step' | 'harness' | 'tested-side';
  readonly reason: Text;
}

/** A question to a person, with its id and its deadline. */
export interface Question {
  readonly id: string;
  readonly ask: Text;
  readonly wants: 'confirm' | 'capture' | 'video' | 'file' | 'declaration';
  readonly until: Date;
}

/** `undefined`: nobody answered in time. */
export type Reply =
  | { readonly kind: 'yes' | 'no' | 'unknown' }
  | { readonly kind: 'files'; readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] }
  | { readonly kind: 'declaration'; readonly by: string };

/** Whoever answers: a terminal, a console. */
export type Asker = (question: Question, signal: AbortSignal) => Promise<Reply | undefined>;

/** A page to keep as a picture. */
export interface CaptureRequest {
  readonly url: string;
  readonly selector?: string;
}

/** What came of it; `missing` says what the machine lacks and what to do. */
export type CaptureOutcome = Omit<Capture, 'name'> | { readonly missing: Text };

export type Capturer = (request: CaptureRequest) => Promise<CaptureOutcome>;

export interface Waiting {
  readonly id: string;
  readonly ask: Text;
  readonly until: Date;
  /** Where we listen, when we do. */
  readonly address?: string;
}

/** One scenario being played: what its steps share. */
export interface Play {
  /** `dmn-identity/life`, with `~2` when it is played again. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly recorder: RunRecorder;
  readonly target: Target;
  readonly clock: Clock;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly asker: Asker | undefined;
  readonly capture: Capturer | undefined;
  readonly writer: MessageWriter;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly values: Map<string, string>;
  /** Values read in what the tested side sent: they may be personal, and reasons do not show them. */
  readonly received: Set<string>;
  readonly wire: WireRecorder;
  /** Side name of its connections in the evidence. */
  readonly wireSide: string;
  readonly listeners: OpenListener[];
  /** Milliseconds of a duration, or the longest wait of the run when that is shorter. */
  withinMs(duration: string): number;
  onWaiting(waiting: Waiting): void;
  /** The connection to the tested listener, kept from one message to the next. */
  connection: MllpSender | undefined;
  /** Last message received: an acknowledgement, or what the tested side sent. */
  lastMessage: Hl7v2Message | undefined;
  /** MSH-9 sent and MSA-1 got, of the step under way, for whoever watches. */
  told: { sent?: string; answer?: string };
}

export const passed = (reason: Text): Verdict => ({ outcome: 'passed', reason });
export const failed = (reason: Text): Verdict => ({ outcome: 'failed', blame: 'tested-side', reason });
/** Something on our side or in the settings is missing. */
export const notSetUp = (reason: Text): Verdict => ({ outcome: 'cantTell', blame: 'setup', reason });
