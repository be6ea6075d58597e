import { describe, expect, test } from '@jest/globals';
import { DEFAULT_TOKENS, type MesSettings, makeTestIdentities, makeTestIdToken } from '../../../src/actors/index.js';
import type { EpreuveError } from '../../../src/core/index.js';
import { createTlsWorld } from '../../support/certificates.js';
import { bundle, entry, mesBench, OTHER_PATIENT, observation, PATIENT } from '../../support/mes.js';

const bench = mesBench();
const SOLUTION = '1.2.250.1.999.7';
const required = { ...DEFAULT_TOKENS, required: true, accepted: ['good'], registeredSolution: SOLUTION };
const idTokenOf = (caller: object) => ({ header: 'x-id-token', token: makeTestIdToken(caller, DEFAULT_TOKENS) });
const OURS = idTokenOf({ patient: PATIENT.value, solution: SOLUTION });
const FEED = bundle(entry(observation()));

async function feed(settings: Partial<MesSettings>, options: object, json = FEED) {
  const server = await bench.server({ settings });
  const client = await bench.client(server.url, options);
  return client.feed(json);
}

/** Reference §8.5. */
describe.each([
  ['both tokens', { accessToken: 'good', idToken: OURS }, 200],
  ['no access token', { idToken: OURS }, 401],
  ['another access token', { accessToken: 'bad', idToken: OURS }, 401],
  ['no ID token', { accessToken: 'good' }, 400],
  ['an ID token that is no JWT', { accessToken: 'good', idToken: { header: 'x-id-token', token: 'a.b' } }, 400],
  ['an ID token of broken JSON', { accessToken: 'good', idToken: { header: 'x-id-token', token: 'eyJh.eyJh.' } }, 400],
  [
    'the token of another patient',
    { accessToken: 'good', idToken: idTokenOf({ patient: 'PE-1', solution: SOLUTION }) },
    403,
  ],
  [
    'the token of another solution',
    { accessToken: 'good', idToken: idTokenOf({ patient: PATIENT.value, solution: '1.2.3' }) },
    409,
  ],
])('with %s', (_what, options, status) => {
  test(`the answer is ${status}`, async () => {
    expect(await feed({ tokens: required }, options)).toMatchObject({ status });
  });
});

test('the header and the claims are the user’s to name', async () => {
  const tokens = { ...required, idTokenHeader: 'x-ps-id', patientClaim: 'sub', solutionClaim: 'azp' };
  const token = makeTestIdToken({ patient: OTHER_PATIENT.value, solution: SOLUTION }, tokens);
  expect(await feed({ tokens }, { accessToken: 'good', idToken: { header: 'x-ps-id', token } })).toMatchObject({
    status: 403,
  });
});

test.each([
  [{ consentRefused: true }, 403],
  [{ tokenExpired: true }, 401],
  [{ oidConflict: true }, 409],
])('%j refuses all with %i', async (settings, status) => {
  expect(await feed(settings, {})).toMatchObject({ status });
});

test('a source is under the solution of the token; without one it is filled in', async () => {
  const server = await bench.server({ settings: { tokens: required } });
  const client = await bench.client(server.url, { accessToken: 'good', idToken: OURS });
  const { profile } = observation().meta as { profile: string[] };
  const sources = [`urn:oid:${SOLUTION}`, `urn:oid:${SOLUTION}.4`, `urn:oid:${SOLUTION}4`, 'urn:oid:1.2'];
  const statuses: number[] = [];
  for (const source of sources) {
    statuses.push((await client.feed(bundle(entry(observation({ meta: { source, profile } }))))).status);
  }
  expect(statuses).toEqual([200, 200, 422, 422]);
  await client.feed(FEED);
  expect(server.store.measures.at(-1)?.text).toContain(`"source":"urn:oid:${SOLUTION}"`);
});

test('a search of another patient than the token’s is refused', async () => {
  const server = await bench.server({ settings: { tokens: required } });
  const client = await bench.client(server.url, { accessToken: 'good', idToken: OURS });
  const search = { code: '29463-7', _sort: '-date', _count: '1' };
  const ask = (value: string) => client.search({ ...search, 'subject.identifier': `${PATIENT.system}|${value}` });
  expect(await ask(PATIENT.value)).toMatchObject({ status: 200 });
  expect(await ask(OTHER_PATIENT.value)).toMatchObject({ status: 403, issues: [{ code: 'forbidden' }] });
});

describe('over HTTPS with mutual TLS', () => {
  test('the client is verified before it is answered, and a stranger is refused with the reason', async () => {
    const { mes, dmnClient } = await makeTestIdentities(new Date());
    const endpoint = { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: mes } } as const;
    const server = await bench.server({ endpoint });
    expect(server.url).toMatch(/^https:/);
    const own = await bench.client(server.url, { security: { kind: 'mutual-tls', tls: dmnClient } });
    expect(await own.feed(FEED)).toMatchObject({ status: 200 });

    const other = await createTlsWorld();
    const strange = { ...other.settingsOf(await other.issueClient()), authorities: dmnClient.authorities };
    const stranger = await bench.client(server.url, { security: { kind: 'mutual-tls', tls: strange } });
    await expect(stranger.feed(FEED)).rejects.toMatchObject({
      code: 'tls-handshake',
      data: { failure: 'refused-by-peer' },
    });
    const wary = { ...dmnClient, authorities: [other.authority.root.certificate] };
    const doubtful = await bench.client(server.url, { security: { kind: 'mutual-tls', tls: wary } });
    await expect(doubtful.feed(FEED)).rejects.toMatchObject({ data: { failure: 'unknown-authority' } });
    expect(server.store.size).toBe(1);
  });

  test.each([
    ['http://127.0.0.1:1/fhir', 'mutual-tls'],
    ['https://127.0.0.1:1/fhir', 'plaintext'],
    ['ftp://127.0.0.1/', 'plaintext'],
    ['127.0.0.1:8443', 'plaintext'],
    ['http://user:secret@127.0.0.1/', 'plaintext'],
  ])('%s with %s is a mistake in the address', async (url, kind) => {
    const { dmnClient } = await makeTestIdentities(new Date());
    const security =
      kind === 'plaintext' ? { kind: 'plaintext' as const } : { kind: 'mutual-tls' as const, tls: dmnClient };
    const error = await bench.client(url, { security }).catch((one: EpreuveError) => one);
    expect(error).toMatchObject({ code: 'bad-url' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
