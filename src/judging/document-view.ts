import { createHash } from 'node:crypto';
import type { DocumentView, EvidenceSet, ViewedFile } from '../core/index.js';
import type { CdaDocument, CdaMedia } from '../formats/cda/index.js';
import { readNarrative } from '../formats/cda/narrative.js';
import { pdfFactsOf } from '../formats/pdf/pdf-facts.js';

const MAX_FILES = 4;
const MAX_TEXT = 20_000;

/** What a person sees of a document; `pictureId` is the evidence id of a picture of a file, by its digest. */
export function viewOf(document: CdaDocument, pictures: ReadonlyMap<string, string>): DocumentView {
  const files = filesOf(document).flatMap(({ role, media }) => {
    const { bytes } = media.decode();
    return bytes ? [toFile(role, media.mediaType ?? '', bytes, pictures)] : [];
  });
  const { sections, sectionCount, isCut } = readNarrative(document);
  return { files, sections, sectionCount, ...(isCut && { isCut }) };
}

/** Pictures of first pages among the evidence, by the digest of the PDF they show. */
export function picturesIn({ items }: EvidenceSet): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ id, kind, facts }): [string, string][] =>
      kind === 'capture' && facts?.pictureOf !== undefined ? [[facts.pictureOf, id]] : [],
    ),
  );
}

/** Every file worth showing: the body of a level 1, the PDF copies of a level 3. */
export function filesOf(
  document: CdaDocument,
): readonly { readonly role: ViewedFile['role']; readonly media: CdaMedia }[] {
  const body = document.body ? [{ role: 'body' as const, media: document.body }] : [];
  return [...body, ...document.pdfCopies.map((media) => ({ role: 'copy' as const, media }))].slice(0, MAX_FILES);
}

function toFile(
  role: ViewedFile['role'],
  mediaType: string,
  bytes: Uint8Array,
  pictures: ReadonlyMap<string, string>,
): ViewedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const pictureId = pictures.get(sha256);
  const isPdf = pdfFactsOf(bytes).isPdf;
  return {
    role,
    mediaType: /^[a-z]+\/[a-z0-9.+-]{1,40}$/.test(mediaType) ? mediaType : '?',
    size: bytes.byteLength,
    sha256,
    ...(isPdf && { pages: pdfFactsOf(bytes).pages }),
    ...(pictureId !== undefined && { pictureId }),
    ...(mediaType === 'text/plain' && { text: Buffer.from(bytes.subarray(0, MAX_TEXT)).toString('utf8') }),
  };
}
