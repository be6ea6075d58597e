import type {
  EpreuveError,
  EvidenceItem,
  EvidenceSet,
  HandshakeFacts,
  Outcome,
  SubjectKind,
  Text,
} from '../core/index.js';
import { isEpreuveError } from '../core/index.js';
import { type DocumentFormat, detectFormat } from '../formats/detect/index.js';
import { Hl7v2Message, splitDocuments } from '../formats/hl7v2/index.js';
import type { Hl7v2Exchange, Hl7v2File, Hl7v2Sequence } from '../rules/hl7v2/context.js';
import type { Handshake, WireStream } from '../rules/wire/context.js';
import { carriedDocumentsOf } from './carried-subjects.js';
import type { CdaSubject } from './cda-subjects.js';
import { type FhirSubject, fhirSubjects, isFhirFormat } from './fhir-subjects.js';
import { type FhirExchangeSubject, httpBodySubjects, httpExchanges, isHttp } from './http-subjects.js';

/** Something to judge, found in the evidence. The order is the order of the evidence. */
export type Subject =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly item: EvidenceItem;
      readonly message: Hl7v2Message;
    }
  | { readonly kind: 'file'; readonly id: string; readonly item: EvidenceItem; readonly file: Hl7v2File }
  | {
      readonly kind: 'exchange';
      readonly id: string;
      readonly item: EvidenceItem;
      readonly exchange: Hl7v2Exchange;
      readonly messageId: string;
    }
  | { readonly kind: 'sequence'; readonly id: string; readonly item: EvidenceItem; readonly sequence: Hl7v2Sequence }
  | FhirSubject
  | FhirExchangeSubject
  | CdaSubject
  | { readonly kind: 'handshake'; readonly id: string; readonly item: EvidenceItem; readonly handshake: Handshake }
  | { readonly kind: 'stream'; readonly id: string; readonly item: EvidenceItem; readonly stream: WireStream }
  | {
      readonly kind: 'unreadable';
      readonly id: string;
      readonly item: EvidenceItem;
      readonly subject: SubjectKind;
      readonly outcome: Extract<Outcome, 'failed' | 'cantTell'>;
      readonly reason: Text;
      /** Of a FHIR document: what its rules on reading tell. */
      readonly error?: EpreuveError;
    };

export type MessageSubject = Extract<Subject, { kind: 'message' }>;

export interface SubjectOptions {
  /** Judge as this format without looking. */
  readonly format?: 'hl7v2' | 'cda' | 'fhir';
}

/** Finds everything to judge in the evidence. Pure; a document that cannot be read becomes an `unreadable` subject. */
export function findSubjects(evidence: EvidenceSet, options: SubjectOptions = {}): Subject[] {
  const subjects: Subject[] = [];
  const connections = byConnection(evidence.items);
  for (const item of evidence.items) {
    if (item.kind === 'document') subjects.push(...documentSubjects(item, evidence.bytes(item.id), options));
    if (item.kind === 'exchange') {
      if (isHttp(item)) subjects.push(...httpBodySubjects(item, evidence.bytes(item.id)));
      else subjects.push(exchangedMessage(item, evidence.bytes(item.id)));
    }
    if (item.kind === 'handshake' && item.facts?.provoked === undefined) {
      subjects.push(handshakeSubject(item));
      // HTTP has no frames to judge.
      if (!isHttp(item)) subjects.push(streamSubject(item, connections.get(item.connection) ?? []));
    }
  }
  const messages = subjects.filter((subject) => subject.kind === 'message');
  const [first] = evidence.items;
  // One message of a file: nothing goes with anything.
  if (messages.length === 1 && evidence.items.length === 1 && first?.kind === 'document')
    return [...subjects, ...carriedDocumentsOf(messages, evidence)];
  return [
    ...subjects,
    ...carriedDocumentsOf(messages, evidence),
    ...exchanges(messages, evidence),
    ...sequences(messages, evidence),
    ...httpExchanges(subjects, evidence),
  ];
}

