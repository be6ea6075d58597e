import type { DetectedFormat } from './detect-format.js';

const RESOURCE_TYPE = 'resourceType';

/** `text` starts with `{` or `[`; `isCut` when the file goes on beyond it. */
export function detectJson(text: string, isCut: boolean): DetectedFormat {
  const first = scanObject(text);
  const why = { fr: 'objet JSON avec resourceType', en: 'JSON object with resourceType' };
  if (first.hasResourceType) {
    const rest = first.end === undefined ? '' : text.slice(first.end);
    if (!/^[ \t]*[\r\n]\s*\{/.test(rest)) return { format: 'fhir-json', why };
    return { format: 'fhir-ndjson', why: { fr: 'une ressource FHIR par ligne', en: 'one FHIR resource per line' } };
  }
  if (first.end === undefined && isCut) {
    const fr = 'JSON ; pas de resourceType au début du fichier';
    return { format: 'json', why: { fr, en: 'JSON; no resourceType near the start of the file' } };
  }
  return { format: 'json', why: { fr: 'JSON sans resourceType', en: 'JSON without resourceType' } };
}

interface ScannedObject {
  /** A key `resourceType` with a text stands in the object itself, not deeper. */
  readonly hasResourceType: boolean;
  /** After the closing brace; undefined when it is beyond the text. */
  readonly end: number | undefined;
}

/** Walks the strings and braces of the first value, each character once, without building it. */
function scanObject(text: string): ScannedObject {
  let depth = 0;
  let hasResourceType = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') {
      depth--;
      if (depth <= 0) return { hasResourceType, end: at + 1 };
    } else if (char === '"') {
      const end = endOfString(text, at + 1);
      const isKey = depth === 1 && text[0] === '{' && text.slice(at + 1, end) === RESOURCE_TYPE;
      if (isKey && /^"\s{0,50}:\s{0,50}"[A-Za-z]/.test(text.slice(end, end + 110))) hasResourceType = true;
      at = end;
    }
  }
  return { hasResourceType, end: undefined };
}

function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
