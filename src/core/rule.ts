import type { MessageData, Text } from './language.js';
import type { Location } from './location.js';
import type { Severity } from './outcome.js';

/** Whose word a rule carries (design §8). Only `national` rules with a primary source may name an ANS requirement. */
export const TRUSTS = ['standard', 'national', 'project'] as const;
export type Trust = (typeof TRUSTS)[number];

export interface SpecReference {
  /** Short name of the document, e.g. `PAM FR 2.11.2`. */
  readonly standard: string;
  readonly section: string;
  readonly url?: string;
}

/** Codes of HL7 table 0357 that our rules stand for. */
export type Hl7ErrorCode = '100' | '101' | '102' | '103' | '200' | '201' | '202' | '203' | '204' | '205' | '207';

/** Everything about a rule that a person reads; travels inside the result so that renderers need nothing else. */
export interface RuleEntry {
  /** Stable for ever; states the obligation. */
  readonly id: string;
  readonly title: Text;
  /** Why the rule exists: what breaks when it is broken. */
  readonly why: Text;
  /** What to change to satisfy it. */
  readonly repair: Text;
  readonly severity: Severity;
  readonly trust: Trust;
  readonly spec: readonly SpecReference[];
  /** Template per message id; `{name}` takes `data.name`. */
  readonly messages: Readonly<Record<string, Text>>;
  readonly requirementIds?: readonly string[];
  /** HL7 table 0357 code an acknowledgement would carry for it. */
  readonly hl7Error?: Hl7ErrorCode;
  /** The code of a message of the rule that has another one, by message id. */
  readonly hl7ErrorOf?: Readonly<Record<string, Hl7ErrorCode>>;
  /** A purely French obligation: lowered by one severity for a message that does not declare the French profile. */
  readonly french?: boolean;
}

/** What a rule yields; the judge adds ids, severity and evidence. */
export interface Problem<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly location: Location;
  readonly data?: MessageData;
  readonly expected?: string;
  /** True when `expected` comes from the document: reports then mask it like `found`. */
  readonly expectedIsPersonal?: boolean;
  readonly found?: string;
  /** The pack row, assert or invariant that was broken. */
  readonly constraintId?: string;
  /** Only when one message of a rule is lighter or heavier than the rule (e.g. `8859/1` in MSH-18). */
  readonly severity?: Severity;
  /** Only for subjects made of several evidence items (exchange, sequence): the item the location is in. */
  readonly evidenceId?: string;
}

/** Yielded instead of a problem when the rule cannot decide; the outcome becomes `cantTell` with this reason. */
export interface CantTell {
  readonly cantTell: Text;
}

/**
 * A rule yields problems. It never throws on purpose, logs, reads files or decides outcomes.
 * `Subject` is what it looks at; `Context` what it may consult (profile, other messages).
 */
export interface Rule<Subject = unknown, Context = unknown, MessageId extends string = string> extends RuleEntry {
  readonly subject: SubjectKind;
  readonly messages: Readonly<Record<MessageId, Text>>;
  /** False makes the outcome `inapplicable`. Absent: applies always. */
  appliesTo?(subject: Subject, context: Context): boolean;
  check(subject: Subject, context: Context): Iterable<Problem<MessageId> | CantTell>;
}

export const SUBJECT_KINDS = [
  'hl7v2/message',
  'hl7v2/file',
  'hl7v2/exchange',
  'hl7v2/sequence',
  'wire/handshake',
  'wire/stream',
  'cda/document',
  'cda/pair',
  'fhir/resource',
  'fhir/exchange',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Identity function that fixes the types of a rule. */
export function defineRule<Subject, Context, MessageId extends string>(
  rule: Rule<Subject, Context, MessageId>,
): Rule<Subject, Context, MessageId> {
  return rule;
}
