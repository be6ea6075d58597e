import { createServer } from 'node:net';
import { patientApp } from '../../src/actors/dmn/patient-app.js';
import { PamConsumer, type PatientStore, servePatientPage } from '../../src/actors/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';

const HOSTILE = `<script>alert(1)</script>"'&<img src=x onerror=y>`;

/** A DMN whose one patient has hostile text wherever a sender can put some. */
function hostileStore(): PatientStore {
  const consumer = new PamConsumer();
  const text = HOSTILE.replaceAll('&', '\\T\\');
  const edits = {
    'PID-3.1': text,
    'PID-5.1': text,
    'PID-5.2': text,
    'PID-7': text,
    'PID-8': text,
    'PID-11.9': text,
    'PID-13.12': text,
    'PID-18.1': text,
    'PID-32': `${text}~${text}`,
    'PV1-2': text,
    'PV1-3.1': text,
    'PV1-19.1': text,
    'ZBE-1.1': text,
    'ZBE-2': text,
    'ZBE-9': text,
  };
  expect(consumer.consume(new Hl7v2Message(Buffer.from(adt('A01', edits)))).code).toBe('AA');
  return consumer.store;
}

const ask = (store: PatientStore, path: string, host = '127.0.0.1:8080', language: 'fr' | 'en' = 'fr') =>
  patientApp(store, language).request(path, { headers: { host } });

test.each(['/', '/patients/1'])('%s shows hostile values as text', async (path) => {
  const response = await ask(hostileStore(), path);
  const body = await response.text();
  expect(response.status).toBe(200);
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(body).not.toContain('<script');
  expect(body).not.toContain('<img');
  // No text leaves the attribute it stands in.
  for (const [tag] of body.replaceAll(/<style>[\s\S]*?<\/style>/g, '').matchAll(/<[^>]*>/g)) {
    expect(tag).toMatch(/^<\/?[a-z!][a-z0-9]*(?: [a-z-]+="[^"<>]*"| html)*\/?>$/);
  }
});

test.each(['/', '/patients/1', '/patients.json'])('%s forbids scripts, frames, caches and sniffing', async (path) => {
  const { headers } = await ask(hostileStore(), path);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', 'x@127.0.0.1', ''])(
  'another host name is refused: %j',
  async (host) => {
    const response = await ask(hostileStore(), '/', host);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('script');
  },
);

test.each(['127.0.0.1', 'localhost:2576', '[::1]:80'])('%s is this machine', async (host) => {
  expect((await ask(hostileStore(), '/', host)).status).toBe(200);
});

test('an unknown patient is not found', async () => {
  expect((await ask(hostileStore(), '/patients/2')).status).toBe(404);
});

test('an empty DMN says so in both languages', async () => {
  const { store } = new PamConsumer();
  expect(await (await ask(store, '/')).text()).toContain('Aucun patient pour l’instant.');
  const english = await (await ask(store, '/', 'localhost', 'en')).text();
  expect(english).toContain('No patient yet.');
  expect(english).toContain('<html lang="en">');
});

test('an INS left out is told in the language of the page', async () => {
  const consumer = new PamConsumer();
  consumer.consume(new Hl7v2Message(Buffer.from(adt('A28', { 'PID-32': 'PROV' }))));
  expect(await (await ask(consumer.store, '/patients/1')).text()).toContain('A28 (INS non intégrée)');
  expect(await (await ask(consumer.store, '/patients/1', 'localhost', 'en')).text()).toContain(
    'A28 (INS not integrated)',
  );
});

test('it is served on loopback, and says when its port is taken', async () => {
  const { store } = new PamConsumer();
  const page = await servePatientPage({ store, language: 'fr' });
  try {
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(page.url)).text()).toContain('DMN de référence');
  } finally {
    await page.close();
  }
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(servePatientPage({ store, language: 'fr', port })).rejects.toMatchObject({ code: 'port-in-use' });
  await new Promise((resolve) => taken.close(resolve));
});