function* documentSubjects(item: EvidenceItem, bytes: Uint8Array, options: SubjectOptions): Generator<Subject> {
  const detected = options.format && options.format !== 'fhir' ? undefined : detectFormat(bytes, item.name);
  const format = options.format ?? detected?.format;
  const fhir = options.format === 'fhir' ? asFhir(detected?.format) : detected?.format;
  if (isFhirFormat(fhir)) {
    yield* fhirSubjects(item, bytes, fhir);
    return;
  }
  if (format === 'cda') {
    yield { kind: 'document', id: item.id, item, bytes };
    return;
  }
  if (format !== 'hl7v2') {
    const reason = detected?.why ?? { fr: 'Format non reconnu', en: 'Unknown format' };
    yield { kind: 'unreadable', id: item.id, item, subject: 'hl7v2/message', outcome: 'cantTell', reason };
    return;
  }
  yield* fileSubjects(item, bytes);
}

/** The syntax of a document that is said to be FHIR: reading it tells what is wrong with it. */
function asFhir(detected: DocumentFormat | undefined): DocumentFormat {
  if (isFhirFormat(detected)) return detected;
  return detected === 'xml' || detected === 'cda' ? 'fhir-xml' : 'fhir-json';
}

/** Every message of a file, then the file itself: its batch counts, frames and whatever belongs to no message. */
function* fileSubjects(item: EvidenceItem, bytes: Uint8Array): Generator<Subject> {
  const anomalies: Hl7v2File['anomalies'][number][] = [];
  let messages = 0;
  for (const part of splitDocuments(bytes)) {
    anomalies.push(...part.anomalies.slice(0, MAX_ANOMALIES - anomalies.length));
    if (part.kind !== 'message') continue;
    messages += 1;
    const id = messages === 1 ? item.id : `${item.id}.${messages}`;
    try {
      yield { kind: 'message', id, item, message: new Hl7v2Message(part.bytes, { origin: part.origin }) };
    } catch (error) {
      yield unreadable(id, item, error, 'cantTell');
    }
  }
  if (messages === 0) yield noMessage(item);
  else if (messages > 1 || anomalies.length > 0)
    yield { kind: 'file', id: `${item.id}-file`, item, file: { messages, anomalies } };
}

/** A damaged dump must not fill the memory with its anomalies. */
const MAX_ANOMALIES = 1000;

function noMessage(item: EvidenceItem): Subject {
  const reason = { fr: 'Aucun message HL7 v2 dans ce fichier', en: 'No HL7 v2 message in this file' };
  return { kind: 'unreadable', id: item.id, item, subject: 'hl7v2/message', outcome: 'cantTell', reason };
}

function exchangedMessage(item: EvidenceItem, bytes: Uint8Array): Subject {
  try {
    return { kind: 'message', id: item.id, item, message: new Hl7v2Message(bytes) };
  } catch (error) {
    return unreadable(item.id, item, error, 'failed');
  }
}

/** Only document errors make a document unreadable; anything else is ours and goes up. */
function unreadable(id: string, item: EvidenceItem, error: unknown, outcome: 'failed' | 'cantTell'): Subject {
  if (!isEpreuveError(error, 'document')) throw error;
  const reason = { fr: error.describe('fr').text, en: error.describe('en').text };
  return { kind: 'unreadable', id, item, subject: 'hl7v2/message', outcome, reason };
}

function handshakeSubject(item: EvidenceItem): Subject {
  // Recorded by our own transports as HandshakeFacts, or by a damaged log: rules treat absent facts as absent.
  const facts = (item.facts ?? { security: 'plaintext', role: 'client' }) as unknown as HandshakeFacts;
  return { kind: 'handshake', id: `${item.id}-handshake`, item, handshake: { item, facts } };
}

