import type { EvidenceItem, EvidenceKind } from '../core/index.js';
import { BOXES_MEDIA_TYPE, BOXES_OF, writePictureBoxes } from '../core/picture-boxes.js';
import { type RunRecorder, sha256 } from '../evidence/index.js';
import type { MeasuredBoxes } from './photograph.js';

/** A picture, a recording or a text that proves something, with its bytes. */
export interface Capture {
  readonly kind: Extract<EvidenceKind, 'capture' | 'log'>;
  readonly name: string;
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  /** Where personal data stands on a picture, when it is known. */
  readonly boxes?: MeasuredBoxes;
  /** How it was made; nothing personal. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Puts a capture into a run, for the step it proves when one is named, and its boxes beside it. The recorder adds time and
 * digest.
 */
export function recordCapture(
  recorder: Pick<RunRecorder, 'record'>,
  { bytes, boxes, ...item }: Capture,
  step?: string,
): EvidenceItem {
  const ofStep = step === undefined ? {} : { step };
  const recorded = recorder.record({ ...item, ...ofStep }, bytes);
  if (boxes) {
    const { width, height, ...measured } = boxes;
    const picture = { sha256: sha256(bytes), width, height };
    recorder.record(
      {
        ...{ kind: 'log', mediaType: BOXES_MEDIA_TYPE, name: `${item.name}-boxes`, extension: 'json' },
        ...{ facts: { [BOXES_OF]: recorded.id }, ...ofStep },
      },
      writePictureBoxes({ format: 'epreuve-picture-boxes/1', picture, ...measured }),
    );
  }
  return recorded;
}
