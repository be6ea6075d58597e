import { CDA_NAMESPACE, CDA_NAMESPACES } from '../namespaces.js';

const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(CDA_NAMESPACES).map(([prefix, uri]): [string, string] => [uri, prefix]),
);

/** `{urn:hl7-org:sdtc}raceCode` → `sdtc:raceCode`; names of CDA itself get no prefix. */
export function shortName(name: string): string {
  const match = /^\{([^}]*)\}(.*)$/s.exec(name);
  if (!match) return name;
  const [, uri = '', local = ''] = match;
  if (uri === CDA_NAMESPACE) return local;
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

/** `{a}x, {b}y` → `x, sdtc:y`. */
export function shortNames(list: string): string {
  return list
    .split(',')
    .map((name) => shortName(name.trim()))
    .join(', ');
}

/** Longest text of the schema or of the document repeated from a message. */
const LONGEST = 300;

export function clip(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
