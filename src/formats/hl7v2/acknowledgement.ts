import { toHl7Timestamp } from '../../core/index.js';
import { buildMessage, type FieldValue, type SegmentInput } from './build.js';
import { type Delimiters, STANDARD_DELIMITERS } from './delimiters.js';
import type { Field } from './elements.js';
import type { Hl7v2Message } from './message.js';
import { findPath } from './path.js';

/** Labels of HL7 table 0357. */
const ERROR_LABELS: Readonly<Record<string, string>> = {
  '0': 'Message accepted',
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '198': 'Non-conformant cardinality',
  '199': 'Other HL7 error',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '206': 'Application record locked',
  '207': 'Application internal error',
};

/** One problem told to the sender; one ERR segment (HL7 2.5) or one repetition of ERR-1 (before). */
export interface AcknowledgementError {
  /** Path of the element, `PID-3[2].4.1` or `PID`; left out of ERR when absent or when it is no HL7 path. */
  readonly path?: string;
  /** Table 0357, e.g. `101`. */
  readonly code: string;
  /** Table 0516; `E` when absent. */
  readonly severity?: 'W' | 'I' | 'E' | 'F';
  /** ERR-5. */
  readonly applicationCode?: string;
  /** ERR-7, cut to 2048 characters. */
  readonly diagnostic?: string;
  /** ERR-8, cut to 250 characters. */
  readonly userMessage?: string;
}

export interface AcknowledgementOptions {
  readonly code: 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';
  /** MSH-10 of the acknowledgement. */
  readonly controlId: string;
  readonly at: Date;
  readonly errors?: readonly AcknowledgementError[];
  /** What to write where the received message has nothing to give back. */
  readonly sendingApplication?: FieldValue;
  readonly sendingFacility?: FieldValue;
  readonly processingId?: string;
  readonly version?: FieldValue;
  /** MSH-17 and MSH-19. */
  readonly country?: string;
  readonly language?: string;
}

export interface NotEchoed {
  /** Field of the received message. */
  readonly path: string;
  readonly reason: 'empty' | 'too-long' | 'control-characters' | 'repeated' | 'unknown-charset';
}

export interface Acknowledgement {
  readonly bytes: Uint8Array;
  /** Fields of the received message that could not be given back as they are. */
  readonly notEchoed: readonly NotEchoed[];
  /** Errors left out because there were more than `MAX_ERRORS`. */
  readonly omittedErrors: number;
}

const MAX_ERRORS = 100;
/** Bytes given back of one field; the longest that HL7 allows there is far below. */
const MAX_ECHO = 1000;
const OBSERVED = {
  application: 5,
  facility: 6,
  sendingApplication: 3,
  sendingFacility: 4,
  event: 9,
  controlId: 10,
  processing: 11,
  version: 12,
  charset: 18,
} as const;

/**
 * The acknowledgement of a message (IHE ITI TF-2 C §C.2.3, HL7 2.5 §2.9): received MSH-5/6 become MSH-3/4 and the
 * reverse, same MSH-11, MSH-12 and MSH-18, `ACK^<event>^ACK`. The separators and bytes of the received message are
 * kept, so that MSA-2 is MSH-10 unchanged. Never throws, whatever the message holds: `notEchoed` says what was missing.
 */
export function createAcknowledgement(message: Hl7v2Message, options: AcknowledgementOptions): Acknowledgement {
  const echo = new Echo(message);
  const errors = (options.errors ?? []).slice(0, MAX_ERRORS);
  const charset = echo.charset();
  const header: SegmentInput = [
    'MSH',
    undefined,
    undefined,
    echo.field(OBSERVED.application, options.sendingApplication),
    echo.field(OBSERVED.facility, options.sendingFacility),
    echo.field(OBSERVED.sendingApplication),
    echo.field(OBSERVED.sendingFacility),
    toHl7Timestamp(options.at),
    undefined,
    echo.messageType(),
    options.controlId,
    echo.field(OBSERVED.processing, options.processingId ?? 'T'),
    echo.field(OBSERVED.version, options.version ?? '2.5'),
    ...NOT_IN_ACKNOWLEDGEMENT,
    options.country ?? 'FRA',
    charset,
    options.language ?? 'FR',
  ];
  const answer: SegmentInput = ['MSA', options.code, echo.field(OBSERVED.controlId, '')];
  const segments = [header, answer, ...errorSegments(errors, message)];
  const bytes = buildMessage(segments, { delimiters: echo.delimiters, charset, unencodable: 'approximate' });
  return { bytes, notEchoed: echo.notEchoed, omittedErrors: (options.errors ?? []).length - errors.length };
}

/** MSH-13 to MSH-16. */
const NOT_IN_ACKNOWLEDGEMENT = [undefined, undefined, undefined, undefined] as const;

