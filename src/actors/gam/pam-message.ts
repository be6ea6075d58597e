import { type Clock, toHl7Timestamp } from '../../core/index.js';
import { charsetNamed, encodeText } from '../../formats/hl7v2/index.js';
import { documentSegments, type GamDocumentMessage } from './document-message.js';
import { authority, cx, cxList, msh, pid, segment, text } from './segments.js';

/** Identity as the GAM holds it. Values are plain text: escaping happens here. */
export interface GamIdentity {
  readonly identifiers: readonly { readonly value: string; readonly type: 'PI' | 'PN' }[];
  /** Undefined: no INS sent. `''`: the withdrawal form, `""` with authority and type kept. */
  readonly ins?: string;
  readonly status: string;
  readonly birthName: string;
  readonly firstGivenName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly birthPlace: string;
  readonly usedName?: string;
  readonly phone?: string;
  /** ZFD: identity obtained from INSi, with the document that proved it. */
  readonly fromInsi?: { readonly askedAt: string; readonly document: string; readonly documentEnd: string };
}

export interface GamMovement {
  readonly id: string;
  readonly at: string;
  readonly action: 'INSERT' | 'UPDATE' | 'CANCEL';
  /** ZBE-6: event that inserted the movement. */
  readonly original?: string;
  readonly nature: string;
  readonly unit: string;
  readonly room?: string;
  readonly bed?: string;
}

export interface GamEncounter {
  readonly account: string;
  readonly visit: string;
  readonly patientClass: 'E' | 'I' | 'O' | 'R' | 'V';
  readonly movement: GamMovement;
  readonly previousUnit?: string;
  /** A21: expected return. */
  readonly expectedReturn?: string;
  /** PV1-36 of an A21 or A03. */
  readonly disposition?: string;
}

export interface GamMessage {
  readonly event: string;
  readonly identity: GamIdentity;
  /** MRG-1: identifiers that go. */
  readonly prior?: {
    readonly identifiers?: readonly { readonly value: string; readonly type: 'PI' | 'PN' }[];
    readonly ins?: string;
    /** A44: the account that goes to the patient of PID-3. */
    readonly account?: string;
  };
  readonly encounter?: GamEncounter;
}

export interface GamSettings {
  readonly application: string;
  readonly facility: string;
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  /** OID of the assigning authority of local identifiers. */
  readonly authorityOid: string;
  /** OID under which the INS travels: the test OID unless the user tests with production data. */
  readonly insOid: string;
  readonly version: '2.3.1' | '2.5' | '2.5.1';
  /** `international`: no French profile is declared and no French segment sent. */
  readonly profile?: 'france' | 'international';
  readonly clock: Clock;
}

export const DEFAULT_GAM_SETTINGS: Omit<GamSettings, 'clock'> = {
  application: 'GAM-SIM',
  facility: 'ETAB-SIM',
  receivingApplication: 'DMN',
  receivingFacility: 'EDITEUR',
  authorityOid: '1.2.250.1.999.1',
  insOid: '1.2.250.1.213.1.4.10',
  version: '2.5',
};

/** MSH-9.3 of each event the GAM sends (reference §§1.2, 1.3). */
const STRUCTURES: Readonly<Record<string, string>> = {
  A28: 'ADT_A05',
  A31: 'ADT_A05',
  A40: 'ADT_A39',
  A47: 'ADT_A30',
  A01: 'ADT_A01',
  A02: 'ADT_A02',
  A03: 'ADT_A03',
  A04: 'ADT_A01',
  A05: 'ADT_A05',
  A06: 'ADT_A06',
  A07: 'ADT_A06',
  A11: 'ADT_A09',
  A12: 'ADT_A12',
  A13: 'ADT_A01',
  A21: 'ADT_A21',
  A22: 'ADT_A21',
  A38: 'ADT_A38',
  A52: 'ADT_A52',
  A44: 'ADT_A43',
  A53: 'ADT_A52',
  A54: 'ADT_A54',
  A55: 'ADT_A52',
  Z99: 'ADT_A01',
};

/** Events the GAM can send. */
export const GAM_EVENTS: readonly string[] = Object.keys(STRUCTURES);

/** Where the structure had another name in HL7 2.3.1. */
const STRUCTURES_231: Readonly<Record<string, string>> = {
  A28: 'ADT_A01',
  A31: 'ADT_A01',
  A05: 'ADT_A01',
  A21: 'ADT_A02',
  A22: 'ADT_A02',
};

