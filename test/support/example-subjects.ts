import { type EvidenceItem, makeError } from '../../src/core/index.js';
import { loadXmlLibrary } from '../../src/formats/cda/index.js';
import { Hl7v2Message, splitDocuments } from '../../src/formats/hl7v2/index.js';
import { choosePack, loadPack, type Pack } from '../../src/packs/index.js';
import type { CdaContext } from '../../src/rules/cda/context.js';
import type { CdaFile } from '../../src/rules/cda/file/cda-file.js';
import type { Example } from '../../src/rules/examples.js';
import type { FhirContext } from '../../src/rules/fhir/context.js';
import type { FhirExchange } from '../../src/rules/fhir/exchange.js';
import type { FhirFile } from '../../src/rules/fhir/fhir-file.js';
import type { Hl7v2Context, Hl7v2Exchange, Hl7v2File, Hl7v2Sequence } from '../../src/rules/hl7v2/context.js';
import type { CdaPair, PairContext } from '../../src/rules/pair/context.js';
import type { Handshake, WireContext, WireStream } from '../../src/rules/wire/context.js';
import { cdaSubjectOf } from './cda-example.js';
import { fhirExchangeOf, fhirSubjectOf } from './fhir-example.js';
import { pairSubjectOf } from './pair-example.js';

/** What the judge would hand to a rule for an example: the subject and its context. */
export interface ExampleSubject {
  readonly subject:
    | Hl7v2Message
    | Hl7v2Exchange
    | Hl7v2Sequence
    | Hl7v2File
    | Handshake
    | WireStream
    | FhirFile
    | CdaFile
    | CdaPair
    | FhirExchange;
  readonly context: Hl7v2Context | WireContext | FhirContext | CdaContext | PairContext;
}

const DEFAULT_PACK = 'ihe-pam-fr';

/** Builds the one subject an example holds. */
export async function subjectOf(example: Example): Promise<ExampleSubject> {
  if (example.fhir) return fhirSubjectOf(example, example.fhir);
  if (example.cda !== undefined) return cdaSubjectOf(example, example.cda);
  if (example.pair) return pairSubjectOf(example, example.pair);
  if (example.fhirExchange) return fhirExchangeOf(example, example.fhirExchange);
  const pack = await packOf(example);
  if (example.handshake) {
    return { subject: { item: item('handshake', 0), facts: example.handshake }, context: { pack } };
  }
  if (example.file !== undefined) return { subject: fileOf(example.file), context: { pack } };
  if (example.stream) return { subject: streamOf(example.stream), context: { pack } };
  // Messages that carry CDA documents are read with the library.
  if (typeof example.message === 'string' && /\^(?:CISIS_CDA|base64)/i.test(example.message)) await loadXmlLibrary();
  const subject = hl7v2SubjectOf(example);
  return { subject, context: contextOf(pack, firstMessageOf(subject)) };
}

async function packOf({ pack: name, parameters }: Example): Promise<Pack> {
  const pack = await loadPack(name ?? DEFAULT_PACK);
  return parameters ? { ...pack, parameters: { ...pack.parameters, ...parameters } } : pack;
}

function hl7v2SubjectOf(example: Example): Hl7v2Message | Hl7v2Exchange | Hl7v2Sequence {
  if (example.message !== undefined) return parse(example.message);
  if (example.exchange) return exchangeOf(example.exchange);
  if (example.sequence) return sequenceOf(example.sequence);
  throw makeError('defect', { reason: `the example « ${example.title} » holds no subject` });
}

function exchangeOf({ sent, answers, silence, judgedSent }: NonNullable<Example['exchange']>): Hl7v2Exchange {
  return {
    sent: parse(sent),
    sentItem: item('exchange', 0),
    answers: answers.map((answer, index) => ({ message: parse(answer), item: item('exchange', index + 1) })),
    ...(silence && { silence }),
    ...(judgedSent && { judgedSent }),
  };
}

function sequenceOf(sequence: NonNullable<Example['sequence']>): Hl7v2Sequence {
  return {
    messages: sequence.map((entry, index) => {
      const { message, accepted } = typeof entry === 'string' ? { message: entry, accepted: undefined } : entry;
      return { message: parse(message), item: item('exchange', index), accepted };
    }),
  };
}

function fileOf(text: string): Hl7v2File {
  const parts = [...splitDocuments(Buffer.from(text, 'utf8'))];
  const messages = parts.filter((part) => part.kind === 'message').length;
  return { messages, anomalies: parts.flatMap((part) => part.anomalies) };
}

function streamOf({ frames, violations }: NonNullable<Example['stream']>): WireStream {
  return {
    item: item('handshake', 0),
    connection: 'connection-1',
    frames,
    violations: violations.map((code, index) => ({ code, offset: index * 10, length: 1 })),
  };
}

function firstMessageOf(subject: Hl7v2Message | Hl7v2Exchange | Hl7v2Sequence): Hl7v2Message | undefined {
  if (subject instanceof Hl7v2Message) return subject;
  return 'sent' in subject ? subject.sent : subject.messages[0]?.message;
}

function contextOf(pack: Pack, message: Hl7v2Message | undefined): Hl7v2Context {
  if (!pack.hl7v2) throw makeError('defect', { reason: `${pack.reference.id} is not an HL7 v2 pack` });
  return { pack, profile: pack.hl7v2, declaresFrenchProfile: message !== undefined && declaresFrench(message) };
}

function declaresFrench(message: Hl7v2Message): boolean {
  const version = message.msh.field(12);
  const facts = {
    type: 'ADT',
    event: message.event,
    version: message.version,
    msh12_2: version.component(2).text,
    msh12_3: version.component(3).text,
    msh21: message.msh.field(21).repetitions.map((profile) => profile.text),
  };
  return choosePack(facts).packId === DEFAULT_PACK;
}

function parse(text: string | Uint8Array): Hl7v2Message {
  return new Hl7v2Message(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
}

function item(kind: EvidenceItem['kind'], index: number): EvidenceItem {
  const id = `item-${index}`;
  const mediaType = kind === 'exchange' ? 'x-application/hl7-v2+er7' : 'application/json';
  return { id, kind, name: id, mediaType, sha256: '0'.repeat(64), size: 0 };
}
