import type { CdaCode, CdaIdentifier, CdaNamePart, CdaValue, XmlElement } from '../../formats/cda/index.js';
import { compareTimes } from '../cda/time.js';
import { tellIdentifier } from './document-facts.js';

/** What a half says about one thing: text in a form that compares, and where it stands. */
export interface Said {
  /** `—` when it says nothing. */
  readonly text: string;
  readonly node: XmlElement | undefined;
}

const NOTHING = '—';

export function saidCode(code: CdaCode | undefined): Said {
  const system = code?.codeSystem === undefined ? '' : ` (${code.codeSystem})`;
  return { text: code?.code === undefined ? NOTHING : `${code.code}${system}`, node: code?.node };
}

export function saidValue(value: CdaValue | undefined): Said {
  return { text: value?.value?.trim() || NOTHING, node: value?.node };
}

/** Identifiers as a set: their order says nothing, a UUID compares in any letter case. */
export function saidIds(ids: readonly CdaIdentifier[]): Said {
  const told = ids.filter(({ root }) => root !== undefined).map((id) => tellIdentifier(normal(id)));
  return { text: told.sort().join(', ') || NOTHING, node: ids[0]?.node };
}

function normal({ root, extension }: CdaIdentifier): { root: string | undefined; extension: string | undefined } {
  return { root: /^[0-9a-fA-F-]{36}$/.test(root ?? '') ? root?.toLowerCase() : root?.trim(), extension };
}

/** Names with their qualifiers; blanks fold, the order says nothing. */
export function saidNames(parts: readonly CdaNamePart[]): Said {
  const told = parts.map(({ text, qualifier }) => {
    const name = text.replace(/\s+/g, ' ');
    return qualifier === undefined ? name : `${name} (${qualifier})`;
  });
  return { text: told.sort().join(', ') || NOTHING, node: parts[0]?.node };
}

export function saidText(text: string | undefined, node: XmlElement | undefined): Said {
  return { text: text?.replace(/\s+/g, ' ').trim() || NOTHING, node };
}

export function agree(left: Said, right: Said): boolean {
  return left.text === right.text;
}

/** Times agree at the precision they share. */
export function agreeInTime(left: Said, right: Said): boolean {
  return left.text === right.text || compareTimes(left.text, right.text) === 0;
}
