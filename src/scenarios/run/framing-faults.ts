/** Framing faults our sender makes on purpose against the tested listener (reference §7.4). */
export const FAULT_NAMES = [
  'bytes-before-block',
  'two-start-blocks',
  'no-carriage-return',
  'cut-block',
  'empty-block',
  'two-messages-in-block',
  'line-feeds',
  'byte-by-byte',
  'not-hl7',
  'pause-inside-block',
  'two-blocks-at-once',
] as const;
export type FramingFault = (typeof FAULT_NAMES)[number];

/** What is put on the wire, in order, with pauses; `close` ends the connection afterwards. */
export interface FaultyBytes {
  readonly parts: readonly { readonly bytes: Uint8Array; readonly pauseMs?: number }[];
  readonly close?: true;
}

const [START, END, RETURN] = [0x0b, 0x1c, 0x0d];
const PAUSE_MS = 300;
const MANY_PARTS = 40;

/** The bytes of a fault. `other` is a second sound message, for the faults that need two. */
export function makeFaultyBytes(fault: FramingFault, payload: Uint8Array, other: Uint8Array): FaultyBytes {
  const block = frame(payload);
  switch (fault) {
    case 'bytes-before-block':
      return once(join('\r\nHELLO\r\n', block));
    case 'two-start-blocks':
      return once(join(Uint8Array.of(START), payload.subarray(0, 20), block));
    case 'no-carriage-return':
      return once(block.subarray(0, -1));
    case 'cut-block':
      return { ...once(block.subarray(0, Math.ceil(block.length / 2))), close: true };
    case 'empty-block':
      return once(join(Uint8Array.of(START, END, RETURN), block));
    case 'two-messages-in-block':
      return once(frame(join(payload, other)));
    case 'line-feeds':
      return once(frame(payload.map((byte) => (byte === RETURN ? 0x0a : byte))));
    case 'byte-by-byte':
      return { parts: inParts(block, MANY_PARTS).map((bytes) => ({ bytes, pauseMs: 5 })) };
    case 'not-hl7':
      return once(frame(Buffer.from('{"not":"an HL7 message"}')));
    case 'pause-inside-block':
      return { parts: inParts(block, 2).map((bytes, at) => ({ bytes, ...(at === 0 && { pauseMs: PAUSE_MS }) })) };
    case 'two-blocks-at-once':
      return once(join(block, frame(other)));
  }
}

function once(bytes: Uint8Array): FaultyBytes {
  return { parts: [{ bytes }] };
}

function frame(payload: Uint8Array): Uint8Array {
  return join(Uint8Array.of(START), payload, Uint8Array.of(END, RETURN));
}

function join(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

function inParts(bytes: Uint8Array, count: number): Uint8Array[] {
  const size = Math.ceil(bytes.length / count);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}
