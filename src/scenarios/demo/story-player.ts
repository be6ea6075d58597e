import {
  DEFAULT_GAM_SETTINGS,
  type Endpoint,
  type GamSettings,
  MllpSender,
  PamWriter,
  type Patient,
} from '../../actors/index.js';
import type { Clock, HandshakeFacts, Text } from '../../core/index.js';
import type { RunRecorder } from '../../evidence/index.js';
import { Hl7v2Message } from '../../formats/hl7v2/index.js';
import { WireRecorder } from '../wire-recorder.js';
import type { StoryStep } from './demo-story.js';

/** One step as it just happened, without personal data. */
export interface StoryProgress {
  readonly number: number;
  readonly total: number;
  readonly step: StoryStep;
  /** `ADT^A28^ADT_A05`, HL7 version. */
  readonly sent: string;
  readonly version: string;
  /** MSA-1, with the ERR-3 codes that came along. */
  readonly answer?: { readonly code: string; readonly errors: readonly string[] };
  readonly outcome: 'passed' | 'failed';
  readonly reason: Text;
}

export interface StoryOptions {
  readonly recorder: RunRecorder;
  /** Where the DMN listens. */
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly answerWithinMs: number;
  /** Patients of the DMN, when it is ours and can be looked into. */
  readonly patients?: () => readonly Patient[];
  readonly onHandshake?: (facts: HandshakeFacts) => void;
  readonly onStep?: (progress: StoryProgress) => void;
}

interface Sender {
  readonly sender: MllpSender;
  readonly writer: PamWriter;
  readonly wire: WireRecorder;
}

/** Sends a story step by step and compares what comes back with what is expected. */
export class StoryPlayer {
  readonly #senders = new Map<string, Sender>();

  constructor(private readonly options: StoryOptions) {}

  /** Throws transport errors when a connection cannot be opened; what was recorded before stays. */
  async play(story: readonly StoryStep[]): Promise<void> {
    for (const [index, step] of story.entries()) {
      const { id, title, expectedRules } = step;
      const { recorder } = this.options;
      const { sender, writer, wire } = await this.#senderOf(step.version ?? '2.5');
      recorder.startStep({ id, title, ...(expectedRules && { expectedRules }) });
      const { controlId, bytes } = writer.write(step.message);
      const { answer, silence } = await sender.send(bytes, this.options.answerWithinMs);
      if (silence) wire.recordSilence(controlId, sender.channel.id, silence);
      if (silence === 'closed') this.#senders.delete(step.version ?? '2.5');
      const verdict = this.#compare(step, answer);
      recorder.endStep(id, { ...verdict, ...(verdict.outcome === 'failed' && { blame: 'tested-side' }) });
      this.options.onStep?.({ ...verdict, ...describe(bytes, answer), number: index + 1, total: story.length, step });
    }
  }

  async close(): Promise<void> {
    for (const { sender } of this.#senders.values()) await sender.close();
  }

  #compare(step: StoryStep, answer: Uint8Array | undefined): { outcome: 'passed' | 'failed'; reason: Text } {
    const code = answer && new Hl7v2Message(answer).field('MSA', 1).text;
    if (code !== step.answer) return { outcome: 'failed', reason: wrongAnswer(step.answer, code) };
    const { text, holds } = step.expects;
    const { patients } = this.options;
    if (!patients) return { outcome: 'passed', reason: toLookAt(text) };
    return { outcome: holds(patients()) ? 'passed' : 'failed', reason: holds(patients()) ? text : notHeld(text) };
  }

  /** One connection per HL7 version: the two senders are two applications. */
  async #senderOf(version: GamSettings['version']): Promise<Sender> {
    const known = this.#senders.get(version);
    if (known) return known;
    const { recorder, endpoint, clock, onHandshake } = this.options;
    const isMain = version === '2.5';
    const wire = new WireRecorder(recorder, isMain ? 'gam' : `gam-${version}`);
    const sender = await MllpSender.connect(endpoint, { observers: [wire.observer], clock });
    onHandshake?.(sender.channel.peer.handshake);
    const settings = { ...DEFAULT_GAM_SETTINGS, version, clock, ...(!isMain && { application: 'GAM-231' }) };
    const made = { sender, wire, writer: new PamWriter(settings) };
    this.#senders.set(version, made);
    return made;
  }
}

function describe(sent: Uint8Array, answer: Uint8Array | undefined) {
  const message = new Hl7v2Message(sent);
  return { sent: message.field('MSH', 9).raw, version: message.version, ...(answer && { answer: readAnswer(answer) }) };
}

function readAnswer(bytes: Uint8Array): { code: string; errors: string[] } {
  const message = new Hl7v2Message(bytes);
  const code = (error: (typeof message)['msh']) =>
    error.field(3).component(1).text || error.field(1).component(4).subcomponent(1).text;
  return { code: message.field('MSA', 1).text, errors: message.all('ERR').map(code) };
}

function wrongAnswer(expected: string, found: string | undefined): Text {
  return {
    fr: found === undefined ? `aucun acquittement, ${expected} attendu` : `acquittement ${found}, ${expected} attendu`,
    en:
      found === undefined
        ? `no acknowledgement, ${expected} expected`
        : `acknowledgement ${found}, ${expected} expected`,
  };
}

function notHeld(text: Text): Text {
  return { fr: `attendu et non constaté : ${text.fr}`, en: `expected and not seen: ${text.en}` };
}

/** The tested DMN cannot be looked into from here: what it must show is left to a person, and said. */
function toLookAt(text: Text): Text {
  return {
    fr: `acquittement vérifié ; à constater dans votre DMN : ${text.fr}`,
    en: `acknowledgement checked; to be seen in your DMN: ${text.en}`,
  };
}
