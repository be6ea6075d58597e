import {
  type CdaDocument,
  type CdaIdentifier,
  type CdaLevel,
  isInsRoot,
  sameCdaIdentifier,
} from '../../formats/cda/index.js';

/** An identifier without its place in a document. */
export type Identifier = Pick<CdaIdentifier, 'root' | 'extension'>;

/** What outlives a document: documents hold memory of libxml2 and are read one after the other. */
export interface DocumentFacts {
  readonly level: CdaLevel | undefined;
  readonly id: Identifier | undefined;
  readonly setId: Identifier | undefined;
  readonly version: number | undefined;
  readonly related: readonly { readonly typeCode: string | undefined; readonly ids: readonly Identifier[] }[];
  readonly code: string | undefined;
  readonly codeSystem: string | undefined;
  /** `effectiveTime/@value`. */
  readonly date: string | undefined;
  readonly ins: readonly Identifier[];
  readonly patientIds: readonly Identifier[];
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly gender: string | undefined;
  readonly birthDate: string | undefined;
  /** INSEE code of the birth place. */
  readonly birthPlace: string | undefined;
  readonly hasPdfCopy: boolean;
}

export function factsOfDocument(document: CdaDocument): DocumentFacts {
  const { header } = document;
  const { patient } = header;
  const ids = (patient?.ids ?? []).map(toIdentifier);
  return {
    level: document.level,
    id: header.id && toIdentifier(header.id),
    setId: header.setId && toIdentifier(header.setId),
    version: toVersion(header.versionNumber?.value),
    related: header.relatedDocuments.map(({ typeCode, ids: parents }) => ({
      typeCode,
      ids: parents.map(toIdentifier),
    })),
    code: header.code?.code,
    codeSystem: header.code?.codeSystem,
    date: header.effectiveTime?.value,
    ins: ids.filter(({ root }) => isInsRoot(root)),
    patientIds: ids,
    family: (patient?.family ?? []).map(({ text }) => text),
    given: (patient?.given ?? []).map(({ text }) => text),
    gender: patient?.gender?.code,
    birthDate: patient?.birthTime?.value?.slice(0, 8),
    birthPlace: patient?.birthPlaceCode,
    hasPdfCopy: document.pdfCopies.length > 0,
  };
}

export function toVersion(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

function toIdentifier({ root, extension }: CdaIdentifier): Identifier {
  return { root, extension };
}

/** Both named and the same. */
export function isSame(left: Identifier | undefined, right: Identifier | undefined): boolean {
  return left?.root !== undefined && right?.root !== undefined && sameCdaIdentifier(left, right);
}

/** For people: `root` or `root^extension`, cut short. */
export function tellIdentifier(id: Identifier | undefined): string {
  if (id?.root === undefined) return '—';
  return `${id.root}${id.extension === undefined ? '' : `^${id.extension}`}`.slice(0, 200);
}
