import { isEpreuveError, makeError } from '../../src/core/index.js';
import { CdaDocument, loadXmlLibrary } from '../../src/formats/cda/index.js';
import { loadPack } from '../../src/packs/index.js';
import type { CdaContext } from '../../src/rules/cda/context.js';
import type { CdaFile } from '../../src/rules/cda/file/cda-file.js';
import type { Example } from '../../src/rules/examples.js';

/** The document of an example and what a CDA rule may consult. Its memory goes with the process of the test. */
export async function cdaSubjectOf(
  { pack: name = 'cda-fr', parameters }: Example,
  text: string | Uint8Array,
): Promise<{ subject: CdaFile; context: CdaContext }> {
  await loadXmlLibrary();
  const loaded = await loadPack(name);
  const pack = parameters ? { ...loaded, parameters: { ...loaded.parameters, ...parameters } } : loaded;
  if (!pack.cda) throw makeError('defect', { reason: `${pack.reference.id} is not a CDA pack` });
  return {
    subject: readFile(typeof text === 'string' ? Buffer.from(text, 'utf8') : text),
    context: { pack, content: pack.cda.content },
  };
}

/** As the judge does: an error of the document is what the file rules look at. */
function readFile(bytes: Uint8Array): CdaFile {
  try {
    return CdaDocument.read(bytes);
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    return error;
  }
}
