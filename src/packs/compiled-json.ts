import type { Pack } from './types.js';

/**
 * A pack compiled ahead, as one JSON text. Arrays by position have holes, which JSON writes as null: reading puts
 * `undefined` back.
 */
export function writeCompiledPack(pack: Pack): string {
  return JSON.stringify(pack);
}

/** Reads what `writeCompiledPack` wrote; the file is ours, so its shape is not checked again. */
export function readCompiledPack(text: string): Pack {
  const pack = JSON.parse(text) as Pack;
  for (const { fields } of Object.values(pack.hl7v2?.segments ?? {})) fillHoles(fields);
  for (const { components } of Object.values(pack.hl7v2?.dataTypes ?? {})) fillHoles(components);
  return pack;
}

function fillHoles(rows: readonly unknown[]): void {
  const writable = rows as unknown[];
  for (let index = 0; index < writable.length; index++) {
    if (writable[index] === null) writable[index] = undefined;
  }
}
