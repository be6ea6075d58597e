import { type EpreuveError, makeError } from '../core/index.js';
import { CdaDocument, DocumentIndex } from '../formats/cda/index.js';
import { packOfKit } from '../packs/index.js';
import { FILE_RULES } from '../rules/cda/file/cda-file.js';
import { KitRules } from '../rules/cda/kit/kit-rules.js';
import { chooseSchematrons } from '../rules/cda/kit/kit-schematrons.js';
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
import type { Desk } from './desk.js';
import { picturesIn, viewOf } from './document-view.js';
import {
  type FoundPair,
  findPairs,
  isOneDocument,
  type PairCandidate,
  type PairDocuments,
  pairChoice,
  pairModeOf,
  pairTitle,
  readPair,
} from './pairs.js';
import { activeRules, toActive } from './rule-sets.js';
import { runRules } from './run-rules.js';

/** A result must stay small enough to be read: further documents are judged and not shown. */
const MAX_VIEWS = 100;

/** Judges CDA documents, then the pairs they make. */
export class CdaJudge {
  readonly #candidates: PairCandidate[] = [];
  readonly #documents = new OpenDocuments();
  #kitRules: KitRules | undefined;
  #pictures: ReadonlyMap<string, string> | undefined;
  #views = 0;

  constructor(private readonly desk: Desk) {}

  /** Gives back the memory of the documents still open. */
  close(): void {
    this.#documents.close();
  }

  judgeDocument(subject: CdaSubject): void {
    const document = this.#documents.read(subject);
    if (!(document instanceof CdaDocument)) {
      this.#judgeUnreadable(subject, document);
      this.#tellCarrier(subject);
      return;
    }
    this.#judgeByPacks(subject, document);
    this.#tellCarrier(subject);
    this.#judgeWithKit(subject, document);
  }

  /** A message whose document has errors may be refused, and may be accepted: its receiver need not validate CDA. */
  #tellCarrier({ message }: CdaSubject): void {
    const verdict = message === undefined ? undefined : this.desk.verdicts.get(message);
    if (verdict && this.desk.collected.items.at(-1)?.outcome === 'failed') verdict.failed = true;
  }

  /** What kept a CDA document from being read, told by the file rules: with an id, a place and a repair. */
  #judgeUnreadable(subject: CdaSubject, error: EpreuveError): void {
    const { options } = this.desk;
    const [name = CDA_PACK] = cdaPacksFor(options.forced, options.packs).names;
    const pack = this.desk.packNamed(name);
    const rules = activeRules(pack, 'cda/document', options.rules).filter(({ rule }) => FILE_RULES.has(rule.id));
    const { id, item, within } = subject;
    const on = { subject: error, context: { pack }, evidenceId: item.id, itemId: id, lowered: false };
    const judgement = runRules(this.desk.use(rules), on);
    const findings = judgement.findings.map((finding) =>
      within ? { ...finding, location: { ...finding.location, within } } : finding,
    );
    const reason = { fr: error.describe('fr').text, en: error.describe('en').text };
    const outcome = outcomeOfUnreadable(error);
    const unreadable = { kind: 'unreadable', id, item, subject: 'cda/document', outcome, reason } as const;
    this.desk.addUnreadable(unreadable, pack, { ...judgement, findings });
  }

  #judgeByPacks(subject: CdaSubject, document: CdaDocument): void {
    this.#candidates.push({ subject, facts: factsOfDocument(document) });
    const { options } = this.desk;
    const { names, why } = cdaPacksFor(options.forced, options.packs);
    const schemaIssues = options.schemaIssues?.get(subject.id);
    for (const name of names) {
      const pack = this.desk.packNamed(name);
      const content = pack.cda?.content;
      if (!content) throw makeError('defect', { reason: `${name} is not a CDA pack` });
      const id = names.length > 1 ? `${subject.id}@${pack.reference.id}@${pack.reference.version}` : subject.id;
      const judgement = runRules(this.desk.rulesFor(pack, 'cda/document'), {
        subject: document,
        context: { pack, content, ...(schemaIssues && { schemaIssues }) },
        evidenceId: subject.item.id,
        itemId: id,
        lowered: false,
        excerptOf: (location) => document.excerpt(location),
      });
      this.desk.add({ id, ...describe(subject, document), pack, choice: why, judgement });
    }
    this.#keepView(document);
  }

  /** With the item just judged; with the last one when several packs judged it. */
  #keepView(document: CdaDocument): void {
    const { collected, options, evidence } = this.desk;
    const { items } = collected;
    const item = items.at(-1);
    if (!options.views || !item || this.#views >= MAX_VIEWS) return;
    this.#views += 1;
    this.#pictures ??= picturesIn(evidence);
    items[items.length - 1] = { ...item, view: viewOf(document, this.#pictures) };
  }

  /** What the user's kit says of the document: an item beside ours. */
  #judgeWithKit(subject: CdaSubject, document: CdaDocument): void {
    const { kit, packs } = this.desk.options;
    const content = packs.get(CDA_PACK)?.cda?.content;
    if (!kit || !content) return;
    this.#kitRules ??= new KitRules(kit);
    const pack = packOfKit(kit.kit);
    const choice = chooseSchematrons(document, kit.kit, content);
    const rules = this.desk.use(this.#kitRules.for(choice).map((rule) => toActive(rule)));
    const id = `${subject.id}@${pack.reference.id}`;
    const judgement = runRules(rules, {
      subject: document,
      context: { choice, index: new DocumentIndex(document.tree) },
      evidenceId: subject.item.id,
      itemId: id,
      lowered: false,
      excerptOf: (location) => document.excerpt(location),
    });
    this.desk.add({ id, ...describe(subject, document), pack, choice: choice.why, judgement });
  }

  /** Level 1 and level 3 documents together, once all of them are known. */
  judgePairs(): void {
    const known = this.#candidates.map(({ facts }) => facts);
    for (const found of findPairs(this.#candidates, this.desk.options)) {
      const documents = readPair(found, this.#documents);
      if (documents) this.#judgePair(found, documents, known);
    }
  }

  #judgePair(found: FoundPair, { one, three }: PairDocuments, known: readonly DocumentFacts[]): void {
    const { options } = this.desk;
    const { level1, level3, foundBy } = found;
    const { item } = level3;
    const { names } = cdaPacksFor(options.forced, options.packs);
    for (const name of names) {
      const pack = this.desk.packNamed(name);
      const { mode, source } = pairModeOf(pack, options);
      const id = `${level3.id}-pair${names.length > 1 ? `@${pack.reference.id}` : ''}`;
      const subject: CdaPair = {
        ...(one && level1 && { level1: { document: one, item: level1.item } }),
        level3: { document: three, item },
        foundBy,
        known,
      };
      const judgement = runRules(this.desk.rulesFor(pack, 'cda/pair'), {
        subject,
        context: { pack, mode, isOneDocument: isOneDocument(found, options) },
        evidenceId: item.id,
        itemId: id,
        lowered: false,
        excerptOf: (location) => three.excerpt(location) ?? one?.excerpt(location),
      });
      const facts = { 'pair mode': mode, 'found by': foundBy };
      const choice = pairChoice(foundBy, mode, source);
      this.desk.add({ id, item, subject: 'cda/pair', title: pairTitle(found), facts, pack, choice, judgement });
    }
  }
}

function describe(subject: CdaSubject, document: CdaDocument) {
  const facts = cdaFacts(document);
  return { item: subject.item, subject: 'cda/document', title: cdaTitle(subject, document), facts } as const;
}
