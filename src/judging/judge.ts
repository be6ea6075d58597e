import type {
  EpreuveError,
  EvidenceItem,
  EvidenceSet,
  EvidenceSummary,
  Finding,
  JudgedItem,
  Location,
  PackReference,
  Rule,
  RunResult,
  Severity,
  SubjectKind,
  Text,
} from '../core/index.js';
import { describeHandshakeFailure, makeError, readHandshakeFailure } from '../core/index.js';
import { CdaDocument, DocumentIndex, type XsdIssue } from '../formats/cda/index.js';
import { readFhirNdjson } from '../formats/fhir/index.js';
import type { Hl7v2Message } from '../formats/hl7v2/index.js';
import { type Pack, packOfKit } from '../packs/index.js';
import { FILE_RULES } from '../rules/cda/file/cda-file.js';
import { KitRules } from '../rules/cda/kit/kit-rules.js';
import { chooseSchematrons } from '../rules/cda/kit/kit-schematrons.js';
import type { PreparedKit } from '../rules/cda/kit/prepared-kit.js';
import { chooseProfiles, type FhirProfileChoice } from '../rules/fhir/choose-profiles.js';
import { FHIR_FILE_RULES } from '../rules/fhir/fhir-file.js';
import type { CdaPair } from '../rules/pair/context.js';
import { type DocumentFacts, factsOfDocument } from '../rules/pair/document-facts.js';
import {
  CDA_PACK,
  type CdaSubject,
  cdaFacts,
  cdaPacksFor,
  cdaTitle,
  OpenDocuments,
  outcomeOfUnreadable,
} from './cda-subjects.js';
import { Collected, MAX_RESOURCES_APART } from './collected.js';
import { picturesIn, viewOf } from './document-view.js';
import { ElementNames } from './element-names.js';
import { excerptOfMessage } from './excerpt.js';
import { FHIR_BASE_PACK, type FhirSubject, fhirPacksFor, fhirTitle, lineSubjects } from './fhir-subjects.js';
import { type FhirExchangeSubject, fhirExchangeTitle, heldToApi } from './http-subjects.js';
import { outsideReportsOf } from './outside-reports.js';
import { type PackChoice, packsFor } from './pack-choice.js';
import {
  type FoundPair,
  findPairs,
  isOneDocument,
  type PairCandidate,
  type PairDocuments,
  type PairOptions,
  pairChoice,
  pairModeOf,
  pairTitle,
  readPair,
} from './pairs.js';
import { type ActiveRule, activeRules, catalogueOf, hl7ErrorOf, toActive } from './rule-sets.js';
import { type Judgement, runRules } from './run-rules.js';
import { judgeSteps, markExpected, overallOutcome } from './steps.js';
import { findSubjects, type Subject, type SubjectOptions } from './subjects.js';
import { markSuppressed, type Suppressions } from './suppress.js';

export interface JudgeOptions extends SubjectOptions, PairOptions {
  /** Every pack that `packsNeeded` names, by the name it gives. */
  readonly packs: ReadonlyMap<string, Pack>;
  /** Packs forced by the user, by name; otherwise each message chooses. */
  readonly forced?: readonly string[];
  readonly rules: readonly Rule<never, never>[];
  readonly toolVersion: string;
  /** Keep what a person sees of the first CDA documents (`JudgedItem.view`). */
  readonly views?: boolean;
  /** ISO 8601: when documents were looked at, for evidence that has no time of its own. */
  readonly seenAt?: string;
  /** What a second schema engine said of CDA documents, by subject id: see `gatherSchemaIssues`. */
  readonly schemaIssues?: ReadonlyMap<string, readonly XsdIssue[]>;
  /** The user's CDA kit: each CDA document is judged with it too, as an item of its own. See `prepareKit`. */
  readonly kit?: PreparedKit;
  /** Findings known and explained: see `markSuppressed`. */
  readonly suppressions?: Suppressions;
}

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

