import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { EpreuveError } from '../../../src/core/index.js';
import { type HttpListener, type HttpRequest, listenHttp } from '../../../src/transports/index.js';
import { answer, call, clientOf, httpRecorder, inClear } from '../../support/http.js';
import { connectRaw, listenRaw, plaintext, until } from '../../support/wire.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});
const kept = <Closable extends { close(): Promise<void> }>(one: Closable): Closable => {
  closing.push(one);
  return one;
};

async function listening(...args: Parameters<typeof listenHttp> extends [unknown, ...infer Rest] ? Rest : never) {
  return kept(await listenHttp(plaintext(), ...args));
}
const clear = async (
  listener: HttpListener,
  ...rest: Parameters<typeof clientOf> extends [unknown, unknown, ...infer R] ? R : never
) => kept(await clientOf(listener, inClear, ...rest));

test('a request and its answer reach both sides, and both are told to observers with their bytes', async () => {
  const seen = { server: httpRecorder(), client: httpRecorder() };
  const requests: HttpRequest[] = [];
  const listener = await listening(
    (request) => {
      requests.push(request);
      return answer(201, '{"é":1}', [
        ['content-type', 'application/fhir+json'],
        ['x-twice', 'a'],
        ['x-twice', 'b'],
      ]);
    },
    { observers: [seen.server.observe] },
  );
  const client = await clear(listener, { observers: [seen.client.observe] });
  const response = await call(client, listener.port, { method: 'POST', path: '/fhir?a=%7C', body: '{"à":2}' });
  expect(response).toMatchObject({ status: 201, text: '{"é":1}', headers: { 'x-twice': ['a', 'b'] } });
  expect(requests[0]).toMatchObject({ method: 'POST', target: '/fhir?a=%7C' });
  await client.close();
  await until(() => seen.server.events.at(-1)?.kind === 'closed', seen.server.kinds);
  expect(seen.client.kinds()).toEqual([
    'opened',
    'handshake plaintext',
    'request sent POST /fhir?a=%7C {"à":2}',
    'response received 201 {"é":1}',
    'closed us asked',
  ]);
  expect(seen.server.kinds()).toEqual([
    'opened',
    'handshake plaintext',
    'request received POST /fhir?a=%7C {"à":2}',
    'response sent 201 {"é":1}',
    'closed peer peer-ended',
  ]);
  const told = seen.client.events.find((event) => event.kind === 'response');
  expect(told?.timings.totalMs).toBeGreaterThanOrEqual(told?.timings.firstByteMs ?? Number.NaN);
  expect(seen.client.events.find((event) => event.kind === 'request')?.exchange).toBe(told?.exchange);
});

test('one connection serves several requests, and two clients at once have one each', async () => {
  const seen = httpRecorder();
  const listener = await listening((request) => answer(200, request.target), { observers: [seen.observe] });
  const clients = [await clear(listener), await clear(listener)] as const;
  const paths = ['/a', '/b', '/c'];
  const answers = await Promise.all(
    clients.flatMap((client) => paths.map((path) => call(client, listener.port, { path }))),
  );
  expect(answers.map(({ text }) => text)).toEqual([...paths, ...paths]);
  expect(seen.kinds().filter((kind) => kind === 'opened')).toHaveLength(2);
});

test('a body above the limit is refused with 413, declared or not, and none of it reaches the handler', async () => {
  const handler = jest.fn(() => answer(200));
  const seen = httpRecorder();
  const listener = await listening(handler, { limits: { maxBodyBytes: 1000 }, observers: [seen.observe] });
  expect(await call(await clear(listener), listener.port, { method: 'POST', body: 'x'.repeat(1001) })).toMatchObject({
    status: 413,
  });
  const raw = await connectRaw(listener.port);
  raw.socket.write('POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n');
  for (let at = 0; at < 20; at++) raw.socket.write(`64\r\n${'y'.repeat(100)}\r\n`);
  await until(() => raw.received() !== '');
  expect(raw.received()).toMatch(/^HTTP\/1\.1 413 /);
  expect(handler).not.toHaveBeenCalled();
  await until(() => seen.kinds().includes('closed us oversize-body'), seen.kinds);
});

test('a client that sends far too much still reads why it was refused', async () => {
  const listener = await listening(() => answer(200), { limits: { maxBodyBytes: 100_000 } });
  const client = await clear(listener);
  const huge = 'x'.repeat(1_000_000);
  expect(await call(client, listener.port, { method: 'POST', body: huge })).toMatchObject({ status: 413 });
  expect(await call(client, listener.port)).toMatchObject({ status: 200 });
});

test('an answer above the limit is cut and named', async () => {
  const listener = await listening(() => answer(200, 'z'.repeat(5000)));
  const client = await clear(listener, { limits: { maxBodyBytes: 1000 } });
  await expect(call(client, listener.port)).rejects.toMatchObject({
    code: 'protocol',
    data: { reason: 'oversize-body' },
  });
});

