import type { EvidenceItem, EvidenceKind } from '../core/index.js';
import type { RunRecorder } from '../evidence/index.js';

/** A picture, a recording or a text that proves something, with its bytes. */
export interface Capture {
  readonly kind: Extract<EvidenceKind, 'capture' | 'log'>;
  readonly name: string;
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** How it was made; nothing personal. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Puts a capture into a run, for the step it proves when one is named. The recorder adds time and digest. */
export function recordCapture(
  recorder: Pick<RunRecorder, 'record'>,
  { bytes, ...item }: Capture,
  step?: string,
): EvidenceItem {
  return recorder.record({ ...item, ...(step !== undefined && { step }) }, bytes);
}