/** Writes PAM France messages (2.5), their 2.3.1 form with the PID of 2.5.1 (reference §6.3), and messages with documents. */
export class PamWriter {
  readonly #prefix: string;
  #written = 0;

  constructor(readonly settings: GamSettings) {
    // A receiver may ignore a control id it has met before: two runs must not share any.
    const started = settings.clock.now().toISOString().replace(/\D/g, '');
    this.#prefix = `EPR${started.slice(2, 14)}`;
  }

  /** Message bytes in UTF-8, segments ended by CR; each call takes a new control id of 20 characters at most. */
  write(message: GamMessage | GamDocumentMessage): { controlId: string; bytes: Uint8Array } {
    this.#written += 1;
    const controlId = `${this.#prefix}${String(this.#written).padStart(5, '0')}`;
    const at = toHl7Timestamp(this.settings.clock.now());
    const segments =
      'documents' in message
        ? documentSegments(this.settings, message, controlId, at)
        : this.#pamSegments(message, controlId, at);
    return { controlId, bytes: encodeText(`${segments.join('\r')}\r`, charsetNamed('UNICODE UTF-8')) };
  }

  #pamSegments({ event, identity, encounter, prior }: GamMessage, controlId: string, at: string): string[] {
    return [
      this.#msh(event, controlId, at),
      segment('EVN', { 2: at, 6: encounter?.movement.at ?? at, 7: '' }),
      pid(this.settings, identity, encounter?.account ?? prior?.account, event === 'A31' ? at : ''),
      ...(prior ? [this.#mrg(prior)] : []),
      ...(encounter ? this.#encounter(event, encounter) : []),
      ...(event === 'A28' || event === 'A31' ? [segment('PV1', { 2: 'N' })] : []),
      ...(prior || !ZFD_EVENTS.has(event) || this.settings.profile === 'international' ? [] : zfd(identity)),
    ];
  }

  #msh(event: string, controlId: string, at: string): string {
    const { settings } = this;
    const old = settings.version === '2.3.1';
    const french = !old && settings.profile !== 'international';
    const structure = (old ? STRUCTURES_231[event] : undefined) ?? STRUCTURES[event] ?? '';
    return msh(settings, {
      type: `ADT^${event}^${structure}`,
      controlId,
      at,
      version: french ? `${settings.version}^FRA^2.11` : settings.version,
      profile: french ? '2.11^IHE_FRANCE-2.11-PAM' : '',
    });
  }

  #mrg({ identifiers = [], ins, account }: NonNullable<GamMessage['prior']>): string {
    return segment('MRG', {
      1: cxList(this.settings, identifiers, ins),
      3: account === undefined ? '' : cx(this.settings, account, 'AN'),
    });
  }

  #encounter(event: string, encounter: GamEncounter): string[] {
    const { movement } = encounter;
    const location = (unit: string) =>
      [unit, movement.room ?? '', movement.bed ?? '', authority(this.settings)].join('^');
    const pv1 = segment('PV1', {
      1: '1',
      2: encounter.patientClass,
      3: location(movement.unit),
      6: encounter.previousUnit === undefined ? '' : location(encounter.previousUnit),
      19: cx(this.settings, encounter.visit, 'VN'),
      36: encounter.disposition ?? '',
      51: 'V',
    });
    const pv2 = segment('PV2', {
      7: event === 'A04' || event === 'A07' ? 'TO' : '',
      47: encounter.expectedReturn ?? '',
    });
    const unit = `^^^^^${authority(this.settings)}^UF^^^${text(movement.unit)}`;
    const zbe = segment('ZBE', {
      1: `${text(movement.id)}^${text(this.settings.application)}^${this.settings.authorityOid}^ISO`,
      2: movement.at,
      4: movement.action,
      5: 'N',
      6: movement.original ?? '',
      7: movement.nature.includes('M') ? unit : '',
      8: movement.nature.includes('S') ? unit : '',
      9: movement.nature,
    });
    return pv2 === 'PV2' ? [pv1, zbe] : [pv1, pv2, zbe];
  }
}

/** Events whose grammar has a ZFD (reference §1.4). */
const ZFD_EVENTS = new Set(['A28', 'A31', 'A01', 'A04', 'A05']);

function zfd(identity: GamIdentity): string[] {
  if (!identity.fromInsi) return [];
  const { askedAt, document, documentEnd } = identity.fromInsi;
  return [segment('ZFD', { 4: 'N', 5: 'INSI', 6: askedAt, 7: document, 8: documentEnd })];
}
