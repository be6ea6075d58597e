import type { EvidenceItem, EvidenceSet, RunResult } from '../core/index.js';
import { readFhirNdjson } from '../formats/fhir/index.js';
import { CDA_PACK } from './cda-subjects.js';
import { MAX_RESOURCES_APART } from './collected.js';
import { Desk } from './desk.js';
import { FHIR_BASE_PACK, lineSubjects } from './fhir-subjects.js';
import { CdaJudge } from './judge-cda.js';
import { FhirJudge } from './judge-fhir.js';
import { Hl7v2Judge } from './judge-hl7v2.js';
import type { JudgeOptions } from './judge-options.js';
import { judgeWire } from './judge-wire.js';
import { packsFor } from './pack-choice.js';
import { findSubjects, type Subject, type SubjectOptions } from './subjects.js';

export type { JudgeOptions } from './judge-options.js';

/** Names of the packs that judging this evidence takes. */
export function packsNeeded(
  evidence: EvidenceSet,
  options: SubjectOptions & { forced?: readonly string[] } = {},
): string[] {
  const names = new Set(options.forced ?? []);
  for (const subject of findSubjects(evidence, options)) {
    // Whether a forced pack is for FHIR is known once it is loaded: the one chosen is there as well.
    if (subject.kind === 'resource') names.add(subject.choice.packId);
    if (subject.kind === 'unreadable' && subject.error) names.add(FHIR_BASE_PACK);
    if (subject.kind === 'document') names.add(CDA_PACK);
    if (subject.kind === 'message') for (const name of packsFor(subject.message, options.forced).names) names.add(name);
  }
  if (evidence.items.some((item) => item.kind === 'handshake')) names.add(WIRE_PACK);
  return [...names];
}

/** Wire rules are the same in every PAM pack: connections are judged whatever they carried, and whatever pack is forced. */
const WIRE_PACK = 'pam-dmn';

/**
 * Judges evidence. Pure: no clock, file, network or randomness; same evidence and packs, same result byte for byte.
 * Throws only a Defect. When a CDA pack is among the packs, `loadXmlLibrary` must have been awaited.
 */
export function judge(evidence: EvidenceSet, options: JudgeOptions): RunResult {
  const run = new JudgeRun(evidence, options);
  run.judgeEvidence();
  return run.result();
}

/** A long file of resources, read while it is judged. */
export interface NdjsonFile {
  /** Digest and size are known once the chunks are read: see `digest`. */
  readonly item: EvidenceItem;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Of the chunks read so far. */
  digest(): { readonly sha256: string; readonly size: number };
  progress?(resources: number): void;
}

/** The same with NDJSON files beside, each read once and kept nowhere; the result stays bounded (see `Collected`). */
export async function judgeWithNdjson(
  evidence: EvidenceSet,
  files: readonly NdjsonFile[],
  options: JudgeOptions,
): Promise<RunResult> {
  const run = new JudgeRun(evidence, options);
  run.judgeEvidence();
  for (const file of files) await run.judgeNdjson(file);
  return run.result();
}

/** One judging in progress: each subject goes to the judge of its format, in the order of the evidence. */
class JudgeRun {
  readonly #desk: Desk;
  readonly #hl7v2: Hl7v2Judge;
  readonly #cda: CdaJudge;
  readonly #fhir: FhirJudge;

  constructor(evidence: EvidenceSet, options: JudgeOptions) {
    this.#desk = new Desk(evidence, options);
    this.#hl7v2 = new Hl7v2Judge(this.#desk);
    this.#cda = new CdaJudge(this.#desk);
    this.#fhir = new FhirJudge(this.#desk);
  }

  judgeEvidence(): void {
    try {
      this.#judgeSubjects(findSubjects(this.#desk.evidence, this.#desk.options));
      this.#cda.judgePairs();
    } finally {
      this.#cda.close();
    }
  }

  /** The resources of a large Bundle share an item beyond the first ones, as those of a long file. */
  #judgeSubjects(subjects: readonly Subject[]): void {
    const { collected } = this.#desk;
    let document: EvidenceItem | undefined;
    let resources = 0;
    for (const subject of subjects) {
      if (document !== subject.item) {
        if (document) collected.endTogether(document);
        document = subject.item;
        resources = 0;
      }
      if (subject.kind === 'resource' && ++resources === MAX_RESOURCES_APART + 1) collected.beginTogether();
      this.#judgeSubject(subject);
    }
    if (document) collected.endTogether(document);
  }

  #judgeSubject(subject: Subject): void {
    switch (subject.kind) {
      case 'unreadable':
        if (subject.error) this.#fhir.judgeUnreadable(subject, subject.error);
        else this.#desk.addUnreadable(subject);
        break;
      case 'message':
      case 'exchange':
      case 'sequence':
        this.#hl7v2.judge(subject);
        break;
      case 'resource':
        this.#fhir.judgeResource(subject);
        break;
      case 'fhir-exchange':
        this.#fhir.judgeExchange(subject);
        break;
      case 'document':
        this.#cda.judgeDocument(subject);
        break;
      case 'file':
      case 'handshake':
      case 'stream':
        judgeWire(this.#desk, subject);
        break;
    }
  }

  /** The resources of a long file, line by line: the first ones have an item each, the others share one. */
  async judgeNdjson(file: NdjsonFile): Promise<void> {
    const { item } = file;
    const { collected, streamed } = this.#desk;
    let resources = 0;
    for await (const line of readFhirNdjson(file.chunks)) {
      for (const subject of lineSubjects(item, line)) {
        if (resources === MAX_RESOURCES_APART) collected.beginTogether();
        this.#judgeSubject(subject);
        resources += 1;
      }
      file.progress?.(resources);
    }
    collected.endTogether(item);
    streamed.push({ ...item, ...file.digest() });
  }

  result(): RunResult {
    return this.#desk.result();
  }
}
