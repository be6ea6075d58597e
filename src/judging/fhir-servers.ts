import { type EvidenceItem, type EvidenceSet, isEpreuveError, type Text } from '../core/index.js';
import { readFhirJson } from '../formats/fhir/index.js';

/** What the measures API does not do with an Observation (reference §8.2): a server that declares it is a general one. */
const GENERAL: ReadonlySet<string> = new Set([
  ...['read', 'vread', 'create', 'update', 'patch', 'delete', 'history-instance', 'history-type'],
]);

/** Told when the exchange rules of the API are left out. */
export const GENERAL_SERVER: Text = {
  fr: 'le CapabilityStatement est celui d’un serveur FHIR général (il lit ou modifie les Observations une à une, ce que l’API de Mon espace santé ne fait pas) : les règles d’échange de l’API (FHM-82x) sont sans objet ; --pack mes-api les impose',
  en: 'the CapabilityStatement is that of a general FHIR server (it reads or changes Observations one by one, which the Mon espace santé API does not): the exchange rules of the API (FHM-82x) do not apply; --pack mes-api imposes them',
};

/** A description of the server: it tells which rules apply, and is not judged itself. */
export function isCapabilityStatement(resourceType: string | undefined): boolean {
  return resourceType === 'CapabilityStatement';
}

/** Where a recorded request went: `host:port/fhir/Observation`, without the query. */
export function addressOf(head: Uint8Array): { readonly method: string; readonly address: string } | undefined {
  const text = Buffer.from(head).toString('latin1');
  const [, method, path] = /^([A-Z]+) ([^\s?#]+)\S* HTTP\/[\d.]+\r?\n/.exec(text) ?? [];
  if (method === undefined || path === undefined) return undefined;
  const [, host = ''] = /^host: *(\S+)/im.exec(text) ?? [];
  return { method, address: `${host}${path}` };
}

export interface ServerParts {
  readonly request?: EvidenceItem;
  readonly responseBody?: EvidenceItem;
}

/** Base addresses of the general FHIR servers among those whose `metadata` was asked for. */
export function generalServers(exchanges: Iterable<ServerParts>, evidence: EvidenceSet): ReadonlySet<string> {
  const bases = new Set<string>();
  for (const { request, responseBody } of exchanges) {
    if (!request || !responseBody) continue;
    const asked = addressOf(evidence.bytes(request.id));
    if (asked?.method !== 'GET' || !asked.address.endsWith('/metadata')) continue;
    if (declaresMore(evidence.bytes(responseBody.id))) bases.add(asked.address.slice(0, -'/metadata'.length));
  }
  return bases;
}

function declaresMore(body: Uint8Array): boolean {
  try {
    const { root } = readFhirJson(body);
    if (!isCapabilityStatement(root.resourceType)) return false;
    const resources = root.all('rest').flatMap((rest) => rest.all('resource'));
    return resources
      .filter((resource) => resource.valueOf('type') === 'Observation')
      .flatMap((resource) => resource.all('interaction'))
      .some((interaction) => GENERAL.has(interaction.valueOf('code') ?? ''));
  } catch (error) {
    if (isEpreuveError(error, 'document')) return false;
    throw error;
  }
}

/** Whether a request went to one of these servers. */
export function wentTo(bases: ReadonlySet<string>, head: Uint8Array): boolean {
  const address = addressOf(head)?.address;
  return address !== undefined && [...bases].some((base) => address === base || address.startsWith(`${base}/`));
}
