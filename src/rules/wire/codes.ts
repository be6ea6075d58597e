/** Framing violations as evidence records them; the same words as transports/types.ts, which rules may not import. */
export const FRAMING_VIOLATION_CODES = [
  'bytes-outside-frame',
  'start-inside-frame',
  'missing-carriage-return',
  'unterminated-frame',
  'empty-frame',
  'oversize-frame',
  'stalled-frame',
] as const;
export type FramingViolationCode = (typeof FRAMING_VIOLATION_CODES)[number];
