import type { ProofKind } from '../referential/types.js';

const BY_EXTENSION: Readonly<Record<string, readonly ProofKind[]>> = {
  png: ['capture'],
  jpg: ['capture'],
  jpeg: ['capture'],
  webp: ['capture'],
  svg: ['capture'],
  mp4: ['video'],
  webm: ['video'],
  mov: ['video'],
  mkv: ['video'],
  log: ['log'],
  jsonl: ['log'],
  pcap: ['network-capture'],
  pcapng: ['network-capture'],
  har: ['network-capture'],
  txt: ['log', 'configuration', 'document', 'code'],
  yaml: ['configuration', 'code'],
  yml: ['configuration', 'code'],
  toml: ['configuration', 'code'],
  ini: ['configuration'],
  xml: ['configuration', 'log', 'document'],
  json: ['configuration', 'log', 'document', 'code'],
  hl7: ['log'],
  er7: ['log'],
};

/** Kinds a file may be, by its extension; empty when it may be any (a PDF, an archive, a source file). */
export function kindsOfFile(path: string): readonly ProofKind[] {
  const extension = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? []) : [];
}

/** True when a file of these possible kinds (any when empty) can serve where one of `expected` is asked for. */
export function canServe(kinds: readonly ProofKind[], expected: readonly ProofKind[]): boolean {
  return kinds.length === 0 || kinds.some((kind) => expected.includes(kind));
}
