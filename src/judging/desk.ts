import {
  type EvidenceItem,
  type EvidenceSet,
  type JudgedItem,
  makeError,
  type PackReference,
  type RunResult,
  type SubjectKind,
  type Text,
} from '../core/index.js';
import type { Pack } from '../packs/index.js';
import { buildResult } from './build-result.js';
import { Collected } from './collected.js';
import { ElementNames } from './element-names.js';
import type { JudgeOptions } from './judge-options.js';
import { type ActiveRule, activeRules } from './rule-sets.js';
import type { Judgement } from './run-rules.js';
import type { Subject } from './subjects.js';

/** What an answer to a message may depend on. */
export interface Verdict {
  failed: boolean;
  /** Codes of HL7 table 0357. */
  readonly hl7Errors: readonly string[];
}

/** A subject with what the rules said of it. */
export interface JudgedSubject {
  /** Of the item; unique in the result. */
  readonly id: string;
  readonly item: EvidenceItem;
  readonly subject: SubjectKind;
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Undefined when no pack fits: the item is then `cantTell`, and `choice` says why. */
  readonly pack: Pack | undefined;
  readonly choice: Text | undefined;
  readonly judgement: Judgement;
}

/** What the judges of one run share: what they were given, and what they have found so far. */
export class Desk {
  readonly collected = new Collected();
  readonly names = new ElementNames();
  /** By message id, for the exchange it belongs to. */
  readonly verdicts = new Map<string, Verdict>();
  /** Items of files that were read while they were judged. */
  readonly streamed: EvidenceItem[] = [];
  readonly #packs = new Map<string, PackReference>();
  readonly #rules = new Set<readonly ActiveRule[]>();

  constructor(
    readonly evidence: EvidenceSet,
    readonly options: JudgeOptions,
  ) {}

  packNamed(name: string): Pack {
    const pack = this.options.packs.get(name);
    if (!pack) throw makeError('defect', { reason: `pack ${name} was not given` });
    return pack;
  }

  /** The rules of the pack for that kind; the result will describe them. */
  rulesFor(pack: Pack, kind: SubjectKind): readonly ActiveRule[] {
    return this.use(activeRules(pack, kind, this.options.rules));
  }

  /** The result will describe these rules. */
  use(rules: readonly ActiveRule[]): readonly ActiveRule[] {
    this.#rules.add(rules);
    return rules;
  }

  add({ id, item, subject, title, facts, pack, choice, judgement }: JudgedSubject): void {
    if (pack?.hl7v2) this.names.collect(judgement.findings, pack.hl7v2);
    const { outcome, rules } = judgement;
    const unjudged = pack === undefined && choice !== undefined;
    const reason = unjudged ? choice : judgement.reason;
    const judged: JudgedItem = {
      id,
      evidenceId: item.id,
      subject,
      title,
      packs: this.#usePack(pack),
      ...(choice && { choice }),
      outcome: unjudged ? 'cantTell' : outcome === 'untested' ? 'inapplicable' : outcome,
      rules,
      facts,
      ...(reason && { reason }),
    };
    this.collected.add(judged, judgement.findings);
  }

  addUnreadable(
    { id, item, subject, outcome, reason }: Extract<Subject, { kind: 'unreadable' }>,
    pack?: Pack,
    { rules, findings }: Judgement = NOT_JUDGED,
  ): void {
    const packs = this.#usePack(pack);
    const facts = item.facts ?? {};
    const unread = { id, evidenceId: item.id, subject, title: item.name, packs, outcome, rules, facts, reason };
    this.collected.add(unread, findings);
  }

  #usePack(pack: Pack | undefined): readonly string[] {
    if (!pack) return [];
    const { reference } = pack;
    const name = `${reference.id}@${reference.version}`;
    this.#packs.set(name, reference);
    return [name];
  }

  result(): RunResult {
    return buildResult(this.evidence, this.options, {
      collected: this.collected,
      streamed: this.streamed,
      packs: [...this.#packs.values()],
      ruleSets: [...this.#rules],
      names: this.names.toRecord(),
    });
  }
}

/** No pack fits: the choice says why, and the item is `cantTell`. */
export const NOT_JUDGED: Judgement = { rules: [], findings: [], outcome: 'untested' };
