import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openPageClient } from '../../src/actors/index.js';
import { capturePage, findBrowser, type PageShot, readLoginScript } from '../../src/capture/index.js';
import { readRun } from '../../src/evidence/index.js';
import { listenHttp } from '../../src/transports/index.js';
import { createTlsWorld } from '../support/certificates.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const folder = temporaryFolder();
const environment = { ...process.env, DMN_USER: 'medecin', DMN_PASSWORD: 'secret-of-the-test' };
/** Pages are shown by a real browser: a machine without one leaves these tests out, and says so. */
const withBrowser = findBrowser(process.env) === undefined ? test.skip : test;

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on loopback, and what was asked of it. */
async function site(answer: Answer): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const html =
  (body: string): Answer =>
  (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><style>*{font:16px monospace}</style>${body}`);
  };

const shoot = (shot: PageShot) =>
  capturePage({ timeoutMs: 5000, viewport: { width: 320, height: 200 }, ...shot }, { environment });
const size = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

withBrowser(
  'a page becomes a PNG of the size asked for, with how it was made',
  async () => {
    const { url } = await site(html('<h1>Patients</h1>'));
    const capture = await shoot({ url: `${url}patients/180032B007123?token=abc#x` });
    expect(size(capture.bytes)).toEqual([320, 200]);
    expect(capture).toMatchObject({ kind: 'capture', mediaType: 'image/png', extension: 'png', name: 'page' });
    expect(capture.facts).toMatchObject({ 'HTTP status': '200', viewport: '320x200' });
    expect(capture.facts.url).toBe(`${url}patients/•••B•••`);
    expect(JSON.stringify(capture.facts)).not.toContain('token');
  },
  60_000,
);

withBrowser(
  'a full page is as high as it is, an element as large as it is',
  async () => {
    const { url } = await site(
      html('<div id=card style="width:100px;height:50px">x</div><div style="height:900px"></div>'),
    );
    expect(size((await shoot({ url, fullPage: true })).bytes)[1]).toBeGreaterThan(900);
    expect(size((await shoot({ url, selector: '#card' })).bytes)).toEqual([100, 50]);
  },
  60_000,
);

withBrowser(
  'what is masked leaves no trace in the picture',
  async () => {
    const of = async (name: string, masks: readonly string[]) => {
      const { url } = await site(html(`<p class="name" style="width:120px">${name}</p><p>DMN</p>`));
      return Buffer.from((await shoot({ url, masks })).bytes).toString('base64');
    };
    expect(await of('DUPONT', ['.name'])).toBe(await of('MARTIN', ['.name']));
    expect(await of('DUPONT', [])).not.toBe(await of('MARTIN', []));
  },
  60_000,
);

withBrowser(
  'a mask or an element that is not there refuses the picture',
  async () => {
    const { url } = await site(html('<p>x</p>'));
    await expect(shoot({ url, masks: ['.nmae'] })).rejects.toMatchObject({
      code: 'page-without',
      data: { selector: '.nmae' },
    });
    await expect(shoot({ url, selector: '#gone', timeoutMs: 500 })).rejects.toMatchObject({ code: 'page-without' });
  },
  60_000,
);

