import { makeError } from '../../../core/index.js';

export interface DomLibrary {
  readonly slimdom: typeof import('slimdom');
  readonly fontoxpath: typeof import('fontoxpath');
}

let library: DomLibrary | undefined;

/** Loads slimdom and fontoxpath at first use: only runs with a kit pay for them. Awaited before anything synchronous. */
export async function loadDomLibrary(): Promise<DomLibrary> {
  if (library) return library;
  const [slimdom, fontoxpath] = await Promise.all([import('slimdom'), import('fontoxpath')]);
  // fontoxpath is CommonJS: what it exports may stand under `default`.
  const exported = 'default' in fontoxpath ? (fontoxpath.default as typeof fontoxpath) : fontoxpath;
  library = { slimdom, fontoxpath: exported };
  return library;
}

/** The loaded libraries. Throws a Defect when `loadDomLibrary` was not awaited before. */
export function domLibrary(): DomLibrary {
  if (!library) throw makeError('defect', { reason: 'loadDomLibrary was not awaited' });
  return library;
}
