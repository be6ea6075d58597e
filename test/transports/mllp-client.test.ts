import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { steppingClock } from '../../src/core/index.js';
import { connectMllp, connectMllpWithRetry, type MllpChannel, type MllpOptions } from '../../src/transports/index.js';
import { block, bytes, listenRaw, plaintext, type RawPeer, recorder, text, until } from '../support/wire.js';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A scripted server and a channel to it. */
async function pair(onPeer: (peer: RawPeer) => void, options: MllpOptions = {}): Promise<MllpChannel> {
  const server = await listenRaw(onPeer);
  const channel = await connectMllp(plaintext(server.port), options);
  closing.push(
    () => channel.close(),
    () => server.close(),
  );
  return channel;
}

/** Calls back with the text of each whole frame a peer has received. */
function onFrames(peer: RawPeer, listener: (content: string) => void): void {
  let seen = 0;
  peer.socket.on('data', () => {
    const frames = peer.received().split('\x1c\r').slice(0, -1);
    for (const frame of frames.slice(seen)) listener(frame.slice(1));
    seen = frames.length;
  });
}

const answers = (id: string) => (payload: Uint8Array) => text(payload) === `ack ${id}`;

describe('an MLLP client', () => {
  test('200 messages in flight get each its own answer, even when answers come backwards', async () => {
    const channel = await pair((peer) => {
      const waiting: string[] = [];
      onFrames(peer, (content) => {
        waiting.push(content);
        if (waiting.length === 200) peer.socket.write(Buffer.concat(waiting.reverse().map((id) => block(`ack ${id}`))));
      });
    });
    const ids = Array.from({ length: 200 }, (_, index) => `m${index}`);
    const received = await Promise.all(
      ids.map((id) => channel.request(bytes(id), { withinMs: 4000, isAnswer: answers(id) })),
    );
    expect(received.map(text)).toEqual(ids.map((id) => `ack ${id}`));
  });

  test('each of those who wait has its own time, whoever came first and whoever was served meanwhile', async () => {
    let say: (content: string) => void = () => {};
    const channel = await pair((peer) => {
      say = (content) => peer.socket.write(block(content));
      onFrames(peer, (content) => content === 'served' && say('ack served'));
    });
    const request = (id: string, withinMs: number) => channel.request(bytes(id), { withinMs, isAnswer: answers(id) });
    const ended: string[] = [];
    const told = (name: string, wait: Promise<unknown>) => wait.catch(() => {}).then(() => ended.push(name));
    const patient = channel.receive({ withinMs: 60_000 });
    const served = await request('served', 30_000);
    const waits = [told('later', request('a', 400)), told('soon', request('b', 60)), told('latest', request('c', 800))];
    await Promise.all(waits);
    expect([text(served), ...ended]).toEqual(['ack served', 'soon', 'later', 'latest']);
    say('hello');
    expect(text(await patient)).toBe('hello');
  });

  test('a wait of months does not end at once, and its timer ends with the connection', async () => {
    const setTimer = jest.spyOn(globalThis, 'setTimeout');
    const clearTimer = jest.spyOn(globalThis, 'clearTimeout');
    const channel = await pair((peer) => onFrames(peer, (id) => peer.socket.write(block(`ack ${id}`))));
    const answer = await channel.request(bytes('m'), { withinMs: 2 ** 40, isAnswer: answers('m') });
    expect(text(answer)).toBe('ack m');
    const asked = setTimer.mock.calls.findIndex(([, ms]) => ms === 2 ** 31 - 1);
    const timer = setTimer.mock.results[asked]?.value;
    expect(timer).toBeDefined();
    const isCleared = () => clearTimer.mock.calls.some(([cleared]) => cleared === timer);
    expect(isCleared()).toBe(false);
    await channel.close();
    expect(isCleared()).toBe(true);
    setTimer.mockRestore();
    clearTimer.mockRestore();
  });

  test('an answer for nobody is kept for receive(), and the request times out', async () => {
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.write(block('ack other'))));
    const request = channel.request(bytes('mine'), { withinMs: 60, isAnswer: answers('mine') });
    await expect(request).rejects.toMatchObject({ code: 'timeout', family: 'transport', data: { phase: 'answer' } });
    expect(text(await channel.receive({ withinMs: 10 }))).toBe('ack other');
    await expect(channel.receive({ withinMs: 10 })).rejects.toMatchObject({
      code: 'timeout',
      data: { phase: 'receive' },
    });
  });

  test('two answers to one request: the first answers, the second is kept (commit, then application)', async () => {
    const channel = await pair((peer) =>
      onFrames(peer, () => peer.socket.write(Buffer.concat([block('CA'), block('AA')]))),
    );
    expect(text(await channel.request(bytes('m'), { withinMs: 1000, isAnswer: () => true }))).toBe('CA');
    expect(text(await channel.receive({ withinMs: 1000 }))).toBe('AA');
  });

  test('an answer in three packets', async () => {
    const channel = await pair((peer) =>
      onFrames(peer, async () => {
        for (const packet of ['\x0bac', 'k m\x1c', '\r']) {
          peer.socket.write(packet);
          await wait(5);
        }
      }),
    );
    expect(text(await channel.request(bytes('m'), { withinMs: 1000, isAnswer: answers('m') }))).toBe('ack m');
  });

  test('a predicate that throws fails its own request only', async () => {
    const channel = await pair((peer) => onFrames(peer, (id) => id === 'b' && peer.socket.write(block('ack b'))));
    const broken = channel.request(bytes('a'), {
      withinMs: 1000,
      isAnswer: () => {
        throw new Error('predicate');
      },
    });
    const good = channel.request(bytes('b'), { withinMs: 1000, isAnswer: answers('b') });
    await expect(broken).rejects.toThrow('predicate');
    expect(text(await good)).toBe('ack b');
  });

  test('a peer that closes while we wait: every waiter learns it at once', async () => {
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.end()));
    const started = Date.now();
    const requests = ['a', 'b'].map((id) => channel.request(bytes(id), { withinMs: 5000, isAnswer: answers(id) }));
    const outcomes = await Promise.allSettled([...requests, channel.receive({ withinMs: 5000 })]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'closed', data: { reason: 'peer-ended' } } });
    }
    expect(Date.now() - started).toBeLessThan(2000);
    await expect(channel.send(bytes('late'))).rejects.toMatchObject({ code: 'closed' });
    await expect(channel.receive({ withinMs: 5000 })).rejects.toMatchObject({ code: 'closed' });
  });

  test('a peer that cuts abruptly', async () => {
    const { observe, kinds } = recorder();
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.resetAndDestroy()), { observers: [observe] });
    const request = channel.request(bytes('a'), { withinMs: 5000, isAnswer: answers('a') });
    await expect(request).rejects.toMatchObject({
      code: 'closed',
      data: { reason: 'peer-reset' },
      cause: { code: 'ECONNRESET' },
    });
    expect(kinds().at(-1)).toBe('closed error peer-reset');
  });

  test('closing rejects what is pending, and frames already received stay readable', async () => {
    const channel = await pair((peer) => peer.socket.write(block('hello')));
    expect(text(await channel.receive({ withinMs: 1000 }))).toBe('hello');
    const pending = channel.request(bytes('a'), { withinMs: 5000, isAnswer: answers('a') });
    const rejected = expect(pending).rejects.toMatchObject({ code: 'closed', data: { reason: 'asked' } });
    await channel.close();
    await rejected;
    await channel.close();
  });

  test('an oversize answer closes the connection with a protocol error', async () => {
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.write(block('x'.repeat(5000)))), {
      limits: { maxFrameBytes: 1000 },
    });
    const request = channel.request(bytes('a'), { withinMs: 5000, isAnswer: () => true });
    await expect(request).rejects.toMatchObject({ code: 'protocol', data: { reason: 'oversize-frame' } });
  });

  test('an answer that stalls closes the connection with a protocol error', async () => {
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.write('\x0back')), {
      limits: { frameTimeoutMs: 40 },
    });
    const request = channel.request(bytes('a'), { withinMs: 5000, isAnswer: () => true });
    await expect(request).rejects.toMatchObject({ code: 'protocol', data: { reason: 'stalled-frame' } });
  });

  test('a plaintext client on a TLS port is told so', async () => {
    const channel = await pair((peer) => onFrames(peer, () => peer.socket.write(Buffer.from('15030100020246', 'hex'))));
    const request = channel.request(bytes('a'), { withinMs: 5000, isAnswer: () => true });
    await expect(request).rejects.toMatchObject({ code: 'protocol', data: { reason: 'peer-speaks-tls' } });
  });

  test('sending waits for a peer that does not read', async () => {
    let peer: RawPeer | undefined;
    const channel = await pair((opened) => {
      peer = opened;
      opened.socket.pause();
    });
    let sent = false;
    const sending = channel.send(new Uint8Array(24 * 1024 * 1024).fill(0x41)).then(() => {
      sent = true;
    });
    await wait(100);
    expect(sent).toBe(false);
    peer?.socket.resume();
    await sending;
    expect(sent).toBe(true);
  });

  test('content that MLLP cannot carry is refused, and raw bytes are not', async () => {
    const { observe, kinds } = recorder();
    let peer: RawPeer | undefined;
    const channel = await pair(
      (opened) => {
        peer = opened;
      },
      { observers: [observe] },
    );
    await expect(channel.send(bytes('A\x1cB'))).rejects.toMatchObject({
      code: 'unframeable',
      data: { byte: '0x1C', offset: 1 },
    });
    await expect(channel.request(bytes('\x0b'), { withinMs: 1000, isAnswer: () => true })).rejects.toMatchObject({
      code: 'unframeable',
    });
    await channel.sendRaw(bytes('\x0bA'), 'frame without end');
    await until(() => peer?.received() === '\x0bA');
    expect(kinds()).toEqual(['opened', 'handshake plaintext', 'bytes-sent frame without end']);
  });

  test('events carry the clock’s time and one id per connection', async () => {
    const { observe, events } = recorder();
    const channel = await pair(() => {}, { observers: [observe], clock: steppingClock('2026-01-05T10:15:00Z', 1000) });
    await channel.send(bytes('A'));
    expect(events.map((event) => event.at.toISOString())).toEqual([
      '2026-01-05T10:15:00.000Z',
      '2026-01-05T10:15:01.000Z',
      '2026-01-05T10:15:02.000Z',
    ]);
    expect(new Set(events.map((event) => event.connection))).toEqual(new Set([channel.id]));
    expect(channel.peer).toEqual({
      address: '127.0.0.1',
      port: expect.any(Number),
      handshake: { security: 'plaintext', role: 'client' },
    });
  });

  test('a peer that floods us while nobody reads is made to wait', async () => {
    let peer: RawPeer | undefined;
    const channel = await pair((opened) => {
      peer = opened;
      for (let count = 0; count < 300; count++) opened.socket.write(block('x'.repeat(100_000)));
    });
    await wait(150);
    expect(peer?.socket.writableLength).toBeGreaterThan(0);
    for (let count = 0; count < 300; count++) expect((await channel.receive({ withinMs: 2000 })).length).toBe(100_000);
  });

  test('a flood of answers to nobody ends the connection instead of the memory', async () => {
    const channel = await pair(
      (peer) => onFrames(peer, () => peer.socket.write(Buffer.concat(Array(12_000).fill(block('no'))))),
      {},
    );
    const request = channel.request(bytes('a'), { withinMs: 5000, isAnswer: () => false });
    await expect(request).rejects.toMatchObject({ code: 'protocol', data: { reason: 'backlog-full' } });
  });
});

