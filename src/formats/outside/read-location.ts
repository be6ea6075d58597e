import type { OutsideLocation } from '../../core/index.js';

const LINE = /\b(?:line|ligne)\s*(?:number\s*|n°\s*)?[:#]?\s*(\d{1,9})/i;
const COLUMN = /\b(?:col(?:umn|onne)?)\s*(?:number\s*|n°\s*)?[:#]?\s*(\d{1,9})/i;
const SHORT_PATH =
  /(?:hl7(?:v2)?shortpath:)?\s*\b([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?-(\d{1,3})(?:\[(\d+)\])?((?:\.\d{1,3}(?:\[\d+\])?){0,2})/;
const FHIR_PATH = /\b([A-Z][A-Za-z]{2,40}(?:\.[a-z][A-Za-z0-9]*(?:\[\d+\])?(?:\.[a-z]+\([^()]*\))?)+)/;
const X_PATH = /(?:^|[\s:])(\/[^\s/][^\n]*)$/;

/**
 * Reads the place a tool writes in one of the shapes met in the wild: `line 12, column 4`, `name:12:4` (GITB),
 * `hl7shortpath:MSH[1]-6[1].3[1]`, an XPath, `line 3, column 2, FHIRPath: Observation.code`.
 */
export function readLocation(text: string): OutsideLocation {
  const trimmed = text.trim();
  const gitb = /^([^:\s]+):(\d{1,9}):(\d{1,9})$/.exec(trimmed);
  const line = gitb?.[2] ?? LINE.exec(trimmed)?.[1];
  const column = gitb?.[3] ?? COLUMN.exec(trimmed)?.[1];
  const path = gitb ? undefined : pathIn(trimmed);
  return {
    text: trimmed,
    ...(gitb?.[1] !== undefined && { document: gitb[1] }),
    ...(Number(line) > 0 && { line: Number(line) }),
    // GITB writes column 0 when only the line is known.
    ...(Number(column) > 0 && { column: Number(column) }),
    ...(path !== undefined && { path }),
  };
}

function pathIn(text: string): string | undefined {
  const xpath = X_PATH.exec(text)?.[1];
  if (xpath !== undefined) return xpath;
  const short = SHORT_PATH.exec(text);
  if (short) return hl7Path(short);
  return FHIR_PATH.exec(text)?.[1];
}

/** Our notation leaves out what is first: `PID[1]-3[2].4[1]` is `PID-3[2].4`. */
function hl7Path([
  ,
  segment = '',
  occurrence = '1',
  field = '',
  repetition = '1',
  parts = '',
]: RegExpExecArray): string {
  const segmentPart = occurrence === '1' ? segment : `${segment}[${occurrence}]`;
  const fieldPart = repetition === '1' ? field : `${field}[${repetition}]`;
  return `${segmentPart}-${fieldPart}${parts.replace(/\[\d+\]/g, '')}`;
}
