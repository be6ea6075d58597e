import { afterEach, describe, expect, test } from '@jest/globals';
import { describeOutcome, outcomeSentence } from '../../../src/actors/index.js';
import { type HttpRequest, type HttpResponse, listenHttp } from '../../../src/transports/index.js';
import { answer } from '../../support/http.js';
import { bundle, entry, mesBench, observation } from '../../support/mes.js';
import { plaintext } from '../../support/wire.js';

const bench = mesBench();
const OK = '{"resourceType":"Bundle","type":"transaction-response"}';

const listeners: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close();
});

/** A server that gives these answers in turn, the last one for ever. */
async function scripted(...answers: HttpResponse[]) {
  const requests: HttpRequest[] = [];
  const listener = await listenHttp(plaintext(), (request) => {
    requests.push(request);
    return answers[Math.min(requests.length, answers.length) - 1] ?? answer(500);
  });
  listeners.push(listener);
  const url = `http://127.0.0.1:${listener.port}/fhir`;
  return { requests, url, close: () => listener.close() };
}

describe('retries', () => {
  test('429 then 200: the call is made again, as long after as the server asks', async () => {
    const server = await scripted(answer(429, '{}', [['retry-after', '1']]), answer(200, OK));
    const delays: number[] = [];
    const retry = { attempts: 3, firstDelayMs: 1, longestDelayMs: 30 };
    const client = await bench.client(server.url, { retry, onRetry: ({ delayMs }) => delays.push(delayMs) });
    expect(await client.feed('{"a":1}')).toMatchObject({ status: 200, attempts: 2 });
    // One second was asked; the longest delay of the policy wins.
    expect(delays).toEqual([30]);
    expect(server.requests.map(({ body }) => Buffer.from(body).toString())).toEqual(['{"a":1}', '{"a":1}']);
  });

  test('5xx for ever: attempts end, the delay doubles, the last answer is given', async () => {
    const server = await scripted(answer(503, '{"resourceType":"OperationOutcome","issue":[{"code":"transient"}]}'));
    const delays: number[] = [];
    const retry = { attempts: 4, firstDelayMs: 2, longestDelayMs: 5 };
    const client = await bench.client(server.url, { retry, onRetry: ({ delayMs }) => delays.push(delayMs) });
    expect(await client.feed('{}')).toMatchObject({
      status: 503,
      ok: false,
      attempts: 4,
      issues: [{ code: 'transient' }],
    });
    expect(delays).toEqual([2, 4, 5]);
  });

  test.each([400, 401, 403, 404, 409, 422, 301])('%i is never tried again', async (status) => {
    const server = await scripted(answer(status, '{}', [['location', 'http://192.0.2.1/']]));
    const client = await bench.client(server.url);
    expect(await client.feed('{}')).toMatchObject({ status, ok: false, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('a connection that fails is not tried again', async () => {
    const server = await scripted(answer(200, OK));
    await server.close();
    const client = await bench.client(server.url);
    await expect(client.feed('{}')).rejects.toMatchObject({ code: 'refused' });
  });

  test('the simulator turns calls away on purpose, and a patient client gets through', async () => {
    const server = await bench.server({ settings: { unavailable: { status: 503, times: 2 } } });
    const client = await bench.client(server.url);
    expect(await client.feed(bundle(entry(observation())))).toMatchObject({ status: 200, attempts: 3 });
    expect(server.store.size).toBe(1);
  });
});

describe('requests', () => {
  test('carry the tokens and headers, JSON, and no wish for compression', async () => {
    const server = await scripted(answer(200, OK));
    const client = await bench.client(server.url, {
      accessToken: 'abc',
      idToken: { header: 'X-Id', token: 'def' },
      headers: { 'x-mine': 'yes' },
    });
    await client.feed('{}');
    const headers = Object.fromEntries(server.requests[0]?.headers ?? []);
    expect(headers).toMatchObject({
      authorization: 'Bearer abc',
      'x-id': 'def',
      'x-mine': 'yes',
      accept: 'application/fhir+json',
      'accept-encoding': 'identity',
      'content-type': 'application/fhir+json; charset=utf-8',
    });
    expect(server.requests[0]).toMatchObject({ method: 'POST', target: '/fhir' });
  });

  test('the base may end with slashes, and have a path of its own', async () => {
    const server = await scripted(answer(200, OK));
    const client = await bench.client(`${server.url}/v4//`);
    await client.feed('{}');
    await client.search({ code: 'a|b', date: ['ge1', 'le2'] });
    expect(server.requests.map(({ target }) => target)).toEqual([
      '/fhir/v4',
      '/fhir/v4/Observation?code=a%7Cb&date=ge1&date=le2',
    ]);
  });
});

describe('hostile servers', () => {
  test.each([
    ['an HTML page', 200, '<html>\u001b[2J</html>'],
    ['nothing', 200, ''],
    ['a number', 200, '42'],
    ['null', 200, 'null'],
    ['a list', 200, '[1]'],
    ['endless brackets', 200, '['.repeat(200_000)],
    ['an error page', 404, '<h1>Not found</h1>'],
  ])('%s is an answer that is not good', async (_what, status, body) => {
    const server = await scripted(answer(status, body));
    const client = await bench.client(server.url);
    const got = await client.capabilities();
    expect(got).toMatchObject({ status, issues: [] });
    expect(got.ok && got.resource?.resourceType !== undefined).toBe(false);
  });

  test('an answer that never ends is cut', async () => {
    const server = await scripted(answer(200, `"${'x'.repeat(2_000_000)}"`));
    const client = await bench.client(server.url, { limits: { maxBodyBytes: 100_000 } });
    await expect(client.capabilities()).rejects.toMatchObject({ code: 'protocol', data: { reason: 'oversize-body' } });
  });

  test('a page that links to itself does not keep us', async () => {
    const page = (url: string) => JSON.stringify({ resourceType: 'Bundle', link: [{ relation: 'next', url }] });
    const server = await scripted(answer(200, page('Observation?page=2')));
    const client = await bench.client(server.url);
    let pages = 0;
    for await (const one of client.pages({})) pages += Number(one.ok);
    expect(pages).toBe(2);
  });

  test('a next page on another server is not asked for: tokens stay', async () => {
    const elsewhere = await scripted(answer(200, OK));
    const link = [{ relation: 'next', url: `${elsewhere.url}/Observation` }];
    const server = await scripted(answer(200, JSON.stringify({ resourceType: 'Bundle', link })));
    const client = await bench.client(server.url, { accessToken: 'abc' });
    const all = async () => {
      for await (const _page of client.pages({}));
    };
    await expect(all()).rejects.toMatchObject({ code: 'http-other-origin' });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('an OperationOutcome in words', () => {
  test('says what kind of issue it is, and what the server says', () => {
    const issue = [
      { severity: 'error', code: 'value', details: { text: 'Pas de valeur' }, diagnostics: 'No value' },
      { severity: 'error', code: 'throttled' },
    ];
    const issues = describeOutcome({ resourceType: 'OperationOutcome', issue });
    expect(outcomeSentence(issues)).toEqual({
      fr: 'valeur refusée : Pas de valeur ; trop de demandes',
      en: 'value refused: No value; too many requests',
    });
  });

  test.each([
    [undefined],
    [null],
    ['text'],
    [{ resourceType: 'OperationOutcome' }],
    [{ resourceType: 'OperationOutcome', issue: 'x' }],
    [{ resourceType: 'Bundle', entry: [null, { response: 3 }] }],
  ])('%j has no issue', (resource) => {
    expect(describeOutcome(resource)).toEqual([]);
  });

  test('what does not fit is left out; control characters and length are cut', () => {
    const long = `a\u001b[31m\u202e\u0000${'b'.repeat(10_000)}`;
    const issue = Array.from({ length: 500 }, () => ({ code: '__proto__', diagnostics: long, expression: [1, 'A.b'] }));
    const issues = describeOutcome({ resourceType: 'OperationOutcome', issue });
    expect(issues).toHaveLength(50);
    expect(issues[0]).toMatchObject({ meaning: { fr: 'motif inconnu' }, expression: ['A.b'] });
    expect(issues[0]?.said[0]).toMatch(/^a \[31m b{400,500}$/);
  });
});