/** One judging in progress: collects items, findings and what was used. */
class JudgeRun {
  readonly #collected = new Collected();
  readonly #streamed: EvidenceItem[] = [];
  readonly #candidates: PairCandidate[] = [];
  readonly #usedPacks = new Map<string, PackReference>();
  readonly #usedRules = new Set<readonly ActiveRule[]>();
  /** By message id, for the exchange it belongs to. */
  readonly #verdicts = new Map<string, { failed: boolean; hl7Errors: string[] }>();
  readonly #names = new ElementNames();
  readonly #documents = new OpenDocuments();
  #kitRules: KitRules | undefined;
  #pictures: ReadonlyMap<string, string> | undefined;
  #views = 0;

  constructor(
    private readonly evidence: EvidenceSet,
    private readonly options: JudgeOptions,
  ) {}

  judgeEvidence(): void {
    try {
      this.judgeSubjects(findSubjects(this.evidence, this.options));
      this.judgePairs();
    } finally {
      this.#documents.close();
    }
  }

  /** In their order; the resources of a large Bundle share an item beyond the first ones, as those of a long file. */
  judgeSubjects(subjects: readonly Subject[]): void {
    let document: EvidenceItem | undefined;
    let resources = 0;
    for (const subject of subjects) {
      if (document !== subject.item) {
        if (document) this.#collected.endTogether(document);
        document = subject.item;
        resources = 0;
      }
      if (subject.kind === 'resource' && ++resources === MAX_RESOURCES_APART + 1) this.#collected.beginTogether();
      this.judgeSubject(subject);
    }
    if (document) this.#collected.endTogether(document);
  }

  judgeSubject(subject: Subject): void {
    switch (subject.kind) {
      case 'unreadable':
        if (subject.error) this.#judgeUnreadableFhir(subject, subject.error);
        else this.#addUnreadable(subject);
        break;
      case 'message':
        this.#judgeMessage(subject);
        break;
      case 'exchange': {
        const judgedSent = this.#verdicts.get(subject.messageId);
        const exchange = { ...subject.exchange, ...(judgedSent && { judgedSent }) };
        this.#judgeWith(subject, 'hl7v2/exchange', exchange, subject.exchange.sent);
        break;
      }
      case 'sequence': {
        const first = subject.sequence.messages[0];
        if (first) this.#judgeWith(subject, 'hl7v2/sequence', subject.sequence, first.message);
        break;
      }
      case 'resource':
        this.#judgeResource(subject);
        break;
      case 'fhir-exchange':
        this.#judgeFhirExchange(subject);
        break;
      case 'document':
        this.#judgeDocument(subject);
        break;
      case 'file':
        this.#judgeFile(subject);
        break;
      case 'handshake':
        this.#judgeWire(subject, 'wire/handshake', subject.handshake);
        break;
      case 'stream':
        this.#judgeWire(subject, 'wire/stream', subject.stream);
        break;
    }
  }

