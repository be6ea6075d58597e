import type { EvidenceItem, Location, SubjectKind, Text } from '../core/index.js';
import type { Hl7v2Message } from '../formats/hl7v2/index.js';
import type { Pack } from '../packs/index.js';
import { type Desk, NOT_JUDGED } from './desk.js';
import { excerptOfMessage } from './excerpt.js';
import { type PackChoice, packsFor } from './pack-choice.js';
import { hl7ErrorOf } from './rule-sets.js';
import { type Judgement, runRules } from './run-rules.js';
import type { Subject } from './subjects.js';

/** What is made of HL7 v2 messages. */
export type Hl7v2Subject = Extract<Subject, { kind: 'message' | 'exchange' | 'sequence' }>;

/** Judges messages, exchanges and sequences of messages, each with every pack its message calls for. */
export class Hl7v2Judge {
  constructor(private readonly desk: Desk) {}

  judge(subject: Hl7v2Subject): void {
    switch (subject.kind) {
      case 'message':
        this.#judgeMessage(subject);
        break;
      case 'exchange': {
        const judgedSent = this.desk.verdicts.get(subject.messageId);
        const exchange = { ...subject.exchange, ...(judgedSent && { judgedSent }) };
        this.#judgeWith(subject, 'hl7v2/exchange', exchange, subject.exchange.sent);
        break;
      }
      case 'sequence': {
        const first = subject.sequence.messages[0];
        if (first) this.#judgeWith(subject, 'hl7v2/sequence', subject.sequence, first.message);
        break;
      }
    }
  }

  #judgeMessage(subject: Extract<Subject, { kind: 'message' }>): void {
    const { message } = subject;
    const { collected, options, verdicts } = this.desk;
    const before = collected.findings.length;
    this.#judgeWith(subject, 'hl7v2/message', message, message);
    // The message is kept for its exchange and its sequence, which ask for a few fields only.
    message.forgetParts();
    const errors = collected.findings
      .slice(before)
      .filter((finding) => finding.severity === 'error' || finding.severity === 'fatal');
    const codes = errors.map((finding) => hl7ErrorOf(options.rules, finding)).filter((code) => code !== undefined);
    const judged = collected.items.at(-1)?.packs.length ?? 0;
    if (judged > 0) verdicts.set(subject.id, { failed: errors.length > 0, hl7Errors: [...new Set(codes)] });
  }

  /** Judges a subject with every pack its message calls for; several packs make one item each. */
  #judgeWith(subject: Hl7v2Subject, kind: SubjectKind, value: unknown, message: Hl7v2Message): void {
    const { options } = this.desk;
    const choice = packsFor(message, options.forced);
    // A pack forced for the FHIR or CDA documents beside it says nothing about messages.
    const names = choice.names.filter((name) => (options.packs.get(name)?.format ?? 'hl7v2') === 'hl7v2');
    if (names.length === 0) this.#add(subject, kind, message, undefined, choice, NOT_JUDGED);
    for (const name of names) this.#judgeByPack(name, subject, kind, value, message, choice);
  }

  #judgeByPack(
    name: string,
    subject: Hl7v2Subject,
    kind: SubjectKind,
    value: unknown,
    message: Hl7v2Message,
    choice: PackChoice,
  ): void {
    const pack = this.desk.packNamed(name);
    const profile = pack.hl7v2;
    if (!profile) {
      this.#add(subject, kind, message, undefined, { ...choice, why: notForHl7v2(name) }, NOT_JUDGED);
      return;
    }
    const judgement = runRules(this.desk.rulesFor(pack, kind), {
      subject: value,
      context: { pack, profile, declaresFrenchProfile: choice.declaresFrenchProfile },
      evidenceId: subject.item.id,
      itemId: itemId(subject, pack, choice),
      lowered: pack.lowerFrenchWhenUndeclared && !choice.declaresFrenchProfile,
      excerptOf: (location, evidenceId) => {
        const about = messageAt(subject, location, evidenceId);
        return about && excerptOfMessage(about, location);
      },
    });
    if (judgement.findings.length > 0) this.desk.names.collectFilled(message, profile);
    this.#add(subject, kind, message, pack, choice, judgement);
  }

  #add(
    subject: Hl7v2Subject,
    kind: SubjectKind,
    message: Hl7v2Message,
    pack: Pack | undefined,
    choice: PackChoice,
    judgement: Judgement,
  ): void {
    this.desk.add({
      id: pack ? itemId(subject, pack, choice) : subject.id,
      item: subject.item,
      subject: kind,
      title: titleOf(subject, message),
      facts: factsOf(subject, message),
      pack,
      choice: choice.why,
      judgement,
    });
  }
}

/** Unique even when a message is judged under several packs. */
function itemId(subject: Hl7v2Subject, { reference }: Pack, choice: PackChoice): string {
  return choice.names.length > 1 ? `${subject.id}@${reference.id}@${reference.version}` : subject.id;
}

function notForHl7v2(name: string): Text {
  return {
    fr: `Le pack imposé ${name} ne juge pas les messages HL7 v2`,
    en: `The forced pack ${name} does not judge HL7 v2 messages`,
  };
}

/** The message a location points into: exchanges and sequences hold several. */
function messageAt(subject: Hl7v2Subject, location: Location, evidenceId: string): Hl7v2Message | undefined {
  if (subject.kind === 'message') return subject.message;
  const parts = partsOf(subject).filter(({ item, message }) => {
    return item.id === evidenceId && message.origin.offset <= location.offset;
  });
  return parts.at(-1)?.message;
}

function partsOf(subject: Hl7v2Subject): readonly { readonly message: Hl7v2Message; readonly item: EvidenceItem }[] {
  if (subject.kind === 'sequence') return subject.sequence.messages;
  if (subject.kind !== 'exchange') return [];
  const { sent, sentItem, answers } = subject.exchange;
  return [{ message: sent, item: sentItem }, ...answers];
}

/** Document values may be anything: what goes into a title or a fact is short and printable. */
function short(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}

function titleOf(subject: Hl7v2Subject, message: Hl7v2Message): string {
  const type = short(message.field('MSH', 9).raw) || 'HL7 v2';
  if (subject.kind === 'exchange')
    return `${type} ⇄ ${subject.exchange.answers.map(({ message: answer }) => short(answer.field('MSA', 1).text)).join(', ') || '—'}`;
  if (subject.kind === 'sequence') return `${subject.sequence.messages.length} × ${short(message.type)}`;
  if (subject.kind !== 'message' || subject.item.kind !== 'document') return type;
  return subject.message.origin.line > 1
    ? `${subject.item.name}:${subject.message.origin.line} ${type}`
    : `${subject.item.name} ${type}`;
}

function factsOf(subject: Hl7v2Subject, message: Hl7v2Message): Record<string, string> {
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
