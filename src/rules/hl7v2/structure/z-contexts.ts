import type { Pack } from '../../../packs/index.js';

/** Events on which a Z segment means something, by segment name. */
export type ZContexts = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Pack, { read: ZContexts | undefined }>();

/**
 * Pack parameter `segmentContexts`: one line for each segment, its name then its events (`ZFA A01 A04 A28`). Undefined
 * when the pack has none.
 */
export function zContextsOf(pack: Pack): ZContexts | undefined {
  let entry = known.get(pack);
  if (!entry) {
    entry = { read: readContexts(pack) };
    known.set(pack, entry);
  }
  return entry.read;
}

function readContexts({ parameters }: Pack): ZContexts | undefined {
  const lines = parameters.segmentContexts;
  if (typeof lines !== 'object') return undefined;
  return new Map(
    lines.map((line) => {
      const [name = '', ...events] = line.trim().split(/\s+/);
      return [name, new Set(events)];
    }),
  );
}
