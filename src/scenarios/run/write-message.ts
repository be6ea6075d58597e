import { DEFAULT_GAM_SETTINGS, type GamMessage, type GamSettings, PamWriter } from '../../actors/index.js';
import { type Clock, makeError, toHl7Timestamp } from '../../core/index.js';
import { editMessage } from '../../formats/hl7v2/index.js';
import type { PamFile } from '../pack/schema.js';
import { type Identity, toGamIdentity } from './identities.js';

export interface WrittenMessage {
  readonly controlId: string;
  readonly bytes: Uint8Array;
}

export type WriterSettings = Partial<Omit<GamSettings, 'clock'>>;

/** The senders of a run, one for each version and profile: control ids never meet, whatever scenario they are of. */
export class Senders {
  readonly #writers = new Map<string, PamWriter>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: WriterSettings,
  ) {}

  writer({ version, profile = 'france' }: Pick<GamSettings, 'version' | 'profile'>): PamWriter {
    const key = `${version} ${profile}`;
    const known = this.#writers.get(key);
    if (known) return known;
    const application = `${this.settings.application ?? DEFAULT_GAM_SETTINGS.application}${SUFFIXES[key] ?? ''}`;
    const settings = { ...DEFAULT_GAM_SETTINGS, ...this.settings, application, version, profile, clock: this.clock };
    const writer = new PamWriter(settings);
    this.#writers.set(key, writer);
    return writer;
  }
}

/** Each is an application of its own for the receiver. */
const SUFFIXES: Readonly<Record<string, string>> = {
  '2.3.1 france': '-231',
  '2.3.1 international': '-231-INT',
  '2.5.1 france': '-251',
  '2.5 international': '-INT',
  '2.5.1 international': '-251-INT',
};

/** Writes the messages of one scenario. */
export class MessageWriter {
  constructor(
    private readonly clock: Clock,
    private readonly senders: Senders,
    private readonly identities: ReadonlyMap<string, Identity>,
  ) {}

  write(pam: PamFile, settings: Pick<GamSettings, 'version' | 'profile'>): WrittenMessage {
    const person = this.identities.get(pam.patient);
    if (!person) throw makeError('defect', { reason: `no identity ${pam.patient}` });
    const now = toHl7Timestamp(this.clock.now()).slice(0, 14);
    const message = this.senders.writer(settings).write(toGamMessage(pam, person, now));
    const edits = pam.set ?? {};
    if (Object.keys(edits).length === 0) return message;
    // One character per byte, so that nothing else changes; edits are ASCII or escaped.
    const text = editMessage(Buffer.from(message.bytes).toString('latin1'), edits);
    return { controlId: message.controlId, bytes: Buffer.from(text, 'latin1') };
  }
}

function toGamMessage(
  { event, patient: _patient, with: changes = {}, prior, encounter }: PamFile,
  person: Identity,
  now: string,
): GamMessage {
  return {
    event,
    identity: toGamIdentity(person, changes, now),
    ...(prior && {
      prior: {
        ...(prior.identifier !== undefined && { identifiers: [{ value: prior.identifier, type: 'PI' as const }] }),
        ...(prior.ins !== undefined && { ins: prior.ins }),
        ...(prior.account !== undefined && { account: prior.account }),
      },
    }),
    ...(encounter && { encounter: toEncounter(encounter) }),
  };
}

function toEncounter({
  class: patientClass,
  movement,
  previousUnit,
  expectedReturn,
  disposition,
  ...rest
}: NonNullable<PamFile['encounter']>) {
  const { action = 'INSERT', original, room, bed, ...base } = movement;
  return {
    ...rest,
    patientClass,
    movement: {
      ...base,
      action,
      ...(original !== undefined && { original }),
      ...(room !== undefined && { room }),
      ...(bed !== undefined && { bed }),
    },
    ...(previousUnit !== undefined && { previousUnit }),
    ...(expectedReturn !== undefined && { expectedReturn }),
    ...(disposition !== undefined && { disposition }),
  };
}
