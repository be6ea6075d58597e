import { bodyExamples } from './bodies.js';
import { contextExamples } from './context.js';
import { documentExamples } from './document.js';
import { participantExamples } from './participants.js';
import { patientExamples } from './patient.js';
import type { RowExamples } from './shape.js';

export type { RowExample, RowExamples } from './shape.js';

/** Examples of every row of the French pack, by rule id: its tests and its documentation. */
export const ROW_EXAMPLES: Readonly<Record<string, RowExamples>> = {
  ...documentExamples,
  ...patientExamples,
  ...participantExamples,
  ...contextExamples,
  ...bodyExamples,
};