  #judgeMessage(subject: Extract<Subject, { kind: 'message' }>): void {
    const { message } = subject;
    const { items, findings } = this.#collected;
    const before = findings.length;
    this.#judgeWith(subject, 'hl7v2/message', message, message);
    // The message is kept for its exchange and its sequence, which ask for a few fields only.
    message.forgetParts();
    const errors = findings
      .slice(before)
      .filter((finding) => finding.severity === 'error' || finding.severity === 'fatal');
    const codes = errors.map((finding) => hl7ErrorOf(this.options.rules, finding)).filter((code) => code !== undefined);
    const judged = items.at(-1)?.packs.length ?? 0;
    if (judged > 0) this.#verdicts.set(subject.id, { failed: errors.length > 0, hl7Errors: [...new Set(codes)] });
  }

  /** Judges a subject with every pack its message calls for; several packs make one item each. */
  #judgeWith(
    subject: Exclude<Subject, { kind: 'unreadable' }>,
    kind: SubjectKind,
    value: unknown,
    message: Hl7v2Message,
  ): void {
    const choice = packsFor(message, this.options.forced);
    // A pack forced for the FHIR or CDA documents beside it says nothing about messages.
    const names = choice.names.filter((name) => (this.options.packs.get(name)?.format ?? 'hl7v2') === 'hl7v2');
    if (names.length === 0) {
      this.#add(subject, kind, message, undefined, choice, notJudged);
      return;
    }
    for (const name of names) {
      const pack = this.#packNamed(name);
      const profile = pack.hl7v2;
      if (!profile) {
        this.#add(subject, kind, message, undefined, { ...choice, why: notForHl7v2(name) }, notJudged);
        continue;
      }
      const lowered = pack.lowerFrenchWhenUndeclared && !choice.declaresFrenchProfile;
      const rules = activeRules(pack, kind, this.options.rules);
      this.#usedRules.add(rules);
      const judgement = runRules(rules, {
        subject: value,
        context: { pack, profile, declaresFrenchProfile: choice.declaresFrenchProfile },
        evidenceId: subject.item.id,
        itemId: itemId(subject, pack, choice),
        lowered,
        excerptOf: (location, evidenceId) => {
          const about = messageAt(subject, location, evidenceId);
          return about && excerptOfMessage(about, location);
        },
      });
      if (judgement.findings.length > 0) this.#names.collectFilled(message, profile);
      this.#add(subject, kind, message, pack, choice, judgement);
    }
  }

  #packNamed(name: string): Pack {
    const pack = this.options.packs.get(name);
    if (!pack) throw makeError('defect', { reason: `pack ${name} was not given` });
    return pack;
  }

  /** A FHIR resource, with each FHIR pack the user forced, or the one its document calls for. */
  #judgeResource(subject: FhirSubject): void {
    const { names, why } = fhirPacksFor(subject, this.options.forced, this.options.packs);
    const seenAt = subject.item.at ?? this.evidence.startedAt ?? this.options.seenAt;
    for (const name of names) {
      const pack = this.#packNamed(name);
      const rules = activeRules(pack, 'fhir/resource', this.options.rules);
      this.#usedRules.add(rules);
      const profiles = chooseProfiles(subject.resource, pack);
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}` : subject.id;
      const context = { pack, profiles, ...(seenAt !== undefined && { seenAt }) };
      const on = { subject: subject.resource, context, evidenceId: subject.item.id, itemId: id, lowered: false };
      const choice = { fr: `${why.fr} ; ${profiles.why.fr}`, en: `${why.en}; ${profiles.why.en}` };
      const judgement = runRules(rules, on);
      this.#addJudged(id, subject.item, 'fhir/resource', fhirTitle(subject), {}, pack, choice, judgement);
    }
  }

  /** What kept a FHIR document from being read, told by a rule: with an id, a place and a repair. */
  #judgeUnreadableFhir(subject: Extract<Subject, { kind: 'unreadable' }>, error: EpreuveError): void {
    const choice = { packId: FHIR_BASE_PACK, why: subject.reason };
    const [name = FHIR_BASE_PACK] = fhirPacksFor({ choice }, this.options.forced, this.options.packs).names;
    const pack = this.#packNamed(name);
    const active = activeRules(pack, 'fhir/resource', this.options.rules);
    const rules = FHIR_FILE_RULES.flatMap((id) => active.filter(({ rule }) => rule.id === id)).slice(0, 1);
    this.#usedRules.add(rules);
    const { id, item } = subject;
    const on = {
      subject: error,
      context: { pack, profiles: NO_PROFILES },
      evidenceId: item.id,
      itemId: id,
      lowered: false,
    };
    this.#addUnreadable(subject, pack, runRules(rules, on));
  }

  #judgeDocument(subject: CdaSubject): void {
    const document = this.#documents.read(subject);
    if (!(document instanceof CdaDocument)) {
      this.#judgeUnreadable(subject, document);
      this.#tellCarrier(subject);
      return;
    }
    this.#judgeCda(subject, document);
    this.#tellCarrier(subject);
    this.#judgeWithKit(subject, document);
  }

  /** A message whose document has errors may be refused, and may be accepted: its receiver need not validate CDA. */
  #tellCarrier({ message }: CdaSubject): void {
    const verdict = message === undefined ? undefined : this.#verdicts.get(message);
    if (verdict && this.#collected.items.at(-1)?.outcome === 'failed') verdict.failed = true;
  }

  /** What kept a CDA document from being read, told by the file rules: with an id, a place and a repair. */
  #judgeUnreadable(subject: CdaSubject, error: EpreuveError): void {
    const [name = CDA_PACK] = cdaPacksFor(this.options.forced, this.options.packs).names;
    const pack = this.#packNamed(name);
    const rules = activeRules(pack, 'cda/document', this.options.rules).filter(({ rule }) => FILE_RULES.has(rule.id));
    this.#usedRules.add(rules);
    const { id, item, within } = subject;
    const on = { subject: error, context: { pack }, evidenceId: item.id, itemId: id, lowered: false };
    const judgement = runRules(rules, on);
    const findings = judgement.findings.map((finding) =>
      within ? { ...finding, location: { ...finding.location, within } } : finding,
    );
    const reason = { fr: error.describe('fr').text, en: error.describe('en').text };
    const outcome = outcomeOfUnreadable(error);
    this.#addUnreadable({ kind: 'unreadable', id, item, subject: 'cda/document', outcome, reason }, pack, {
      ...judgement,
      findings,
    });
  }

  #judgeCda(subject: CdaSubject, document: CdaDocument): void {
    this.#candidates.push({ subject, facts: factsOfDocument(document) });
    const { names, why } = cdaPacksFor(this.options.forced, this.options.packs);
    const schemaIssues = this.options.schemaIssues?.get(subject.id);
    for (const name of names) {
      const pack = this.#packNamed(name);
      const content = pack.cda?.content;
      if (!content) throw makeError('defect', { reason: `${name} is not a CDA pack` });
      const rules = activeRules(pack, 'cda/document', this.options.rules);
      this.#usedRules.add(rules);
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}@${pack.reference.version}` : subject.id;
      const judgement = runRules(rules, {
        subject: document,
        context: { pack, content, ...(schemaIssues && { schemaIssues }) },
        evidenceId: subject.item.id,
        itemId: id,
        lowered: false,
        excerptOf: (location) => document.excerpt(location),
      });
      const title = cdaTitle(subject, document);
      this.#addJudged(id, subject.item, 'cda/document', title, cdaFacts(document), pack, why, judgement);
    }
    this.#keepView(document);
  }

  /** With the item just judged; with the last one when several packs judged it. */
  #keepView(document: CdaDocument): void {
    const { items } = this.#collected;
    const item = items.at(-1);
    if (!this.options.views || !item || this.#views >= MAX_VIEWS) return;
    this.#views += 1;
    this.#pictures ??= picturesIn(this.evidence);
    items[items.length - 1] = { ...item, view: viewOf(document, this.#pictures) };
  }

  /** The resources of a long file, line by line: the first ones have an item each, the others share one. */
  async judgeNdjson(file: NdjsonFile): Promise<void> {
    const item = file.item;
    let resources = 0;
    for await (const line of readFhirNdjson(file.chunks)) {
      for (const subject of lineSubjects(item, line)) {
        if (resources === MAX_RESOURCES_APART) this.#collected.beginTogether();
        this.judgeSubject(subject);
        resources += 1;
      }
      file.progress?.(resources);
    }
    this.#collected.endTogether(item);
    this.#streamed.push({ ...item, ...file.digest() });
  }

  /** What the user's kit says of the document: an item beside ours. */
  #judgeWithKit(subject: CdaSubject, document: CdaDocument): void {
    const { kit } = this.options;
    const content = this.options.packs.get(CDA_PACK)?.cda?.content;
    if (!kit || !content) return;
    this.#kitRules ??= new KitRules(kit);
    const pack = packOfKit(kit.kit);
    const choice = chooseSchematrons(document, kit.kit, content);
    const active = this.#kitRules.for(choice).map((rule) => toActive(rule));
    this.#usedRules.add(active);
    const id = `${subject.id}@${pack.reference.id}`;
    const judgement = runRules(active, {
      subject: document,
      context: { choice, index: new DocumentIndex(document.tree) },
      evidenceId: subject.item.id,
      itemId: id,
      lowered: false,
      excerptOf: (location) => document.excerpt(location),
    });
    const title = cdaTitle(subject, document);
    this.#addJudged(id, subject.item, 'cda/document', title, cdaFacts(document), pack, choice.why, judgement);
  }

  /** Level 1 and level 3 documents together, once all of them are known. */
  judgePairs(): void {
    const known = this.#candidates.map(({ facts }) => facts);
    for (const found of findPairs(this.#candidates, this.options)) {
      const documents = readPair(found, this.#documents);
      if (documents) this.#judgePair(found, documents, known);
    }
  }

  #judgePair(found: FoundPair, { one, three }: PairDocuments, known: readonly DocumentFacts[]): void {
    const { level1, level3, foundBy } = found;
    const { names } = cdaPacksFor(this.options.forced, this.options.packs);
    for (const name of names) {
      const pack = this.#packNamed(name);
      const { mode, source } = pairModeOf(pack, this.options);
      const rules = activeRules(pack, 'cda/pair', this.options.rules);
      this.#usedRules.add(rules);
      const itemId = `${level3.id}-pair${names.length > 1 ? `@${pack.reference.id}` : ''}`;
      const subject: CdaPair = {
        ...(one && level1 && { level1: { document: one, item: level1.item } }),
        level3: { document: three, item: level3.item },
        foundBy,
        known,
      };
      const judgement = runRules(rules, {
        subject,
        context: { pack, mode, isOneDocument: isOneDocument(found, this.options) },
        evidenceId: level3.item.id,
        itemId,
        lowered: false,
        excerptOf: (location) => three.excerpt(location) ?? one?.excerpt(location),
      });
      const title = pairTitle(found);
      const facts = { 'pair mode': mode, 'found by': foundBy };
      const choice = pairChoice(foundBy, mode, source);
      this.#addJudged(itemId, level3.item, 'cda/pair', title, facts, pack, choice, judgement);
    }
  }

  /** A file is judged with the pack of what it holds: the first one that has rules for it. */
  #judgeFile(subject: Extract<Subject, { kind: 'file' }>): void {
    this.#judgeWire(subject, 'hl7v2/file', subject.file);
  }

  /** A call of a FHIR server, with the packs its documents are judged with; most packs have no rule about calls. */
  #judgeFhirExchange(subject: FhirExchangeSubject): void {
    const { names, why: choice, isForced } = fhirPacksFor(subject, this.options.forced, this.options.packs);
    const { exchange, why } = heldToApi(subject.exchange, choice, isForced);
    for (const name of names) {
      const pack = this.#packNamed(name);
      const rules = activeRules(pack, 'fhir/exchange', this.options.rules);
      if (rules.length === 0) continue;
      this.#usedRules.add(rules);
      const { item } = subject;
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}` : subject.id;
      const context = { pack, profiles: NO_PROFILES };
      const judgement = runRules(rules, {
        subject: exchange,
        context,
        evidenceId: item.id,
        itemId: id,
        lowered: false,
      });
      const facts = exchange.server ? { 'FHIR server': exchange.server } : {};
      this.#addJudged(id, item, 'fhir/exchange', fhirExchangeTitle(subject), facts, pack, why, judgement);
    }
  }

  #judgeWire(subject: Exclude<Subject, { kind: 'unreadable' }>, kind: SubjectKind, value: unknown): void {
    const pack = [...this.options.packs.values()].find((one) => activeRules(one, kind, this.options.rules).length > 0);
    const rules = pack ? activeRules(pack, kind, this.options.rules) : [];
    this.#usedRules.add(rules);
    const on = { subject: value, context: { pack }, evidenceId: subject.item.id, itemId: subject.id, lowered: false };
    this.#addJudged(
      subject.id,
      subject.item,
      kind,
      wireTitle(subject),
      subject.item.facts ?? {},
      pack,
      pack ? undefined : noPackFor,
      kind === 'wire/handshake' ? asOpened(runRules(rules, on), subject.item) : runRules(rules, on),
    );
  }

  #add(
    subject: Exclude<Subject, { kind: 'unreadable' }>,
    kind: SubjectKind,
    message: Hl7v2Message,
    pack: Pack | undefined,
    choice: PackChoice,
    judgement: Judgement,
  ): void {
    const id = pack ? itemId(subject, pack, choice) : subject.id;
    this.#addJudged(
      id,
      subject.item,
      kind,
      titleOf(subject, message),
      factsOf(subject, message),
      pack,
      choice.why,
      judgement,
    );
  }

  #addJudged(
    id: string,
    item: EvidenceItem,
    subject: SubjectKind,
    title: string,
    facts: Readonly<Record<string, string>>,
    pack: Pack | undefined,
    choice: Text | undefined,
    judgement: Judgement,
  ): void {
    for (const reference of pack ? [pack.reference] : [])
      this.#usedPacks.set(`${reference.id}@${reference.version}`, reference);
    if (pack?.hl7v2) this.#names.collect(judgement.findings, pack.hl7v2);
    const packs = pack ? [`${pack.reference.id}@${pack.reference.version}`] : [];
    const { outcome, rules } = judgement;
    const unjudged = pack === undefined && choice !== undefined;
    const reason = unjudged ? choice : judgement.reason;
    const judged: JudgedItem = {
      id,
      evidenceId: item.id,
      subject,
      title,
      packs,
      ...(choice && { choice }),
      outcome: unjudged ? 'cantTell' : outcome === 'untested' ? 'inapplicable' : outcome,
      rules,
      facts,
      ...(reason && { reason }),
    };
    this.#collected.add(judged, judgement.findings);
  }

  #addUnreadable(
    { id, item, subject, outcome, reason }: Extract<Subject, { kind: 'unreadable' }>,
    pack?: Pack,
    { rules, findings }: Judgement = notJudged,
  ): void {
    const facts = item.facts ?? {};
    for (const { reference } of pack ? [pack] : [])
      this.#usedPacks.set(`${reference.id}@${reference.version}`, reference);
    const packs = pack ? [`${pack.reference.id}@${pack.reference.version}`] : [];
    const unread = { id, evidenceId: item.id, subject, title: item.name, packs, outcome, rules, facts, reason };
    this.#collected.add(unread, findings);
  }

  result(): RunResult {
    const rules = catalogueOf([...this.#usedRules].filter((used) => used.length > 0));
    const marked = markExpected(this.evidence, this.#collected.items, this.#collected.findings);
    const { suppressions } = this.options;
    const evidence = { ...this.evidence, items: [...this.evidence.items, ...this.#streamed] };
    const suppressed = suppressions && markSuppressed(evidence, marked, suppressions, rules);
    const { items, findings } = suppressed ?? marked;
    const steps = judgeSteps(this.evidence, items, findings);
    const { outcome, reason } = overallOutcome(this.evidence, steps, items);
    const { title, startedAt, endedAt, incomplete } = this.evidence;
    const names = this.#names.toRecord();
    const outsideReports = outsideReportsOf(this.evidence);
    return {
      format: 'epreuve-result/1',
      tool: { name: 'epreuve', version: this.options.toolVersion },
      title,
      ...(startedAt !== undefined && { startedAt }),
      ...(endedAt !== undefined && { endedAt }),
      incomplete,
      outcome,
      ...(reason && { reason }),
      packs: [...this.#usedPacks.values()],
      ...(this.options.forced && { forcedPacks: this.options.forced }),
      evidence: evidence.items.map(toSummary),
      steps,
      ...(this.evidence.scenarios && { scenarios: this.evidence.scenarios }),
      items,
      findings,
      ...(outsideReports.length > 0 && { outsideReports }),
      counts: { ...this.#collected.counts(), ...(suppressed && { suppressed: countSuppressed(findings) }) },
      ...(suppressed && { suppressions: suppressed.record }),
      rules,
      ...(names && { names }),
    };
  }
}

/** A result must stay small enough to be read: further documents are judged and not shown. */
const MAX_VIEWS = 100;

/** A call has no profile of its own. */
const NO_PROFILES: FhirProfileChoice = {
  judged: [],
  declared: [],
  unknown: [],
  guessedBy: undefined,
  why: { fr: 'échange', en: 'exchange' },
};

/** No pack fits: the choice says why, and the item is `cantTell`. */
const notJudged: Judgement = { rules: [], findings: [], outcome: 'untested' };

/** Unique even when a message is judged under several packs. */
function itemId(subject: Subject, { reference }: Pack, choice: PackChoice): string {
  return choice.names.length > 1 ? `${subject.id}@${reference.id}@${reference.version}` : subject.id;
}

function notForHl7v2(name: string): Text {
  return {
    fr: `Le pack imposé ${name} ne juge pas les messages HL7 v2`,
    en: `The forced pack ${name} does not judge HL7 v2 messages`,
  };
}

/** A connection that was not opened has passed nothing, even when no rule blames the other side for it. */
function asOpened(judgement: Judgement, { facts }: EvidenceItem): Judgement {
  const failure = facts?.failure;
  if (failure === undefined || judgement.outcome === 'failed') return judgement;
  const words = describeHandshakeFailure(readHandshakeFailure(failure) ?? 'other');
  const reason = {
    fr: `La connexion n’a pas été établie : ${words.fr} (${failure})`,
    en: `The connection was not established: ${words.en} (${failure})`,
  };
  return { ...judgement, outcome: 'cantTell', reason };
}

const noPackFor: Text = {
  fr: 'Aucun des packs utilisés n’a de règle pour cela',
  en: 'None of the packs in use has a rule for this',
};

/** The message a location points into: exchanges and sequences hold several. */
function messageAt(subject: Subject, location: Location, evidenceId: string): Hl7v2Message | undefined {
  if (subject.kind === 'message') return subject.message;
  const parts = partsOf(subject).filter(({ item, message }) => {
    return item.id === evidenceId && message.origin.offset <= location.offset;
  });
  return parts.at(-1)?.message;
}

function partsOf(subject: Subject): readonly { readonly message: Hl7v2Message; readonly item: EvidenceItem }[] {
  if (subject.kind === 'sequence') return subject.sequence.messages;
  if (subject.kind !== 'exchange') return [];
  const { sent, sentItem, answers } = subject.exchange;
  return [{ message: sent, item: sentItem }, ...answers];
}

/** Document values may be anything: what goes into a title or a fact is short and printable. */
function short(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}

function titleOf(subject: Subject, message: Hl7v2Message): string {
  const type = short(message.field('MSH', 9).raw) || 'HL7 v2';
  if (subject.kind === 'exchange')
    return `${type} ⇄ ${subject.exchange.answers.map(({ message: answer }) => short(answer.field('MSA', 1).text)).join(', ') || '—'}`;
  if (subject.kind === 'sequence') return `${subject.sequence.messages.length} × ${short(message.type)}`;
  if (subject.kind !== 'message' || subject.item.kind !== 'document') return type;
  return subject.message.origin.line > 1
    ? `${subject.item.name}:${subject.message.origin.line} ${type}`
    : `${subject.item.name} ${type}`;
}

function wireTitle(subject: Subject): string {
  if (subject.kind === 'file') return `${subject.item.name} (${subject.file.messages})`;
  return subject.kind === 'handshake'
    ? `TLS ${subject.item.connection ?? ''}`.trim()
    : `MLLP ${subject.item.connection ?? ''}`.trim();
}

function factsOf(subject: Subject, message: Hl7v2Message): Record<string, string> {
  if (subject.kind !== 'message') return {};
  const fact = (position: number) => short(message.field('MSH', position).raw);
  return {
    'MSH-9': fact(9),
    'MSH-10': fact(10),
    'MSH-12': fact(12),
    'MSH-18': fact(18),
    'MSH-21': fact(21),
    ...(message.first('MSA') && {
      'MSA-1': short(message.field('MSA', 1).text),
      'MSA-2': short(message.field('MSA', 2).text),
    }),
    segments: String(message.segments.length),
  };
}

function toSummary(item: EvidenceItem): EvidenceSummary {
  const { id, kind, name, mediaType, sha256, size, at, direction, facts } = item;
  return {
    id,
    kind,
    name,
    mediaType,
    sha256,
    size,
    ...(at && { at }),
    ...(direction && { direction }),
    ...(facts && { facts }),
  };
}

function countSuppressed(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const suppressed = { fatal: 0, error: 0, warning: 0, information: 0 };
  for (const finding of findings) if (finding.suppressed) suppressed[finding.severity] += 1;
  return suppressed;
}
