import type { EvidenceSet } from '../core/index.js';
import { CdaDocument, type XsdEngine, type XsdIssue } from '../formats/cda/index.js';
import { readCda } from './cda-subjects.js';
import { findSubjects, type SubjectOptions } from './subjects.js';

/**
 * What a second schema engine says of every CDA document of the evidence, by subject id. It is gathered before judging,
 * which runs nothing; documents our own intake refuses are never shown to it.
 */
export async function gatherSchemaIssues(
  evidence: EvidenceSet,
  engine: XsdEngine,
  options: SubjectOptions = {},
): Promise<ReadonlyMap<string, readonly XsdIssue[]>> {
  const issues = new Map<string, readonly XsdIssue[]>();
  for (const subject of findSubjects(evidence, options)) {
    if (subject.kind !== 'document') continue;
    const document = readCda(subject);
    if (!(document instanceof CdaDocument)) continue;
    try {
      issues.set(subject.id, await engine.validate(document));
    } finally {
      document.dispose();
    }
  }
  return issues;
}