test('a body that stops coming is refused with 408', async () => {
  const listener = await listening(() => answer(200), { limits: { bodyTimeoutMs: 50 } });
  const raw = await connectRaw(listener.port);
  raw.socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nab');
  await raw.ended;
  expect(raw.received()).toMatch(/^HTTP\/1\.1 408 /);
});

test('a connection that never completes the head of a request is closed', async () => {
  const seen = httpRecorder();
  const listener = await listening(() => answer(200), { limits: { idleTimeoutMs: 60 }, observers: [seen.observe] });
  const raw = await connectRaw(listener.port);
  raw.socket.write('GET / HTTP/1.1\r\nx-slow: ');
  await raw.ended;
  await until(() => seen.kinds().at(-1) === 'closed us idle', seen.kinds);
});

test.each([
  ['garbage', '\x00\x01garbage\r\n\r\n', /^HTTP\/1\.1 400 /, 'closed us not-http'],
  [
    'TLS on a plaintext port',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    /^HTTP\/1\.1 400 /,
    'closed us peer-speaks-tls',
  ],
  ['endless headers', `GET / HTTP/1.1\r\nx: ${'a'.repeat(40_000)}`, /^HTTP\/1\.1 431 /, 'closed us oversize-head'],
])('%s gets a plain refusal', async (_what, sent, received, ending) => {
  const seen = httpRecorder();
  const listener = await listening(() => answer(200), { observers: [seen.observe] });
  const raw = await connectRaw(listener.port);
  raw.socket.write(Buffer.from(sent, 'latin1'));
  await raw.ended;
  expect(raw.received()).toMatch(received);
  await until(() => seen.kinds().at(-1) === ending, seen.kinds);
});

test('a handler that throws gives 500, and its error goes to onFault only', async () => {
  const faults: unknown[] = [];
  const listener = await listening(
    () => {
      throw new Error('secret');
    },
    { onFault: (error) => faults.push(error) },
  );
  expect(await call(await clear(listener), listener.port)).toMatchObject({ status: 500, text: '' });
  expect(faults).toHaveLength(1);
});

test('a server that is slow, silent, rude or gone gives a typed error', async () => {
  const listener = await listening(() => answer(200));
  const silent = kept(await listenRaw(() => {}));
  // Undici looks at its timers about once a second.
  const patient = kept(
    await clientOf({ ...listener, port: silent.port }, inClear, { limits: { answerTimeoutMs: 50 } }),
  );
  await expect(call(patient, silent.port)).rejects.toMatchObject({ code: 'timeout', data: { phase: 'answer' } });
  const rude = kept(await listenRaw((peer) => peer.socket.end('HELLO, THIS IS NOT HTTP\r\n\r\n')));
  const lost = kept(await listenRaw((peer) => setTimeout(() => peer.socket.destroy(), 20)));
  const failures: [number, object][] = [
    [rude.port, { code: 'protocol', data: { reason: 'not-http' } }],
    [lost.port, { code: 'closed' }],
  ];
  for (const [port, expected] of failures) {
    const client = kept(await clientOf({ ...listener, port }, inClear));
    await expect(call(client, port)).rejects.toMatchObject(expected);
  }
  await listener.close();
  await expect(call(await clear(listener), listener.port)).rejects.toMatchObject({ code: 'refused' });
});

test('a compressed answer we did not ask for is not opened', async () => {
  const listener = await listening(() => answer(200, 'bomb', [['content-encoding', 'gzip']]));
  await expect(call(await clear(listener), listener.port)).rejects.toMatchObject({
    code: 'protocol',
    data: { reason: 'compressed-body' },
  });
});

test('a request for another server never leaves', async () => {
  const handler = jest.fn(() => answer(200));
  const listener = await listening(handler);
  const client = await clear(listener);
  const error = await call(client, listener.port + 1).catch((one: EpreuveError) => one);
  expect(error).toMatchObject({ code: 'http-other-origin' });
  expect(handler).not.toHaveBeenCalled();
});

test('closing lets the request under way finish, and a closed listener takes no more', async () => {
  const listener = await listening(async () => {
    await wait(60);
    return answer(200, 'done');
  });
  const client = await clear(listener);
  const pending = call(client, listener.port);
  await wait(30);
  await Promise.all([listener.close({ graceMs: 1000 }), expect(pending).resolves.toMatchObject({ text: 'done' })]);
  await expect(call(await clear(listener), listener.port)).rejects.toMatchObject({ code: 'refused' });
});

test('limits outside their range are refused', async () => {
  await expect(listenHttp(plaintext(), () => answer(200), { limits: { maxBodyBytes: 0 } })).rejects.toMatchObject({
    code: 'bad-limit',
  });
});