/** Gives fields of the received header back, and notes those it cannot. */
class Echo {
  readonly notEchoed: NotEchoed[] = [];
  readonly delimiters: Delimiters;
  /** Bytes can be copied as they are: same separators, same character set. */
  readonly #sameBytes: boolean;

  constructor(readonly message: Hl7v2Message) {
    const usable = areUsable(message.delimiters);
    this.delimiters = usable ? message.delimiters : STANDARD_DELIMITERS;
    this.#sameBytes = usable && message.charset.known;
  }

  field(position: number, otherwise?: FieldValue): FieldValue {
    const field = this.message.msh.field(position);
    if (field.isValued && field.length <= MAX_ECHO) return this.#copy(field);
    this.#note(position, field.isValued ? 'too-long' : 'empty');
    return otherwise;
  }

  messageType(): FieldValue {
    const event = this.message.msh.field(OBSERVED.event).component(2);
    if (event.isValued && event.length <= MAX_ECHO) return [['ACK', event.text, 'ACK']];
    this.#note(OBSERVED.event, event.isValued ? 'too-long' : 'empty');
    return 'ACK';
  }

  /** MSH-18 of the acknowledgement; empty (7-bit ASCII) like the received one when that is empty. */
  charset(): string {
    const { charset, msh } = this.message;
    if (msh.field(OBSERVED.charset).repetitions.length > 1) this.#note(OBSERVED.charset, 'repeated');
    if (charset.known) return charset.name.trim();
    this.#note(OBSERVED.charset, 'unknown-charset');
    return 'UNICODE UTF-8';
  }

  #copy(field: Field): FieldValue {
    const { raw } = field;
    if (this.#sameBytes && /^[\x20-\x7e]*$/.test(raw)) return { raw };
    // Control characters would break segments or frames; rebuilding the field writes them as escape sequences.
    const isClean = !/[\0-\x1f]/.test(raw);
    if (!isClean) this.#note(field.position, 'control-characters');
    if (this.#sameBytes && isClean) return { bytes: Buffer.from(raw, 'latin1') };
    return field.repetitions.map((repetition) =>
      repetition.components.map((component) => component.subcomponents.map((leaf) => (leaf.isNull ? null : leaf.text))),
    );
  }

  #note(position: number, reason: NotEchoed['reason']): void {
    this.notEchoed.push({ path: `MSH-${position}`, reason });
  }
}

/** Five different printable ASCII characters: anything less could not carry the answer. */
function areUsable({ field, component, repetition, escape: mark, subcomponent }: Delimiters): boolean {
  const all = [field, component, repetition, mark, subcomponent];
  if (isStandard(all)) return true;
  return new Set(all).size === all.length && all.every((char) => /^[!-/:-@[-`{-~]$/.test(char));
}

const STANDARD = Object.values(STANDARD_DELIMITERS);

function isStandard(all: readonly string[]): boolean {
  return all.every((char, index) => char === STANDARD[index]);
}

function errorSegments(errors: readonly AcknowledgementError[], message: Hl7v2Message): SegmentInput[] {
  if (errors.length === 0) return [];
  if (isBefore25(message.version)) return [['ERR', errors.map(oldError)]];
  return errors.map((error) => [
    'ERR',
    undefined,
    error.path === undefined ? undefined : { ...errorLocation(error.path) },
    { 1: error.code, 2: ERROR_LABELS[error.code], 3: 'HL70357' },
    error.severity ?? 'E',
    error.applicationCode,
    undefined,
    error.diagnostic?.slice(0, 2048),
    error.userMessage?.slice(0, 250),
  ]);
}

/** ERR-1 before HL7 2.5: segment, sequence, field, then the code as sub-components. */
function oldError(error: AcknowledgementError) {
  const location = errorLocation(error.path ?? '');
  return { ...location, 4: [error.code, ERROR_LABELS[error.code], 'HL70357'] };
}

/** ERL of HL7 2.5 by component: segment, its number, field, repetition, component, sub-component. */
export function errorLocation(path: string): Readonly<Record<number, string | number | undefined>> {
  const parts = findPath(path);
  if (!parts) {
    const [, segment, occurrence] = /^([A-Z][A-Z0-9]{2})(?:\(([1-9]\d{0,6})\))?$/.exec(path) ?? [];
    return segment === undefined ? {} : { 1: segment, 2: occurrence ?? 1 };
  }
  const { segment, occurrence, field, repetition, component, subcomponent } = parts;
  const located = repetition !== undefined || component !== undefined;
  return {
    1: segment,
    2: occurrence,
    3: field,
    ...(located && { 4: repetition ?? 1 }),
    ...(component !== undefined && { 5: component }),
    ...(subcomponent !== undefined && { 6: subcomponent }),
  };
}

function isBefore25(version: string): boolean {
  const match = /^(\d{1,3})\.(\d{1,3})/.exec(version);
  if (!match) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major < 2 || (major === 2 && minor < 5);
}
