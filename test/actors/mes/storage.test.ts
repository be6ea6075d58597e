import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MeasureStore } from '../../../src/actors/index.js';
import { temporaryFolder } from '../../support/folders.js';
import { bundle, DEVICE_ID, deviceEntry, entry, mesBench, observation, onDevice, PATIENT } from '../../support/mes.js';

const bench = mesBench();
const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `store-${++files}.ndjson`);
const SEARCH = {
  code: '29463-7',
  'subject.identifier': `${PATIENT.system}|${PATIENT.value}`,
  _sort: '-date',
  _count: '1',
};

test('measures and devices outlive the server', async () => {
  const file = newFile();
  const first = await bench.server({ storage: { file } });
  await (await bench.client(first.url)).feed(bundle(entry(onDevice()), deviceEntry()));
  await first.close();
  const second = await bench.server({ storage: { file } });
  const client = await bench.client(second.url);
  const found = await client.search({ ...SEARCH, _include: 'Observation:device' });
  expect(found.resource).toMatchObject({
    total: 1,
    entry: [{ resource: { valueQuantity: { value: 68.4 } } }, { resource: { id: DEVICE_ID } }],
  });
  const again = await client.feed(bundle(entry(onDevice()), deviceEntry()));
  expect(again.resource).toMatchObject({ entry: [{}, { response: { status: '200 OK' } }] });
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
});

describe('a file', () => {
  const line = JSON.stringify({ ...observation(), id: 'a' });

  test('whose last line was cut loses that line only', async () => {
    const file = newFile();
    writeFileSync(file, `${line}\n${line.slice(0, 80)}`);
    const store = await MeasureStore.open({ file });
    expect(store.size).toBe(1);
    store.close();
    expect(readFileSync(file, 'utf8')).toBe(`${line}\n`);
  });

  test('whose last line lacks its end gets it', async () => {
    const file = newFile();
    writeFileSync(file, line);
    const store = await MeasureStore.open({ file });
    expect(store.size).toBe(1);
    store.close();
    expect(readFileSync(file, 'utf8')).toBe(`${line}\n`);
  });

  test.each([
    ['broken in the middle', `${line}\n{"resourceType":"Obs\n${line}\n`, 2],
    ['that is not ours', 'my diary\n', 1],
    ['that is not ours, on one line', '{"my": "notes', 1],
  ])('%s is refused with its line, and left as it is', async (_what, text, at) => {
    const file = newFile();
    writeFileSync(file, text);
    await expect(MeasureStore.open({ file })).rejects.toMatchObject({ code: 'store-damaged', data: { line: at } });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('that cannot be written is an operator error', async () => {
    await expect(MeasureStore.open({ file: join(folder, 'no', 'such', 'file') })).rejects.toMatchObject({
      code: 'folder-unwritable',
    });
  });

  test('of many lines is taken up again whole', async () => {
    const file = newFile();
    for (let at = 0; at < 500; at++) appendFileSync(file, `${JSON.stringify({ ...observation(), id: `m${at}` })}\n`);
    const store = await MeasureStore.open({ file });
    expect(store.size).toBe(500);
    store.close();
  });
});

test('two clients at once lose nothing', async () => {
  const file = newFile();
  const server = await bench.server({ storage: { file } });
  const clients = await Promise.all([bench.client(server.url), bench.client(server.url)]);
  const feeds = clients.flatMap((client) =>
    Array.from({ length: 20 }, () => client.feed(bundle(entry(observation())))),
  );
  const answers = await Promise.all(feeds);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(server.store.measures.map(({ id }) => id)).size).toBe(40);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(40);
});

describe('hostile bodies', () => {
  test('huge: refused before it is read', async () => {
    const server = await bench.server({ limits: { maxBodyBytes: 10_000 } });
    const client = await bench.client(server.url);
    const answer = await client.feed(`{"resourceType":"Bundle","a":"${'x'.repeat(20_000_000)}"}`);
    expect(answer).toMatchObject({ status: 413, issues: [{ code: 'too-long' }] });
  });

  test.each([
    ['deep', `{"resourceType":"Bundle","a":${'['.repeat(100_000)}`],
    ['many', `{"resourceType":"Bundle","a":[${'1,'.repeat(300_000)}1]}`],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe]).toString('latin1')],
    ['a prototype', '{"resourceType":"Bundle","__proto__":{"type":"transaction"}}'],
  ])('%s: refused, and the server goes on', async (_what, body) => {
    const server = await bench.server();
    const client = await bench.client(server.url);
    const answer = await client.feed(body);
    expect([400, 422]).toContain(answer.status);
    expect(await client.feed(bundle(entry(observation())))).toMatchObject({ status: 200 });
  });

  test.each(['/fhir/../../etc/passwd', '//evil/fhir', '/fhir/%zz', '/fhir/Observation?%ff=%c3%28'])(
    'path %s',
    async (path) => {
      const server = await bench.server();
      const response = await fetch(`${server.url.replace(/\/fhir$/, '')}${path}`);
      expect([400, 404]).toContain(response.status);
    },
  );
});
