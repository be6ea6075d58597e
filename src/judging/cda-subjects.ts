import { type EpreuveError, type EvidenceItem, isEpreuveError, type Location, type Text } from '../core/index.js';
import { CdaDocument } from '../formats/cda/index.js';
import type { Pack } from '../packs/index.js';

/** A CDA document to judge. Its bytes are read when its turn comes, and the memory of its tree given back at once. */
export interface CdaSubject {
  readonly kind: 'document';
  readonly id: string;
  readonly item: EvidenceItem;
  readonly bytes: Uint8Array;
  /** Where it was carried: every location found in it is then nested there. */
  readonly within?: Location;
  /** Subject id of the message that carried it. */
  readonly message?: string;
}

/** The pack of every CDA document, unless the user forces another. */
export const CDA_PACK = 'cda-fr';

/** The packs a CDA document is judged with: the user's CDA packs, or the French one. */
export function cdaPacksFor(
  forced: readonly string[] | undefined,
  packs: ReadonlyMap<string, Pack>,
): { readonly names: readonly string[]; readonly why: Text } {
  const names = (forced ?? []).filter((name) => packs.get(name)?.cda);
  if (names.length === 0) return { names: [CDA_PACK], why: FRENCH };
  const list = names.join(', ');
  return { names, why: { fr: `Pack imposé : ${list}`, en: `Pack forced: ${list}` } };
}

const FRENCH: Text = {
  fr: 'document CDA R2 : profil français (CI-SIS), choisi d’office',
  en: 'CDA R2 document: French profile (CI-SIS), chosen automatically',
};

/** The document, or what keeps it from being read. Only document errors are told so; anything else is ours. */
export function readCda({ bytes, within }: CdaSubject): CdaDocument | EpreuveError {
  try {
    return CdaDocument.read(bytes, within ? { within } : {});
  } catch (error) {
    if (!isEpreuveError(error, 'document')) throw error;
    return error;
  }
}

/** Documents open at once: a pair. */
const MAX_OPEN = 2;

/** The last documents read, kept until others take their place: a pair is judged right after its halves. */
export class OpenDocuments {
  readonly #open = new Map<string, CdaDocument>();

  /** The document, which stays ours, or what keeps it from being read. */
  read(subject: CdaSubject): CdaDocument | EpreuveError {
    const open = this.#open.get(subject.id);
    this.#open.delete(subject.id);
    const document = open ?? readCda(subject);
    if (!(document instanceof CdaDocument)) return document;
    for (const [id, oldest] of this.#open) {
      if (this.#open.size < MAX_OPEN) break;
      oldest.dispose();
      this.#open.delete(id);
    }
    this.#open.set(subject.id, document);
    return document;
  }

  /** Gives back the memory of all of them. */
  close(): void {
    for (const document of this.#open.values()) document.dispose();
    this.#open.clear();
  }
}

/** Beyond a limit of ours nothing is known of the document; anything else is a fault nobody could read over. */
export function outcomeOfUnreadable({ code }: EpreuveError): 'failed' | 'cantTell' {
  return /^xml-(too-|tag-too-|encoding-unsupported)/.test(code) ? 'cantTell' : 'failed';
}

/** `letter.xml CDA level 3`. */
export function cdaTitle({ item, within }: CdaSubject, document: CdaDocument): string {
  const level = document.level === undefined ? 'CDA' : `CDA level ${document.level}`;
  return within ? `${item.name} ${within.path} ${level}` : `${item.name} ${level}`;
}

/** What the document says it is; nothing of a person. */
export function cdaFacts(document: CdaDocument): Readonly<Record<string, string>> {
  const [model] = document.modelTemplates.slice(-1);
  const facts = {
    'CDA level': document.level === undefined ? '?' : String(document.level),
    'document type': document.type,
    templateId: model?.root,
    'templateId extension': model?.extension,
    encoding: document.tree.source.encoding,
  };
  const known = Object.entries(facts).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, short(value)]],
  );
  return Object.fromEntries(known);
}

/** Values of a document may be anything: a fact is short and printable. */
function short(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
