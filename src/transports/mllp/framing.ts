import { makeError } from '../../core/index.js';

/** The three bytes of MLLP release 1: a block is `<VT> content <FS><CR>`. */
export const START_BLOCK = 0x0b;
export const END_BLOCK = 0x1c;
export const CARRIAGE_RETURN = 0x0d;

/**
 * The block that carries this content.
 * Throws `unframeable` when the content holds a framing byte: no receiver could find the end of the block.
 */
export function toBlock(payload: Uint8Array): Uint8Array {
  const block = Buffer.allocUnsafe(payload.length + 3);
  block[0] = START_BLOCK;
  block.set(payload, 1);
  block[payload.length + 1] = END_BLOCK;
  block[payload.length + 2] = CARRIAGE_RETURN;
  refuseByte(START_BLOCK, block.indexOf(START_BLOCK, 1) - 1);
  const end = block.indexOf(END_BLOCK, 1) - 1;
  if (end < payload.length) refuseByte(END_BLOCK, end);
  return block;
}

function refuseByte(byte: number, offset: number): void {
  if (offset >= 0) throw makeError('unframeable', { byte: `0x${byte.toString(16).toUpperCase()}`, offset });
}
