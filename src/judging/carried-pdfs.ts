import type { EvidenceSet } from '../core/index.js';
import { CdaDocument } from '../formats/cda/index.js';
import { pdfFactsOf } from '../formats/pdf/pdf-facts.js';
import { readCda } from './cda-subjects.js';
import { filesOf } from './document-view.js';
import { findSubjects, type SubjectOptions } from './subjects.js';

/** PDF files inside the CDA documents of the evidence, each once, the first ones. `loadXmlLibrary` must have been awaited. */
export function* carriedPdfs(
  evidence: EvidenceSet,
  options: SubjectOptions = {},
): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  for (const subject of findSubjects(evidence, options)) {
    if (subject.kind !== 'document') continue;
    const document = readCda(subject);
    if (!(document instanceof CdaDocument)) continue;
    try {
      for (const { media } of filesOf(document)) {
        const { bytes } = media.decode();
        if (bytes && pdfFactsOf(bytes).isPdf) yield { name: subject.id, bytes };
      }
    } finally {
      document.dispose();
    }
  }
}
