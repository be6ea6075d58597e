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

/** Writes the messages of one scenario: one sender for each version and profile, so that control ids never meet. */
export class MessageWriter {
  readonly #writers = new Map<string, PamWriter>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: WriterSettings,
    private readonly identities: ReadonlyMap<string, Identity>,
  ) {}

  write(pam: PamFile, settings: Pick<GamSettings, 'version' | 'profile'>): WrittenMessage {
    const person = this.identities.get(pam.patient);
    if (!person) throw makeError('defect', { reason: `no identity ${pam.patient}` });
    const message = this.#writer(settings).write(
      toGamMessage(pam, person, toHl7Timestamp(this.clock.now()).slice(0, 14)),
    );
    const edits = pam.set ?? {};
    if (Object.keys(edits).length === 0) return message;
    // One character per byte, so that nothing else changes; edits are ASCII or escaped.
    const text = editMessage(Buffer.from(message.bytes).toString('latin1'), edits);
    return { controlId: message.controlId, bytes: Buffer.from(text, 'latin1') };
  }

  #writer(settings: Pick<GamSettings, 'version' | 'profile'>): PamWriter {
    const { version, profile = 'france' } = settings;
    const key = `${version} ${profile}`;
    const known = this.#writers.get(key);
    if (known) return known;
    const own = this.#writers.size === 0 ? {} : { application: `GAM-SIM-${this.#writers.size + 1}` };
    const writer = new PamWriter({
      ...DEFAULT_GAM_SETTINGS,
      ...own,
      ...this.settings,
      version,
      profile,
      clock: this.clock,
    });
    this.#writers.set(key, writer);
    return writer;
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