describe('connecting', () => {
  test('nobody listens', async () => {
    const server = await listenRaw(() => {});
    await server.close();
    const error = await connectMllp(plaintext(server.port)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'refused', family: 'transport', cause: { code: 'ECONNREFUSED' } });
  });

  test('an unknown name', async () => {
    const error = await connectMllp(plaintext(2575, 'no-such-host.invalid')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'dns', family: 'transport' });
  });

  test('retrying ends well when the server comes late', async () => {
    const first = await listenRaw(() => {});
    await first.close();
    const retries: string[] = [];
    const connecting = connectMllpWithRetry(plaintext(first.port), {
      attempts: 20,
      firstDelayMs: 20,
      longestDelayMs: 20,
      onRetry: (error) => void retries.push(error.code),
    });
    await until(() => retries.length >= 2);
    const { createServer } = await import('node:net');
    const server = createServer().listen(first.port, '127.0.0.1');
    const channel = await connecting;
    await channel.close();
    await new Promise((resolve) => server.close(resolve));
    expect(new Set(retries)).toEqual(new Set(['refused']));
  });

  test('retrying is bounded and ends with the last error', async () => {
    const server = await listenRaw(() => {});
    await server.close();
    let retries = 0;
    const options = { attempts: 3, firstDelayMs: 1, onRetry: () => void retries++ };
    await expect(connectMllpWithRetry(plaintext(server.port), options)).rejects.toMatchObject({ code: 'refused' });
    expect(retries).toBe(2);
  });
});
