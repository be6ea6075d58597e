import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type MeasuresPage, serveMeasuresPage } from '../../../src/actors/index.js';
import { bundle, entry, mesBench, observation, withCode } from '../../support/mes.js';

const bench = mesBench();
let page: MeasuresPage;
let feed: (...resources: Record<string, unknown>[]) => Promise<void>;

beforeEach(async () => {
  const server = await bench.server();
  const client = await bench.client(server.url);
  page = await serveMeasuresPage({ store: server.store, language: 'fr' });
  feed = async (...resources) => {
    for (const one of resources) expect(await client.feed(bundle(entry(one)))).toMatchObject({ ok: true });
  };
});
afterEach(() => page.close());

const get = (path: string) => fetch(new URL(path, page.url));
const quantity = (value: number) => ({ value, unit: 'u', system: 'http://unitsofmeasure.org', code: 'u' });
const component = (code: string, value: number) => ({ code: { coding: [{ code }] }, valueQuantity: quantity(value) });

test('an empty server says so', async () => {
  expect(await (await get('/')).text()).toContain('Aucune mesure pour l’instant.');
});

test('measures are drawn as charts, two lines for a blood pressure, with their values', async () => {
  await feed(
    observation(),
    observation({ effectiveDateTime: '2026-03-05', valueQuantity: quantity(67.9) }),
    withCode('85354-9', { valueQuantity: undefined, component: [component('8480-6', 124), component('8462-4', 79)] }),
    withCode('8302-2', { effectiveDateTime: '2026-01-01', valueQuantity: quantity(172) }),
  );
  expect(await (await get('/')).text()).toContain('<a href="/patients/1">Patient 1</a>');
  const text = await (await get('/patients/1')).text();
  expect(text.match(/<svg /g)).toHaveLength(4);
  expect(text.match(/<polyline /g)).toHaveLength(5);
  expect(text).toContain('124 / 79 mmHg');
  expect(text).toContain('67.9 kg');
  expect(text).toContain('calculé par la plateforme');
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test('whatever was sent is shown as text', async () => {
  await feed(observation({ subject: { identifier: { system: 'urn:oid:1.2', value: '<script>alert(1)</script>' } } }));
  const text = await (await get('/')).text();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&lt;script&gt;');
});

test('extreme values still make a chart', async () => {
  await feed(observation({ valueQuantity: quantity(0) }), observation({ valueQuantity: quantity(1e300) }));
  const text = await (await get('/patients/1')).text();
  expect(text).not.toMatch(/NaN|Infinity/);
});

test('nothing outside is loaded, and only this machine’s names are answered', async () => {
  await feed(observation());
  const response = await get('/patients/1');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await response.text();
  expect(text).not.toMatch(/<script|<link|<img|src=|url\(/);
  const { port } = new URL(page.url);
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (answer) =>
      resolve(answer.statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

test.each(['/patients/2', '/patients/0', '/patients/x', '/elsewhere'])('%s is not found', async (path) => {
  await feed(observation());
  expect((await get(path)).status).toBe(404);
});
