import type { EvidenceItem, EvidenceSet, OutsideReport } from '../core/index.js';
import { isEpreuveError } from '../core/index.js';
import { readOutsideReport } from '../formats/outside/index.js';

/** Reports of other tools among the evidence, read again each time: what is shown is what their bytes say. */
export function outsideReportsOf(evidence: EvidenceSet): OutsideReport[] {
  return evidence.items.filter(isOutsideReport).map((item) => {
    const { link, about } = item.facts ?? {};
    return {
      evidenceId: item.id,
      ...(link !== undefined && { link }),
      ...(about !== undefined && { aboutEvidenceId: about }),
      ...read(evidence.bytes(item.id)),
    };
  });
}

function isOutsideReport(item: EvidenceItem): boolean {
  return item.kind === 'report' && item.facts?.outside !== undefined;
}

/** A report is read before it is recorded; one that a later version can no longer read proves nothing. */
function read(bytes: Uint8Array) {
  try {
    return readOutsideReport(bytes);
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    const note = { fr: error.describe('fr').text, en: error.describe('en').text };
    return { format: 'tar' as const, outcome: 'cantTell' as const, note, passed: 0, findings: [], unlisted: 0 };
  }
}
