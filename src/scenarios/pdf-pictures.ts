import { createHash } from 'node:crypto';
import { findPdfRenderer } from '../capture/pdf-renderer.js';
import { type EvidenceItem, type EvidenceSet, isEpreuveError } from '../core/index.js';
import { type RunRecorder, readRun } from '../evidence/index.js';
import { loadXmlLibrary } from '../formats/cda/index.js';
import { carriedPdfs, findSubjects, type SubjectOptions } from '../judging/index.js';

/** The first page of a PDF that a CDA document of the evidence carries, drawn before anything is judged. */
interface Picture {
  readonly bytes: Uint8Array;
  readonly facts: { readonly pictureOf: string; readonly page: string; readonly renderer: string };
}

const MAX_PICTURES = 20;

/** Adds the pictures to evidence made of files. The same evidence when no renderer is installed or nothing is to be drawn. */
export async function withPictures(evidence: EvidenceSet, options: SubjectOptions = {}): Promise<EvidenceSet> {
  const pictures = await draw(evidence, options);
  if (pictures.length === 0) return evidence;
  const bytes = new Map(pictures.map((picture, index) => [`picture-${index + 1}`, picture.bytes]));
  const items = pictures.map(({ bytes: png, facts }, index): EvidenceItem => {
    const id = `picture-${index + 1}`;
    const sha256 = createHash('sha256').update(png).digest('hex');
    return { id, kind: 'capture', name: `${id}.png`, mediaType: 'image/png', sha256, size: png.byteLength, facts };
  });
  return { ...evidence, items: [...evidence.items, ...items], bytes: (id) => bytes.get(id) ?? evidence.bytes(id) };
}

/** Records the pictures of the documents a run carried; to be called before its end, which must come all the same. */
export async function recordPictures(recorder: RunRecorder): Promise<void> {
  try {
    for (const { bytes, facts } of await draw(readRun(recorder.folder), {})) {
      recorder.record({ kind: 'capture', mediaType: 'image/png', name: 'pdf-page-1', extension: 'png', facts }, bytes);
    }
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
  }
}

async function draw(evidence: EvidenceSet, options: SubjectOptions): Promise<Picture[]> {
  if (!findSubjects(evidence, options).some(({ kind }) => kind === 'document')) return [];
  const renderer = await findPdfRenderer();
  if (!renderer) return [];
  await loadXmlLibrary();
  const pictures = new Map<string, Picture>();
  for (const { bytes } of carriedPdfs(evidence, options)) {
    const pictureOf = createHash('sha256').update(bytes).digest('hex');
    if (pictures.has(pictureOf)) continue;
    const png = await renderer.firstPage(bytes);
    if (png) pictures.set(pictureOf, { bytes: png, facts: { pictureOf, page: '1', renderer: renderer.name } });
    if (pictures.size >= MAX_PICTURES) break;
  }
  return [...pictures.values()];
}
