import type { Text } from '../core/index.js';
import { CdaDocument } from '../formats/cda/index.js';
import type { Pack } from '../packs/index.js';
import { PAIR_MODES, type PairMode, type PairOrigin } from '../rules/pair/context.js';
import type { DocumentFacts, Identifier } from '../rules/pair/document-facts.js';
import type { CdaSubject, OpenDocuments } from './cda-subjects.js';

/** A CDA document that was read and judged, as pairing sees it. */
export interface PairCandidate {
  readonly subject: CdaSubject;
  readonly facts: DocumentFacts;
}

export interface PairOptions {
  /** Asked for by the user; otherwise the parameter `pairMode` of the pack. */
  readonly pairMode?: PairMode;
  /** The documents of the evidence are one pair, whatever they say. */
  readonly pairGiven?: boolean;
  /** One file is all the user gave: nothing says how a document in it is sent. Without `pairMode` only. */
  readonly oneFile?: boolean;
}

/** A pair to judge, or a level 3 without level 1. */
export interface FoundPair {
  readonly level1?: CdaSubject;
  readonly level3: CdaSubject;
  readonly foundBy: PairOrigin;
}

/**
 * Brings level 1 and level 3 documents together: those given as a pair, those of one message, those an XFRM link
 * joins, then those of one patient, type and day. Level 3 documents left over are told alone. The order is that of the level 3 documents.
 */
export function findPairs(candidates: readonly PairCandidate[], options: PairOptions): FoundPair[] {
  const matcher = new Matcher(candidates);
  if (options.pairGiven) matcher.pairAll('given', () => ['']);
  matcher.pairAll('message', ({ subject }) => (subject.message === undefined ? [] : [subject.message]));
  matcher.pairAll('link', linkKeys);
  matcher.pairAll('traits', traitKeys);
  return matcher.result();
}

/** Words two documents must share one of to be brought together. */
type Keys = (candidate: PairCandidate) => readonly string[];

class Matcher {
  readonly #level1: readonly PairCandidate[];
  readonly #level3: readonly PairCandidate[];
  readonly #taken = new Map<PairCandidate, { readonly partner: PairCandidate; readonly foundBy: PairOrigin }>();
  readonly #used = new Set<PairCandidate>();

  constructor(candidates: readonly PairCandidate[]) {
    this.#level1 = candidates.filter(({ facts }) => facts.level === 1);
    this.#level3 = candidates.filter(({ facts }) => facts.level === 3);
  }

