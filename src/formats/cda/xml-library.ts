import { makeError } from '../../core/index.js';

export type XmlLibrary = typeof import('libxml2-wasm');

let library: XmlLibrary | undefined;

/**
 * Loads libxml2 (WebAssembly) at first use: only runs that meet XML documents pay for it. Reading and judging are
 * synchronous, so whoever gathers awaits this before them. No input provider is ever left registered, hence libxml2 can
 * open neither files nor addresses.
 */
export async function loadXmlLibrary(): Promise<XmlLibrary> {
  library ??= await import('libxml2-wasm');
  return library;
}

/** The loaded library. Throws a Defect when `loadXmlLibrary` was not awaited before. */
export function xmlLibrary(): XmlLibrary {
  if (!library) throw makeError('defect', { reason: 'loadXmlLibrary was not awaited' });
  return library;
}
