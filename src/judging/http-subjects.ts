import type { EvidenceItem, EvidenceSet, Text } from '../core/index.js';
import { detectFormat } from '../formats/detect/index.js';
import type { FhirDocument } from '../formats/fhir/index.js';
import type { FhirPackChoice } from '../packs/index.js';
import type { FhirExchange } from '../rules/fhir/exchange.js';
import { GENERAL_SERVER, generalServers, isCapabilityStatement, wentTo } from './fhir-servers.js';
import { fhirSubjects, isFhirFormat } from './fhir-subjects.js';
import type { Subject } from './subjects.js';

/** One call of a FHIR server: the request, and what was answered. */
export interface FhirExchangeSubject {
  readonly kind: 'fhir-exchange';
  readonly id: string;
  readonly item: EvidenceItem;
  readonly exchange: FhirExchange;
  /** Pack that one of its documents asks for. */
  readonly choice: FhirPackChoice;
}

/** Recorded by the HTTP recorder: its facts say so. */
export function isHttp(item: EvidenceItem): boolean {
  return item.facts?.http !== undefined || item.facts?.transport === 'http';
}

/** What a body holds. One announced as FHIR that is none has failed; others (a page, a text) are not ours to judge. */
export function* httpBodySubjects(item: EvidenceItem, bytes: Uint8Array): Generator<Subject> {
  const { format, why } = detectFormat(bytes, item.name);
  if (isFhirFormat(format)) {
    for (const subject of fhirSubjects(item, bytes, format)) {
      if (subject.kind !== 'resource' || !isCapabilityStatement(subject.resource.document.root.resourceType))
        yield subject;
    }
  } else if (item.mediaType.startsWith('application/fhir')) {
    yield { kind: 'unreadable', id: item.id, item, subject: 'fhir/resource', outcome: 'failed', reason: why };
  }
}

interface Parts {
  request?: EvidenceItem;
  requestBody?: EvidenceItem;
  response?: EvidenceItem;
  responseBody?: EvidenceItem;
}

/** The exchanges whose documents are among `subjects`: without any, nothing tells what they should be. */
export function* httpExchanges(subjects: readonly Subject[], evidence: EvidenceSet): Generator<FhirExchangeSubject> {
  const read = new Map<string, { readonly document: FhirDocument; readonly choice: FhirPackChoice }>();
  for (const subject of subjects) {
    if (subject.kind !== 'resource' || !isHttp(subject.item) || read.has(subject.item.id)) continue;
    read.set(subject.item.id, { document: subject.resource.document, choice: subject.choice });
  }
  const all = [...partsOf(evidence.items).values()];
  const general = generalServers(all, evidence);
  for (const parts of all) {
    const { request, requestBody, response, responseBody } = parts;
    const [asked, answered] = [requestBody, responseBody].map((item) => read.get(item?.id ?? ''));
    const choice = specific(asked?.choice) ?? specific(answered?.choice) ?? asked?.choice ?? answered?.choice;
    const line = request && requestLine(evidence.bytes(request.id));
    if (!request || !line || !choice) continue;
    const item = requestBody ?? request;
    const isGeneral = wentTo(general, evidence.bytes(request.id));
    const status = Number(response?.facts?.status);
    const exchange: FhirExchange = {
      request: { ...line, item, ...(asked && { document: asked.document }) },
      ...(isGeneral && { server: 'general' }),
      ...(response && {
        response: { status, item: responseBody ?? response, ...(answered && { document: answered.document }) },
      }),
    };
    yield { kind: 'fhir-exchange', id: `${item.id}-exchange`, item, exchange, choice };
  }
}

function partsOf(items: readonly EvidenceItem[]): Map<string, Parts> {
  const exchanges = new Map<string, Parts>();
  for (const item of items) {
    const { http, exchange } = item.facts ?? {};
    if (exchange === undefined || (http !== 'request' && http !== 'response')) continue;
    const key = `${item.connection ?? ''} ${exchange}`;
    const parts = exchanges.get(key) ?? {};
    exchanges.set(key, parts);
    if (item.kind === 'exchange') parts[`${http}Body`] = item;
    else parts[http] = item;
  }
  return exchanges;
}

/** Base FHIR is what documents without profile ask for, answers to refusals among them: another one says more. */
function specific(choice: FhirPackChoice | undefined): FhirPackChoice | undefined {
  return choice?.packId === 'fhir-r4' ? undefined : choice;
}

/** The first line of a recorded head. */
function requestLine(head: Uint8Array): { readonly method: string; readonly url: string } | undefined {
  const [, method, url] = /^([A-Z]+) (\S+) HTTP\/[\d.]+\r?\n/.exec(Buffer.from(head).toString('latin1')) ?? [];
  return method !== undefined && url !== undefined ? { method, url } : undefined;
}

/** The exchange as it is judged: a pack that the user forced holds for any server. */
export function heldToApi(
  { server, ...rest }: FhirExchange,
  choice: Text,
  isForced: boolean,
): { readonly exchange: FhirExchange; readonly why: Text } {
  if (server === undefined || isForced) return { exchange: rest, why: choice };
  const why = { fr: `${choice.fr} ; ${GENERAL_SERVER.fr}`, en: `${choice.en}; ${GENERAL_SERVER.en}` };
  return { exchange: { ...rest, server }, why };
}

/** `POST fhir → 200`: without the query, which names patients. */
export function fhirExchangeTitle({ exchange: { request, response } }: FhirExchangeSubject): string {
  const path = request.url.replace(/[?#].*$/s, '').replace(/[^\w./-]/g, '?');
  return `${request.method} ${path.slice(0, 60)} → ${response?.status ?? '—'}`;
}