  pairAll(foundBy: PairOrigin, keys: Keys): void {
    const byKey = new Map<string, PairCandidate[]>();
    for (const one of this.#level1) {
      if (this.#used.has(one)) continue;
      for (const key of keys(one)) {
        const same = byKey.get(key);
        if (same) same.push(one);
        else byKey.set(key, [one]);
      }
    }
    for (const three of this.#level3) {
      if (this.#taken.has(three)) continue;
      const free = keys(three).flatMap((key) => (byKey.get(key) ?? []).filter((one) => !this.#used.has(one)));
      const partner = free.find(({ facts }) => facts.version === three.facts.version) ?? free[0];
      if (!partner) continue;
      this.#taken.set(three, { partner, foundBy });
      this.#used.add(partner);
    }
  }

  result(): FoundPair[] {
    return this.#level3.map((three): FoundPair => {
      const found = this.#taken.get(three);
      const { subject } = three;
      return found
        ? { level1: found.partner.subject, level3: subject, foundBy: found.foundBy }
        : { level3: subject, foundBy: 'alone' };
    });
  }
}

/** Own id, and both ends of every XFRM link: whichever half carries it. */
function linkKeys({ facts }: PairCandidate): readonly string[] {
  const { level, id, related } = facts;
  const targets = related.filter(({ typeCode }) => typeCode === 'XFRM').flatMap(({ ids }) => ids);
  const [own, other] = level === 1 ? ['to-level-1', 'to-level-3'] : ['to-level-3', 'to-level-1'];
  return [...(id ? [`${own} ${keyOf(id)}`] : []), ...targets.map((target) => `${other} ${keyOf(target)}`)];
}

/** The same patient, type of document and day: by INS, and by each other identifier of the patient. */
function traitKeys({ facts }: PairCandidate): readonly string[] {
  const { code, date, patientIds } = facts;
  if (code === undefined || date === undefined) return [];
  return patientIds.filter(({ root }) => root).map((id) => `${code} ${date.slice(0, 8)} ${keyOf(id)}`);
}

function keyOf({ root, extension }: Identifier): string {
  const name = root?.trim() ?? '';
  return `${/^[0-9a-fA-F-]{36}$/.test(name) ? name.toLowerCase() : name}^${extension ?? ''}`;
}

export interface PairDocuments {
  readonly one?: CdaDocument;
  readonly three: CdaDocument;
}

/** Both documents, read anew unless they are still open; undefined when one of them no longer reads. */
export function readPair({ level1, level3 }: FoundPair, open: OpenDocuments): PairDocuments | undefined {
  const three = open.read(level3);
  if (!(three instanceof CdaDocument)) return undefined;
  const one = level1 && open.read(level1);
  if (!one) return { three };
  return one instanceof CdaDocument ? { one, three } : undefined;
}

/** `level1.xml ⇄ level3.xml`; a place in a message where both were carried. */
export function pairTitle({ level1, level3 }: FoundPair): string {
  return `CDA ${level1 ? nameOf(level1) : '—'} ⇄ ${nameOf(level3)}`;
}

function nameOf({ item, within }: CdaSubject): string {
  return within ? `${item.name} ${within.path}` : item.name;
}

/** True when the level 3 is the one document given: neither a folder, a message, a run nor a mode says how it is sent. */
export function isOneDocument({ foundBy, level3 }: FoundPair, { oneFile, pairMode }: PairOptions): boolean {
  return foundBy === 'alone' && oneFile === true && pairMode === undefined && level3.within === undefined;
}

/** The mode pairs are judged in, and who chose it. */
export function pairModeOf(pack: Pack, { pairMode }: PairOptions): { readonly mode: PairMode; readonly source: Text } {
  if (pairMode) return { mode: pairMode, source: { fr: 'demandé (--pair-mode)', en: 'asked for (--pair-mode)' } };
  const word = pack.parameters.pairMode;
  const mode = PAIR_MODES.find((one) => one === word) ?? 'xfrm';
  const name = `${pack.reference.id}@${pack.reference.version}`;
  return { mode, source: { fr: `paramètre pairMode du pack ${name}`, en: `parameter pairMode of pack ${name}` } };
}

/** How the pair was found, the mode and its source, for people. */
export function pairChoice(foundBy: PairOrigin, mode: PairMode, source: Text): Text {
  const found = FOUND_BY[foundBy];
  const law = LAW[mode];
  return {
    fr: `${found.fr} ; mode ${mode}, ${source.fr} : ${law.fr}`,
    en: `${found.en}; ${mode} mode, ${source.en}: ${law.en}`,
  };
}

const FOUND_BY: Readonly<Record<PairOrigin, Text>> = {
  given: { fr: 'paire donnée par l’utilisateur', en: 'pair given by the user' },
  message: { fr: 'paire portée par un même message', en: 'pair carried by one message' },
  link: { fr: 'paire trouvée par son lien XFRM', en: 'pair found by its XFRM link' },
  traits: {
    fr: 'paire trouvée par le type, le patient et la date (aucun lien XFRM ne la désigne)',
    en: 'pair found by type, patient and date (no XFRM link names it)',
  },
  alone: { fr: 'niveau 3 sans niveau 1', en: 'level 3 without level 1' },
};

const LAW: Readonly<Record<PairMode, Text>> = {
  xfrm: {
    fr: 'le lien XFRM est exigé (FAQ de l’ANS)',
    en: 'the XFRM link is required (ANS FAQ)',
  },
  'no-xfrm': {
    fr: 'le lien XFRM n’est pas exigé (volet ANS de transmission en HL7 v2 depuis octobre 2023) ; présent, il doit être juste',
    en: 'the XFRM link is not required (ANS HL7 v2 transmission part since October 2023); when present, it must be right',
  },
};
