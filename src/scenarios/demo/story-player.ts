import {
  DEFAULT_GAM_SETTINGS,
  type Endpoint,
  type GamSettings,
  MllpSender,
  PamWriter,
  type Patient,
} from '../../actors/index.js';
import { type Clock, type HandshakeFacts, isEpreuveError, type Text } from '../../core/index.js';
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
  /** Id of the scenario the steps belong to, which the caller starts. */
  readonly scenario?: string;
  /** Patients of the DMN, when it is ours and can be looked into. */
  readonly patients?: () => readonly Patient[];
  readonly onHandshake?: (facts: HandshakeFacts) => void;
  readonly onStep?: (progress: StoryProgress) => void;
}

type Version = GamSettings['version'];

/** One sending application; its connection may have to be opened again. */
interface Sender {
  readonly writer: PamWriter;
  readonly wire: WireRecorder;
  connection: MllpSender | undefined;
}

/** Sends a story step by step and compares what comes back with what is expected. */
export class StoryPlayer {
  readonly #senders = new Map<Version, Sender>();

  constructor(private readonly options: StoryOptions) {}

  /** Throws transport errors when a connection cannot be opened; the steps left are then recorded as untested. */
  async play(story: readonly StoryStep[]): Promise<void> {
    for (const [index, step] of story.entries()) {
      const { sender, connection } = await this.#connect(step).catch((error) => {
        this.#leaveOut(story.slice(index), error);
        throw error;
      });
      const { id } = step;
      const { recorder } = this.options;
      recorder.startStep(this.#toRecorded(step));
      const { controlId, bytes } = sender.writer.write(step.message);
      const { answer, silence } = await connection.send(bytes, this.options.answerWithinMs);
      if (silence) sender.wire.recordSilence(controlId, connection.channel.id, silence);
      if (silence === 'closed') sender.connection = undefined;
      const verdict = this.#compare(step, answer);
      recorder.endStep(id, { ...verdict, ...(verdict.outcome === 'failed' && { blame: 'tested-side' }) });
      this.options.onStep?.({ ...verdict, ...describe(bytes, answer), number: index + 1, total: story.length, step });
    }
  }

  async close(): Promise<void> {
    for (const { connection } of this.#senders.values()) await connection?.close();
  }

  /** Steps that could not be tried are told, and not left out of the account. */
  #leaveOut(steps: readonly StoryStep[], error: unknown): void {
    if (!isEpreuveError(error, 'transport')) return;
    const reason = { fr: error.describe('fr').text, en: error.describe('en').text };
    for (const [index, step] of steps.entries()) {
      this.options.recorder.startStep(this.#toRecorded(step));
      const ended =
        index === 0 ? { blame: 'setup' as const, reason } : { blame: 'earlier-step' as const, reason: NOT_TRIED };
      this.options.recorder.endStep(step.id, { outcome: 'untested', ...ended });
    }
  }

  /** An acknowledgement alone proves no requirement: without a look into the DMN, none is named. */
  #toRecorded({ id, title, expectedRules, requirementIds }: StoryStep): Parameters<RunRecorder['startStep']>[0] {
    const { patients, scenario } = this.options;
    return {
      ...{ id, title },
      ...(scenario !== undefined && { scenario }),
      ...(expectedRules && { expectedRules }),
      ...(requirementIds && patients && { requirementIds }),
    };
  }

  #compare(step: StoryStep, answer: Uint8Array | undefined): { outcome: 'passed' | 'failed'; reason: Text } {
    const code = answer && new Hl7v2Message(answer).field('MSA', 1).text;
    if (code !== step.answer) return { outcome: 'failed', reason: wrongAnswer(step.answer, code) };
    const { text, holds } = step.expects;
    const { patients } = this.options;
    if (!patients) return { outcome: 'passed', reason: toLookAt(text) };
    return holds(patients()) ? { outcome: 'passed', reason: text } : { outcome: 'failed', reason: notHeld(text) };
  }

  async #connect(step: StoryStep): Promise<{ sender: Sender; connection: MllpSender }> {
    const { endpoint, clock, onHandshake } = this.options;
    const sender = this.#senderOf(step.version ?? '2.5');
    if (sender.connection) return { sender, connection: sender.connection };
    const connection = await MllpSender.connect(endpoint, { observers: [sender.wire.observer], clock });
    sender.connection = connection;
    onHandshake?.(connection.channel.peer.handshake);
    return { sender, connection };
  }

  /** One per HL7 version: the two senders are two applications. */
  #senderOf(version: Version): Sender {
    const known = this.#senders.get(version);
    if (known) return known;
    const { recorder, clock } = this.options;
    const isMain = version === '2.5';
    const wire = new WireRecorder(recorder, isMain ? 'gam' : `gam-${version}`);
    const settings = { ...DEFAULT_GAM_SETTINGS, version, clock, ...(!isMain && { application: 'GAM-231' }) };
    const sender: Sender = { wire, writer: new PamWriter(settings), connection: undefined };
    this.#senders.set(version, sender);
    return sender;
  }
}

const NOT_TRIED: Text = {
  fr: 'étape non jouée : la connexion avait échoué avant elle',
  en: 'step not played: the connection had failed before it',
};

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