function byConnection(items: readonly EvidenceItem[]): Map<string | undefined, EvidenceItem[]> {
  const connections = new Map<string | undefined, EvidenceItem[]>();
  for (const item of items) {
    const known = connections.get(item.connection);
    if (known) known.push(item);
    else connections.set(item.connection, [item]);
  }
  return connections;
}

function streamSubject(item: EvidenceItem, same: readonly EvidenceItem[]): Subject {
  const violations = same
    .filter((other) => other.facts?.violation !== undefined)
    .map(({ facts }) => ({
      code: facts?.violation ?? '',
      offset: Number(facts?.offset ?? 0),
      length: Number(facts?.length ?? 0),
    }));
  const frames = same.filter((other) => other.kind === 'exchange' && other.direction === 'received').length;
  const stream = { item, connection: item.connection ?? '', frames, violations };
  return { kind: 'stream', id: `${item.id}-stream`, item, stream };
}

const isAcknowledgement = (message: Hl7v2Message) => message.type === 'ACK' || message.first('MSA') !== undefined;

function* exchanges(messages: readonly MessageSubject[], evidence: EvidenceSet): Generator<Subject> {
  const readable = new Map(messages.map((subject) => [subject.item.id, subject.message]));
  const relatedTo = new Map<string, EvidenceItem[]>();
  for (const item of evidence.items) {
    if (item.answers !== undefined) relatedTo.set(item.answers, [...(relatedTo.get(item.answers) ?? []), item]);
  }
  for (const sent of messages) {
    const related = relatedTo.get(sent.item.id);
    if (!related || isAcknowledgement(sent.message)) continue;
    const answers = related.flatMap((item) => {
      const message = readable.get(item.id);
      return message ? [{ message, item }] : [];
    });
    const recorded = related.map((item) => item.facts?.silence).find((value) => value !== undefined);
    const silence = isSilence(recorded) ? recorded : answers.length === 0 ? 'unreadable' : undefined;
    const exchange: Hl7v2Exchange = { sent: sent.message, sentItem: sent.item, answers, ...(silence && { silence }) };
    yield { kind: 'exchange', id: `${sent.id}-exchange`, item: sent.item, exchange, messageId: sent.id };
  }
}

function isSilence(value: string | undefined): value is 'timeout' | 'closed' | 'unreadable' {
  return value === 'timeout' || value === 'closed' || value === 'unreadable';
}

/**
 * Messages of one sender in order: those of one run, or those of one file. Files checked side by side have no order
 * between them and are no sequence.
 */
function* sequences(messages: readonly MessageSubject[], evidence: EvidenceSet): Generator<Subject> {
  const groups = new Map<string, MessageSubject[]>();
  for (const subject of messages) {
    if (isAcknowledgement(subject.message)) continue;
    const scope = subject.item.kind === 'exchange' ? 'run' : subject.item.id;
    const key = `${scope}\n${subject.message.field('MSH', 3).raw}\n${subject.message.field('MSH', 4).raw}`;
    const group = groups.get(key);
    if (group) group.push(subject);
    else groups.set(key, [subject]);
  }
  const accepted = acceptances(messages, evidence);
  for (const group of groups.values()) {
    const first = group[0];
    if (!first || (group.length < 2 && first.item.kind === 'document')) continue;
    const sequence = group.map(({ message, item }) => ({ message, item, accepted: accepted.get(item.id) }));
    yield { kind: 'sequence', id: `${first.id}-sequence`, item: first.item, sequence: { messages: sequence } };
  }
}

/** MSA-1 of the answer each item got; false for an item that was left without a readable answer. */
function acceptances(messages: readonly MessageSubject[], evidence: EvidenceSet): Map<string, boolean> {
  const accepted = new Map<string, boolean>();
  for (const item of evidence.items) if (item.answers !== undefined) accepted.set(item.answers, false);
  for (const { item, message } of messages) {
    if (item.answers === undefined) continue;
    accepted.set(item.answers, ['AA', 'CA'].includes(message.field('MSA', 1).text));
  }
  return accepted;
}