withBrowser(
  'a login script types what variables hold, and keeps none of it',
  async () => {
    const { url, asked } = await site((request, response) => {
      if (request.method === 'POST') {
        response.writeHead(303, { location: '/home', 'set-cookie': 'session=1; Path=/' });
        response.end();
      } else if (request.url === '/home' && !request.headers.cookie?.includes('session=1')) {
        response.writeHead(302, { location: '/login' });
        response.end();
      } else if (request.url === '/home') html('<nav>bonjour</nav>')(request, response);
      else
        html('<form method=post><input name=u id=u><input name=p type=password id=p><button>ok</button></form>')(
          request,
          response,
        );
    });
    const login = readLoginScript(
      [
        { goto: '/login' },
        { fill: '#u', env: 'DMN_USER' },
        { fill: '#p', env: 'DMN_PASSWORD' },
        { click: 'button' },
        { wait: 'nav' },
      ],
      'login.yaml',
    );
    const capture = await shoot({ url: `${url}home`, login, waitFor: 'nav' });
    expect(capture.facts.url).toBe(`${url}home`);
    expect(asked.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(JSON.stringify(capture.facts)).not.toContain('medecin');
    const failing = shoot({ url, login: [...login.slice(0, 3), { click: '#gone' }], timeoutMs: 3000 });
    await expect(failing).rejects.toMatchObject({ code: 'login-failed', data: { step: 4, action: 'click #gone' } });
    expect(String(await failing.catch((error: Error) => error.stack))).not.toContain('secret-of-the-test');
  },
  60_000,
);

test('a login script names what is wrong, and a missing variable is told before the browser starts', async () => {
  expect(() => readLoginScript([{ goto: '/' }, { fill: '#p', value: 'secret' }], 'login.yaml')).toThrow(/gesture 2/);
  const login = [{ fill: '#p', env: 'NOT_THERE' }];
  const missing = capturePage({ url: 'http://127.0.0.1:9/', login }, { environment: {} });
  await expect(missing).rejects.toMatchObject({ code: 'variable-missing', data: { variable: 'NOT_THERE' } });
});

withBrowser(
  'a page talks to its own origin and to those allowed, by whatever way it tries',
  async () => {
    const elsewhere = await site(html('<p>elsewhere</p>'));
    const other = elsewhere.url.replace('127.0.0.1', 'localhost');
    const page = await site((request, response) => {
      if (request.url === '/away') {
        response.writeHead(302, { location: other });
        response.end();
      } else
        html(`<img src="${elsewhere.url}a.png"><iframe src="${elsewhere.url}"></iframe><link rel=stylesheet href="${elsewhere.url}s.css">
        <script>new WebSocket('${elsewhere.url.replace('http', 'ws')}'); fetch('${elsewhere.url}leak', {mode:'no-cors'})</script>`)(
          request,
          response,
        );
    });
    const capture = await shoot({ url: page.url });
    expect(elsewhere.asked).toEqual([]);
    expect(Number(capture.facts['requests blocked'])).toBeGreaterThanOrEqual(4);
    await expect(shoot({ url: `${page.url}away` })).rejects.toMatchObject({ family: 'operator' });
    expect(elsewhere.asked).toEqual([]);
    await shoot({ url: page.url, allowedOrigins: [elsewhere.url] });
    expect(elsewhere.asked).toContain('GET /a.png');
  },
  60_000,
);

withBrowser(
  'a page behind mutual TLS is fetched with our certificate and the authority of the user',
  async () => {
    const world = await createTlsWorld();
    const [server, client] = [await world.issueServer(), await world.issueClient()];
    const tls = world.settingsOf(server);
    const listener = await listenHttp({ host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls } }, () => ({
      status: 200,
      headers: [['content-type', 'text/html']],
      body: Buffer.from('<p id=in>in</p>'),
    }));
    const url = `https://127.0.0.1:${listener.port}/`;
    try {
      const ours = await openPageClient(url, { kind: 'mutual-tls', tls: world.settingsOf(client) });
      expect((await shoot({ url, waitFor: '#in', fetcher: ours.fetch })).facts['HTTP status']).toBe('200');
      await ours.close();
      // The browser alone trusts nobody of the test PKI, nor has it a certificate.
      await expect(shoot({ url })).rejects.toMatchObject({ code: 'page-not-shown' });
      const stranger = (await createTlsWorld()).settingsOf(client);
      const theirs = await openPageClient(url, { kind: 'mutual-tls', tls: stranger });
      await expect(shoot({ url, fetcher: theirs.fetch })).rejects.toMatchObject({ code: 'tls-handshake' });
      await theirs.close();
    } finally {
      await listener.close();
    }
  },
  60_000,
);

withBrowser(
  'the demonstration photographs the pages of its DMN when asked',
  async () => {
    const run = join(folder, 'demo');
    expect(
      await cli(['demo', '--quiet', '--screenshots', '--out', run], { environment: { PATH: process.env.PATH ?? '' } }),
    ).toMatchObject({ code: 0 });
    const pictures = readRun(run).items.filter(({ mediaType }) => mediaType === 'image/png');
    expect(pictures.map(({ name }) => name)).toContain('dmn-page-list.png');
  },
  120_000,
);

test('a browser that is not there, or that dies, is told with a remedy', async () => {
  const shot = { url: 'http://127.0.0.1:9/' };
  await expect(capturePage(shot, { environment: { PATH: folder } })).rejects.toMatchObject({ code: 'browser-missing' });
  const gone = { EPREUVE_BROWSER: join(folder, 'gone') };
  await expect(capturePage(shot, { environment: gone })).rejects.toMatchObject({ code: 'browser-not-there' });
  const dying = join(folder, 'dying');
  writeFileSync(dying, '#!/bin/sh\nexit 1\n');
  chmodSync(dying, 0o755);
  await expect(capturePage(shot, { environment: { EPREUVE_BROWSER: dying } })).rejects.toMatchObject({
    code: 'browser-failed',
  });
});

test('browsers are looked for where each system keeps them', () => {
  expect(findBrowser({ PATH: folder }, 'linux')).toBeUndefined();
  writeFileSync(join(folder, 'microsoft-edge'), '');
  expect(findBrowser({ PATH: folder }, 'linux')).toBeUndefined();
  chmodSync(join(folder, 'microsoft-edge'), 0o755);
  expect(findBrowser({ PATH: folder }, 'linux')).toBe(join(folder, 'microsoft-edge'));
  expect(findBrowser({ PATH: '' }, 'win32')).toBeUndefined();
});
