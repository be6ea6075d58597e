import { BATCH } from './judging-queue.js';

/** The kinds of round trip, by what they are called in the table. */
export const TRIPS = {
  echo: 'raw TLS echo of the same bytes',
  off: 'MLLP, acknowledged, not judged',
  judgedFirst: 'MLLP, judged, then acknowledged',
  judgedAfter: `MLLP, acknowledged, then judged in the same thread, ${BATCH} at a time`,
  judgedBeside: `MLLP, acknowledged, then judged in a third thread, ${BATCH} at a time`,
  recorded: 'MLLP, not judged, evidence of both frames written and forced to disk',
} as const;

export type TripName = (typeof TRIPS)[keyof typeof TRIPS];
