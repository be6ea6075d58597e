import type { XmlElement } from './xml-tree.js';

/** An II. Absent attributes are undefined: an XSD default or an empty text is never put in their place. */
export interface CdaIdentifier {
  readonly root: string | undefined;
  readonly extension: string | undefined;
  readonly nullFlavor: string | undefined;
  readonly node: XmlElement;
}

/** A CD and its kin. */
export interface CdaCode {
  readonly code: string | undefined;
  readonly codeSystem: string | undefined;
  readonly displayName: string | undefined;
  readonly nullFlavor: string | undefined;
  readonly node: XmlElement;
}

/** An element whose word stands in `@value` (TS, INT, TEL). */
export interface CdaValue {
  readonly value: string | undefined;
  readonly nullFlavor: string | undefined;
  readonly node: XmlElement;
}

/** One part of a name: its text, trimmed, and its qualifier as written. */
export interface CdaNamePart {
  readonly text: string;
  readonly qualifier: string | undefined;
  readonly node: XmlElement;
}

/** OIDs of the INS (reference §1.2): production NIR and NIA, test, demonstration. */
export const INS_ROOTS: Readonly<Record<string, 'nir' | 'nia' | 'test' | 'demonstration'>> = {
  '1.2.250.1.213.1.4.8': 'nir',
  '1.2.250.1.213.1.4.9': 'nia',
  '1.2.250.1.213.1.4.10': 'test',
  '1.2.250.1.213.1.4.11': 'demonstration',
};

export function isInsRoot(root: string | undefined): boolean {
  return root !== undefined && Object.hasOwn(INS_ROOTS, root);
}

/** Compares as receivers do: a UUID in any case, an absent extension only with an absent one. */
export function sameCdaIdentifier(
  left: Pick<CdaIdentifier, 'root' | 'extension'>,
  right: Pick<CdaIdentifier, 'root' | 'extension'>,
): boolean {
  return normalRoot(left.root) === normalRoot(right.root) && left.extension === right.extension;
}

function normalRoot(root: string | undefined): string | undefined {
  const trimmed = root?.trim();
  return trimmed !== undefined && /^[0-9a-fA-F-]{36}$/.test(trimmed) ? trimmed.toLowerCase() : trimmed;
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attr(name)?.value;
}

export function toIdentifier(node: XmlElement): CdaIdentifier {
  return {
    root: attributeOf(node, 'root'),
    extension: attributeOf(node, 'extension'),
    nullFlavor: attributeOf(node, 'nullFlavor'),
    node,
  };
}

export function toCode(node: XmlElement): CdaCode {
  return {
    code: attributeOf(node, 'code'),
    codeSystem: attributeOf(node, 'codeSystem'),
    displayName: attributeOf(node, 'displayName'),
    nullFlavor: attributeOf(node, 'nullFlavor'),
    node,
  };
}

export function toValue(node: XmlElement): CdaValue {
  return { value: attributeOf(node, 'value'), nullFlavor: attributeOf(node, 'nullFlavor'), node };
}

export function toNamePart(node: XmlElement): CdaNamePart {
  return { text: node.content.trim(), qualifier: attributeOf(node, 'qualifier'), node };
}
