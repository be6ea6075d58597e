import type { SpecReference } from '../../../core/index.js';

/**
 * Chapters of HL7 v2.5 that the generic rules carry out, by the name of the section; each row of a pack says for
 * itself where its own demand was read.
 */
export function hl7(chapterAndSection: string): SpecReference {
  return { standard: 'HL7 v2.5', section: `chapter ${chapterAndSection}` };
}
