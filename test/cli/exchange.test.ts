import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { type CliRun, cli, listeningPort, startCli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const certs = at('certs');
const strange = at('strange');
let runs = 0;

beforeAll(async () => {
  writeFileSync(at('a28.hl7'), adt('A28'));
  writeFileSync(at('faulty.hl7'), adt('A28', { 'PID-3': '' }));
  for (const [dir, name] of [
    [certs, 'Une'],
    [strange, 'Autre'],
  ] as const) {
    for (const args of [
      ['ca', '--name', name],
      ['server', 'localhost', '--san', '127.0.0.1', '--file', 'server'],
      ['organisation', 'GAM DE TEST', '--siret', '12345678200010', '--file', 'gam', '--p12-password', 'motdepasse'],
    ]) {
      expect(await cli(['certs', ...args, '--dir', dir])).toMatchObject({ code: 0, err: '' });
    }
  }
  writeFileSync(
    at('plan.yaml'),
    `certificates:
  - { file: expired, kind: organisation, commonName: PERIME, period: expired }
  - { file: expired-server, kind: server, commonName: localhost, altNames: [127.0.0.1], period: expired }
`,
  );
  expect(await cli(['certs', 'set', at('plan.yaml'), '--dir', at('expired')])).toMatchObject({ code: 0 });
});

const identity = (name: string, dir = certs) => [
  '--cert',
  join(dir, `${name}.pem`),
  '--key',
  join(dir, `${name}-key.pem`),
];
const trust = (dir = certs) => ['--ca', join(dir, 'ca', 'root.pem')];

interface Exchange {
  readonly listener: CliRun;
  readonly sender: CliRun;
  /** Facts of the handshakes each side recorded. */
  readonly listenerFacts: readonly Record<string, string>[];
  readonly senderFacts: readonly Record<string, string>[];
  readonly folders: { readonly listener: string; readonly sender: string };
}

function facts(folder: string): Record<string, string>[] {
  const names = readdirSync(join(folder, 'evidence')).filter((name) => name.includes('handshake'));
  return names.map((name) => JSON.parse(readFileSync(join(folder, 'evidence', name), 'utf8')));
}

/** Two command lines meet: one listens, the other sends. */
async function exchange(
  listenArgs: readonly string[],
  sendArgs: readonly string[],
  { file = 'a28.hl7', command = ['listen'], interrupt = false } = {},
): Promise<Exchange> {
  runs += 1;
  const folders = { listener: at(`listen-${runs}`), sender: at(`send-${runs}`) };
  let stop: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const count = interrupt ? [] : ['--count', '1'];
  const listening = startCli([...command, '--port', '0', '--out', folders.listener, ...count, ...listenArgs], {
    interrupted,
  });
  const port = await listeningPort(listening);
  const sender = await cli([
    'send',
    at(file),
    '--to',
    `127.0.0.1:${port}`,
    '--out',
    folders.sender,
    '--timeout',
    '5',
    ...sendArgs,
  ]);
  stop();
  const listener = await listening.ended;
  return { listener, sender, folders, listenerFacts: facts(folders.listener), senderFacts: facts(folders.sender) };
}

describe('mutual TLS between two command lines', () => {
  test('both sides see each other, and everything passes', async () => {
    const { listener, sender, listenerFacts, senderFacts, folders } = await exchange(
      [...identity('server'), ...trust()],
      [...identity('gam'), ...trust()],
    );
    expect([listener.code, sender.code]).toEqual([0, 0]);
    expect(sender.err).toMatch(/TLSv1\.3 {2}TLS_/);
    expect(sender.err).toMatch(/presented CN=GAM DE TEST/);
    expect(sender.err).toMatch(/received {2}CN=localhost/);
    expect(sender.err).toContain('ADT^A28^ADT_A05 HARN-0001 → AA');
    expect(listener.err).toMatch(/received {2}CN=GAM DE TEST/);
    expect(listener.err).toMatch(/← ADT\^A28\^ADT_A05 {2}HARN-0001 {2}\(\d+ bytes\)\n→ ACK\^A28\^ACK {2}AA {2}\(/);
    expect(listener.out).toMatch(/^Passed/);
    expect(listenerFacts).toEqual([
      expect.objectContaining({ security: 'mutual-tls', role: 'server', authorized: 'true' }),
    ]);
    expect(senderFacts).toEqual([
      expect.objectContaining({ security: 'mutual-tls', role: 'client', authorized: 'true' }),
    ]);
    for (const folder of Object.values(folders)) {
      expect(await cli(['verify', folder])).toMatchObject({ code: 0 });
      expect(readdirSync(folder).sort()).toEqual([
        'events.jsonl',
        'evidence',
        'manifest.json',
        'report.html',
        'result.json',
      ]);
    }
  });

  test('a PKCS#12 file does as well, its password in the environment too', async () => {
    const { sender } = await exchange(
      [...identity('server'), ...trust()],
      ['--p12', join(certs, 'gam.p12'), '--passphrase', 'motdepasse', ...trust()],
    );
    expect(sender.code).toBe(0);
    const wrong = await cli(['send', at('a28.hl7'), '--to', '127.0.0.1:9', '--p12', join(certs, 'gam.p12')], {
      environment: { EPREUVE_PASSPHRASE: 'faux' },
    });
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('gam.p12');
    expect(wrong.err).not.toContain('faux');
  });

  const REFUSED = [
    {
      title: 'the server is signed by an authority the sender does not know',
      listen: () => [...identity('server', strange), ...trust()],
      send: () => [...identity('gam'), ...trust()],
      sender: 'unknown-authority',
      listener: 'refused-by-peer',
      words: /authority/,
    },
    {
      title: 'the sender is signed by an authority the server does not know',
      listen: () => [...identity('server'), ...trust()],
      send: () => [...identity('gam', strange), ...trust()],
      sender: 'refused-by-peer',
      listener: 'unknown-authority',
      words: /refused/,
    },
    {
      title: 'the certificate of the sender has expired',
      listen: () => [...identity('server'), '--ca', join(at('expired'), 'ca', 'root.pem')],
      send: () => [...identity('expired', at('expired')), ...trust()],
      sender: 'refused-by-peer',
      listener: 'expired',
      words: /refused/,
    },
    {
      title: 'the certificate of the server has expired',
      listen: () => [...identity('expired-server', at('expired')), ...trust()],
      send: () => [...identity('gam'), '--ca', join(at('expired'), 'ca', 'root.pem')],
      sender: 'expired',
      listener: 'refused-by-peer',
      words: /expired/,
    },
    {
      title: 'the server bears another name',
      listen: () => [...identity('server'), ...trust()],
      send: () => [...identity('gam'), ...trust(), '--server-name', 'autre.test'],
      sender: 'wrong-name',
      listener: undefined,
      words: /name/,
    },
    {
      title: 'the server presents a certificate of a client',
      listen: () => [...identity('gam'), ...trust()],
      send: () => [...identity('gam'), ...trust(), '--server-name', 'any'],
      sender: 'wrong-usage',
      listener: undefined,
      words: /usage|use/,
    },
  ];

  test.each(REFUSED)('$title: said on both sides, in the evidence and by the exit code', async (scene) => {
    const { listener, sender, senderFacts, listenerFacts } = await exchange(scene.listen(), scene.send(), {
      interrupt: true,
    });
    // Who refuses has something to blame the other side for; who is refused is told that it was.
    const blame = (failure: string) => (['refused-by-peer', 'wrong-name'].includes(failure) ? 2 : 1);
    expect(sender.code).toBe(blame(scene.sender));
    expect(sender.err).toMatch(scene.words);
    expect(sender.err).toContain('  → ');
    expect(sender.err).not.toContain('    at ');
    expect(senderFacts[0]?.failure).toBe(scene.sender);
    if (scene.listener) {
      expect(listenerFacts[0]?.failure).toBe(scene.listener);
      expect(listener.err).toContain('✗');
      expect(listener.code).toBe(blame(scene.listener));
    }
    expect(sender.out).toContain('TLS');
  });

  test('a sender without a certificate is not let through', async () => {
    const { listener, sender, listenerFacts } = await exchange([...identity('server'), ...trust()], ['--plaintext'], {
      interrupt: true,
    });
    expect(sender.code).not.toBe(0);
    expect(listener.code).not.toBe(0);
    expect(listenerFacts[0]?.failure).toBe('not-tls');
  });
});

describe('without certificates', () => {
  test('a sender must give some, or say --plaintext', async () => {
    const { code, err } = await cli(['send', at('a28.hl7'), '--to', '127.0.0.1:9']);
    expect(code).toBe(3);
    expect(err).toContain('--plaintext');
  });

  test('a listener makes a test set and says what to give to the other side', async () => {
    runs += 1;
    const folder = at(`listen-${runs}`);
    const listening = startCli(['listen', '--port', '0', '--out', folder, '--count', '1', '--lang', 'fr']);
    const port = await listeningPort(listening);
    expect(listening.err()).toContain('autorité à accepter');
    expect(statSync(join(folder, 'pki', 'your-client-key.pem')).mode & 0o077).toBe(0);
    const sender = await cli([
      'send',
      at('a28.hl7'),
      '--to',
      `localhost:${port}`,
      '--out',
      at(`send-${runs}`),
      ...identity('your-client', join(folder, 'pki')),
      '--ca',
      join(folder, 'pki', 'ca', 'root.pem'),
    ]);
    expect(sender.code).toBe(0);
    expect((await listening.ended).code).toBe(0);
    // Keys are no evidence.
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain('pki');
    expect((await cli(['verify', folder])).code).toBe(0);
  });

  test('--plaintext is noted in what is said, in the evidence and in the report', async () => {
    const { listener, sender, senderFacts, folders } = await exchange(['--plaintext'], ['--plaintext']);
    expect([listener.code, sender.code]).toEqual([0, 0]);
    for (const { err } of [listener, sender]) {
      expect(err).toContain('Warning: connection in clear');
      expect(err).toContain('Connection in clear (no authentication)');
    }
    expect(senderFacts).toEqual([expect.objectContaining({ security: 'plaintext' })]);
    expect(sender.out).toContain('PAM-TLS-MUTUAL');
    expect(readFileSync(join(folders.sender, 'report.html'), 'utf8')).toContain('PAM-TLS-MUTUAL');
  });

  test.each([
    [['--plaintext', '--cert', 'x.pem'], '--plaintext'],
    [['--plaintext', '--ca', 'x.pem'], '--plaintext'],
    [['--key', 'x.pem'], '--key'],
    [['--ca', 'x.pem'], '--ca'],
    [['--crl', 'x.pem'], '--crl'],
  ])('options that contradict each other or lack their fellow are refused: %j', async (args, option) => {
    for (const command of [
      ['send', at('a28.hl7'), '--to', '127.0.0.1:9'],
      ['listen', '--port', '0'],
    ]) {
      const { code, err } = await cli([...command, ...args]);
      expect(code).toBe(3);
      expect(err).toContain(option);
    }
  });
});

describe('exit codes of send', () => {
  test.each([
    ['no address', []],
    ['no port', ['--to', 'localhost']],
    ['a port beyond the last', ['--to', 'localhost:70000']],
    ['a deadline of nothing', ['--to', 'localhost:9', '--timeout', '0']],
    ['a certificate that is not there', ['--to', 'localhost:9', '--cert', 'nowhere.pem', '--key', 'nowhere.pem']],
    ['a folder in use', ['--to', 'localhost:9', '--plaintext', '--out', certs]],
  ])('3: %s', async (_title, args) => {
    const { code, out, err } = await cli(['send', at('a28.hl7'), ...args]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('→');
  });

  test('2: nobody listens; the run says that nothing was checked', async () => {
    const listening = startCli(['listen', '--port', '0', '--plaintext', '--out', at('gone'), '--for', '1']);
    const port = await listeningPort(listening);
    expect((await listening.ended).code).toBe(2);
    const { code, err, out } = await cli([
      'send',
      at('a28.hl7'),
      '--to',
      `127.0.0.1:${port}`,
      '--plaintext',
      '--out',
      at('alone'),
    ]);
    expect(code).toBe(2);
    expect(err).toContain('refuses the connection');
    expect(out).toContain('Nothing was checked');
    expect((await cli(['verify', at('alone')])).code).toBe(0);
  });

  test('1: the receiver refuses what it must, because the message is wrong', async () => {
    const { sender } = await exchange(['--plaintext'], ['--plaintext'], {
      file: 'faulty.hl7',
      command: ['simulate', 'dmn'],
    });
    expect(sender.code).toBe(1);
    expect(sender.err).toContain('→ AE');
    expect(sender.out).toContain('PAM-PID-3');
  });

  test('1: the receiver misbehaves', async () => {
    writeFileSync(at('behaviour.yaml'), 'rules:\n  - fault: wrong-control-id\n');
    const { sender, listener } = await exchange(
      ['--plaintext', '--behaviour', at('behaviour.yaml')],
      ['--plaintext', '--timeout', '1'],
      { command: ['simulate', 'dmn'] },
    );
    expect(sender.code).toBe(1);
    expect(sender.out).toContain('PAM-ACK-MSA2');
    expect(listener.out).toMatch(/^Failed/);
  });
});
