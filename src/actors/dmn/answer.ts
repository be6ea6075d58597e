import type { AcknowledgementError, Hl7v2Message } from '../../formats/hl7v2/index.js';

/** What the DMN decided about one message; becomes MSA and ERR. */
export interface Answer {
  readonly code: 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';
  readonly errors: readonly AcknowledgementError[];
}

export const ACCEPTED: Answer = { code: 'AA', errors: [] };

/** 2xx about what cannot be taken at all is a reject, the rest an error (reference §7.3). */
export function refuse(code: string, path: string | undefined, userMessage: string): Answer {
  const rejects = ['200', '201', '202', '203', '207'].includes(code);
  return { code: rejects ? 'AR' : 'AE', errors: [{ code, userMessage, ...(path !== undefined && { path }) }] };
}

export interface ConsumerLimits {
  readonly events: ReadonlySet<string>;
  readonly versions: ReadonlySet<string>;
}

/** First reason to refuse a message before anything is stored; undefined when there is none. */
export function findRefusal(message: Hl7v2Message, limits: ConsumerLimits, isEncounter: boolean): Answer | undefined {
  if (message.type !== 'ADT') return refuse('200', 'MSH-9.1', 'Type de message non pris en charge');
  if (!limits.events.has(message.event)) return refuse('201', 'MSH-9.2', 'Événement non pris en charge');
  if (!limits.versions.has(message.version)) return refuse('203', 'MSH-12', 'Version HL7 non prise en charge');
  if (!message.first('PID')) return refuse('100', 'PID', 'Segment PID absent');
  const missing = (segment: string, field: number) => !message.field(segment, field).isValued;
  const withoutPrior = !MERGE_EVENTS.includes(message.event);
  if (missing('PID', 3) || (withoutPrior && !identifiesSomeone(message))) {
    return refuse('101', 'PID-3', 'Identifiant du patient PID-3 absent');
  }
  if (missing('PID', 5)) return refuse('101', 'PID-5', 'Nom du patient PID-5 absent');
  if (missing('PID', 32)) return refuse('101', 'PID-32', 'Statut de l’identité PID-32 absent');
  if (MERGE_EVENTS.includes(message.event) && missing('MRG', 1)) {
    return message.first('MRG')
      ? refuse('101', 'MRG-1', 'Identifiant antérieur MRG-1 absent')
      : refuse('100', 'MRG', 'Segment MRG absent');
  }
  if (message.event === 'A44' && missing('MRG', 3)) return refuse('101', 'MRG-3', 'Numéro de dossier MRG-3 absent');
  return isEncounter ? findMovementRefusal(message) : undefined;
}

const MERGE_EVENTS: readonly string[] = ['A40', 'A44', 'A47'];
const ACTIONS: readonly string[] = ['INSERT', 'UPDATE', 'CANCEL'];

/** A withdrawal alone (`""`) names nobody: only MRG-1 can. */
function identifiesSomeone(message: Hl7v2Message): boolean {
  return message.field('PID', 3).repetitions.some((cx) => cx.component(1).isValued && !cx.component(1).isNull);
}

function findMovementRefusal(message: Hl7v2Message): Answer | undefined {
  const missing = (segment: string, field: number) => !message.field(segment, field).isValued;
  if (!message.first('ZBE')) return refuse('100', 'ZBE', 'Segment mouvement ZBE absent');
  if (missing('PV1', 19)) return refuse('101', 'PV1-19', 'Numéro de venue PV1-19 absent');
  if (missing('ZBE', 1)) return refuse('101', 'ZBE-1', 'Identifiant du mouvement ZBE-1 absent');
  if (missing('ZBE', 4)) return refuse('101', 'ZBE-4', 'Action ZBE-4 absente');
  if (!ACTIONS.includes(message.field('ZBE', 4).text)) return refuse('103', 'ZBE-4', 'Action ZBE-4 inconnue');
  return undefined;
}
