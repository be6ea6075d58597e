import type { Hl7v2Message } from '../../formats/hl7v2/index.js';

/** What the DMN decided about one message; becomes MSA and ERR. */
export interface Answer {
  readonly code: 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  /** HL7 table 0357. */
  readonly code: string;
  readonly text: string;
  /** ERL: segment, sequence, field, repetition, component, sub-component; absent when not located. */
  readonly location?: readonly (string | number)[];
  readonly severity: 'E' | 'W' | 'I';
  /** For a person, in French: travels in ERR-8. */
  readonly userMessage?: string;
}

export const ACCEPTED: Answer = { code: 'AA', errors: [] };

const TEXTS: Readonly<Record<string, string>> = {
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '207': 'Application internal error',
};

/** 2xx about what cannot be taken at all is a reject, the rest an error (reference §7.3). */
export function refuse(
  code: keyof typeof TEXTS & string,
  location: readonly (string | number)[],
  userMessage: string,
): Answer {
  const rejects = ['200', '201', '202', '203', '207'].includes(code);
  return {
    code: rejects ? 'AR' : 'AE',
    errors: [{ code, text: TEXTS[code] ?? '', location, severity: 'E', userMessage }],
  };
}

const REQUIRED_ITI31 = { segment: 'PV1', field: 19, message: 'Numéro de venue PV1-19 absent' } as const;

export interface ConsumerLimits {
  readonly events: ReadonlySet<string>;
  readonly versions: ReadonlySet<string>;
}

/** First reason to refuse a message before anything is stored; undefined when there is none. */
export function findRefusal(message: Hl7v2Message, limits: ConsumerLimits, isEncounter: boolean): Answer | undefined {
  if (message.type !== 'ADT') return refuse('200', ['MSH', 1, 9, 1, 1], 'Type de message non pris en charge');
  if (!limits.events.has(message.event)) return refuse('201', ['MSH', 1, 9, 1, 2], 'Événement non pris en charge');
  if (!limits.versions.has(message.version)) return refuse('203', ['MSH', 1, 12], 'Version HL7 non prise en charge');
  if (!message.first('PID')) return refuse('100', ['PID', 1], 'Segment PID absent');
  const missing = (segment: string, field: number) => !message.field(segment, field).isValued;
  if (missing('PID', 3)) return refuse('101', ['PID', 1, 3], 'Identifiant du patient PID-3 absent');
  if (missing('PID', 5)) return refuse('101', ['PID', 1, 5], 'Nom du patient PID-5 absent');
  if (missing('PID', 32)) return refuse('101', ['PID', 1, 32], 'Statut de l’identité PID-32 absent');
  if (['A40', 'A47', 'A44'].includes(message.event) && missing('MRG', 1)) {
    return refuse(message.first('MRG') ? '101' : '100', ['MRG', 1, 1], 'Identifiant antérieur MRG-1 absent');
  }
  if (!isEncounter) return undefined;
  if (!message.first('ZBE')) return refuse('100', ['ZBE', 1], 'Segment mouvement ZBE absent');
  if (missing(REQUIRED_ITI31.segment, REQUIRED_ITI31.field)) {
    return refuse('101', ['PV1', 1, 19], REQUIRED_ITI31.message);
  }
  return undefined;
}
