import { isUtf8 } from 'node:buffer';

/** What could be read and cannot be rewritten safely: it is replaced by a placeholder. */
export class UnredactableError extends Error {}

/** Throws `UnredactableError` for bytes that are not UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new UnredactableError('not UTF-8');
  return Buffer.from(bytes).toString('utf8');
}

/** Throws `UnredactableError` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnredactableError('not JSON', { cause });
  }
}
