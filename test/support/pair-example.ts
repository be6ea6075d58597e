import { CdaDocument, loadXmlLibrary } from '../../src/formats/cda/index.js';
import { loadPack } from '../../src/packs/index.js';
import type { Example, PairExample } from '../../src/rules/examples.js';
import type { CdaPair, PairContext } from '../../src/rules/pair/context.js';
import { factsOfDocument } from '../../src/rules/pair/document-facts.js';

/** The pair of an example, as the judge hands it to a rule. */
export async function pairSubjectOf(
  { pack: name }: Example,
  pair: PairExample,
): Promise<{ subject: CdaPair; context: PairContext }> {
  await loadXmlLibrary();
  const pack = await loadPack(name ?? 'cda-fr');
  const subject: CdaPair = {
    ...(pair.level1 !== undefined && { level1: half('level1', pair.level1) }),
    level3: half('level3', pair.level3),
    foundBy: pair.inMessage ? 'message' : 'link',
    known: (pair.known ?? []).map((text) => factsOfDocument(read(text))),
  };
  return { subject, context: { pack, mode: pair.mode ?? 'xfrm', isOneDocument: pair.isOneDocument ?? false } };
}

const read = (text: string) => CdaDocument.read(Buffer.from(text));

function half(id: string, text: string) {
  const item = {
    id,
    kind: 'document',
    name: id,
    mediaType: 'application/xml',
    sha256: '0'.repeat(64),
    size: 0,
  } as const;
  return { document: read(text), item };
}
