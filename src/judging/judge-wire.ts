import {
  describeHandshakeFailure,
  type EvidenceItem,
  readHandshakeFailure,
  type SubjectKind,
  type Text,
} from '../core/index.js';
import type { Desk } from './desk.js';
import { activeRules } from './rule-sets.js';
import { type Judgement, runRules } from './run-rules.js';
import type { Subject } from './subjects.js';

/** What no document calls a pack for: connections, and files of several messages. */
type WireSubject = Extract<Subject, { kind: 'handshake' | 'stream' | 'file' }>;

/** Judges one with the first pack that has rules for its kind: they are the same in every PAM pack. */
export function judgeWire(desk: Desk, subject: WireSubject): void {
  const { kind, value } = judgedPart(subject);
  const { options } = desk;
  const pack = [...options.packs.values()].find((one) => activeRules(one, kind, options.rules).length > 0);
  const rules = pack ? desk.rulesFor(pack, kind) : [];
  const { id, item } = subject;
  const on = { subject: value, context: { pack }, evidenceId: item.id, itemId: id, lowered: false };
  const judgement = runRules(rules, on);
  desk.add({
    id,
    item,
    subject: kind,
    title: titleOf(subject),
    facts: item.facts ?? {},
    pack,
    choice: pack ? undefined : NO_PACK,
    judgement: kind === 'wire/handshake' ? asOpened(judgement, item) : judgement,
  });
}

function judgedPart(subject: WireSubject): { readonly kind: SubjectKind; readonly value: unknown } {
  switch (subject.kind) {
    case 'handshake':
      return { kind: 'wire/handshake', value: subject.handshake };
    case 'stream':
      return { kind: 'wire/stream', value: subject.stream };
    case 'file':
      return { kind: 'hl7v2/file', value: subject.file };
  }
}

function titleOf(subject: WireSubject): string {
  const { connection = '', name } = subject.item;
  switch (subject.kind) {
    case 'handshake':
      return `TLS ${connection}`.trim();
    case 'stream':
      return `MLLP ${connection}`.trim();
    case 'file':
      return `${name} (${subject.file.messages})`;
  }
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

const NO_PACK: Text = {
  fr: 'Aucun des packs utilisés n’a de règle pour cela',
  en: 'None of the packs in use has a rule for this',
};
