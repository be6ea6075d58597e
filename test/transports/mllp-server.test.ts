import { setTimeout as wait } from 'node:timers/promises';
import { isEpreuveError } from '../../src/core/index.js';
import {
  connectMllp,
  listenMllp,
  type MllpHandler,
  type MllpListener,
  type MllpOptions,
} from '../../src/transports/index.js';
import { block, bytes, connectRaw, plaintext, type RawPeer, recorder, text, until } from '../support/wire.js';

const listeners: MllpListener[] = [];
const peers: RawPeer[] = [];

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.socket.destroy();
  await Promise.all(listeners.splice(0).map((listener) => listener.close({ graceMs: 0 })));
});

const answerOk: MllpHandler = (channel, payload) => channel.send(bytes(`ok ${text(payload).slice(0, 20)}`));

async function serve(options: MllpOptions = {}, handler: MllpHandler = answerOk): Promise<MllpListener> {
  const listener = await listenMllp(plaintext(), handler, options);
  listeners.push(listener);
  return listener;
}

async function call(listener: MllpListener, options: { readonly allowHalfOpen?: boolean } = {}): Promise<RawPeer> {
  const peer = await connectRaw(listener.port, options);
  peers.push(peer);
  return peer;
}

describe('an MLLP server reads what peers really send', () => {
  const A = block('A').toString('latin1');
  const B = block('B').toString('latin1');

  test.each([
    { title: 'two messages in turn', packets: [A, B], answers: ['ok A', 'ok B'] },
    { title: 'two frames in a packet', packets: [A + B], answers: ['ok A', 'ok B'] },
    { title: 'a frame and a half, then the rest', packets: [A + B.slice(0, 2), B.slice(2)], answers: ['ok A', 'ok B'] },
    { title: 'FS and CR in two packets', packets: [A.slice(0, -1), A.slice(-1), B], answers: ['ok A', 'ok B'] },
    { title: 'one byte per packet', packets: [...(A + B)], answers: ['ok A', 'ok B'] },
    { title: 'garbage between frames', packets: [`xx${A}\r\nyy${B}`], answers: ['ok A', 'ok B'] },
    { title: 'an empty frame', packets: [`\x0b\x1c\r${A}`], answers: ['ok A'] },
    { title: 'a frame without CR', packets: ['\x0bA\x1c'], answers: ['ok A'] },
  ])('$title', async ({ packets, answers }) => {
    const peer = await call(await serve());
    for (const packet of packets) {
      peer.socket.write(packet, 'latin1');
      await wait(2);
    }
    const expected = answers.map((answer) => block(answer).toString('latin1')).join('');
    await until(() => peer.received() === expected, peer.received);
  });

  test('a frame of 20 MB when the limit allows it', async () => {
    const listener = await serve({ limits: { maxFrameBytes: 32 * 1024 * 1024 } }, (channel, payload) =>
      channel.send(bytes(`${payload.length}`)),
    );
    const peer = await call(listener);
    peer.socket.write(block('x'.repeat(20_000_000)));
    await until(() => peer.received() === block('20000000').toString('latin1'), peer.received);
  });

  test('garbage is told to observers with its bytes and place', async () => {
    const { observe, events, kinds } = recorder();
    const peer = await call(await serve({ observers: [observe] }));
    peer.socket.end(Buffer.concat([Buffer.from('junk'), block('A')]));
    await peer.ended;
    await until(() => kinds().includes('closed peer peer-ended'), kinds);
    expect(kinds()).toEqual([
      'opened',
      'handshake plaintext',
      'violation bytes-outside-frame',
      'frame-received A',
      'frame-sent ok A',
      'closed peer peer-ended',
    ]);
    expect(events[2]).toMatchObject({ offset: 0, length: 4, bytes: bytes('junk') });
    expect(events[3]).toMatchObject({ offset: 4 });
  });

  test('a peer that closes its half after its last message still gets its answers', async () => {
    const listener = await serve({}, async (channel, payload) => {
      await wait(20);
      await channel.send(payload);
    });
    const peer = await call(listener, { allowHalfOpen: true });
    peer.socket.end(Buffer.concat([block('A'), block('B')]));
    await until(() => peer.received() === A + B, peer.received);
    await until(() => peer.socket.readableEnded);
  });

  test('a frame left open at the end is told and not handled', async () => {
    const { observe, kinds } = recorder();
    const handled: string[] = [];
    const listener = await serve({ observers: [observe] }, (_channel, payload) => void handled.push(text(payload)));
    const peer = await call(listener);
    peer.socket.end('\x0bMSH');
    await until(() => kinds().at(-1) === 'closed peer peer-ended', kinds);
    expect(kinds()).toContain('violation unterminated-frame');
    expect(handled).toEqual([]);
  });
});

describe('an MLLP server defends itself', () => {
  test('an oversize frame closes its connection and no other', async () => {
    const { observe, events, kinds } = recorder();
    const listener = await serve({ limits: { maxFrameBytes: 1000 }, observers: [observe] });
    const good = await call(listener);
    const bad = await call(listener);
    bad.socket.write(`\x0b${'x'.repeat(100_000)}`);
    await bad.ended;
    await until(() => kinds().includes('closed us oversize-frame'), kinds);
    const violation = events.find((event) => event.kind === 'violation');
    expect(violation).toMatchObject({ code: 'oversize-frame', offset: 0, length: 1002 });
    good.socket.write(block('still here'));
    await until(() => good.received().includes('ok still here'), good.received);
  });

  test('a frame that stalls closes its connection', async () => {
    const { observe, kinds } = recorder();
    const peer = await call(await serve({ limits: { frameTimeoutMs: 40 }, observers: [observe] }));
    peer.socket.write('\x0bMSH|');
    await peer.ended;
    await until(() => kinds().at(-1) === 'closed us stalled-frame', kinds);
    expect(kinds().slice(-2)).toEqual(['violation stalled-frame', 'closed us stalled-frame']);
  });

  test('a slow frame that advances is left in peace', async () => {
    const peer = await call(await serve({ limits: { frameTimeoutMs: 150 } }));
    for (const byte of block('slow').toString('latin1')) {
      peer.socket.write(byte, 'latin1');
      await wait(40);
    }
    await until(() => peer.received().includes('ok slow'), peer.received);
  });

  test('an idle connection is closed', async () => {
    const { observe, kinds } = recorder();
    const peer = await call(await serve({ limits: { idleTimeoutMs: 40 }, observers: [observe] }));
    await peer.ended;
    await until(() => kinds().at(-1) === 'closed us idle', kinds);
  });

  test('a slow handler is not an idle peer', async () => {
    const listener = await serve({ limits: { idleTimeoutMs: 40 } }, async (channel, payload) => {
      await wait(150);
      await channel.send(payload);
    });
    const peer = await call(listener);
    peer.socket.write(block('A'));
    await until(() => peer.received() === block('A').toString('latin1'), peer.received);
  });

  test('noise without end closes the connection', async () => {
    const { observe, kinds } = recorder();
    const peer = await call(await serve({ limits: { maxFrameBytes: 1000 }, observers: [observe] }));
    peer.socket.write('n'.repeat(5000));
    await peer.ended;
    await until(() => kinds().at(-1) === 'closed us endless-noise', kinds);
    expect(kinds().filter((kind) => kind.startsWith('violation'))).toEqual(['violation bytes-outside-frame']);
  });

  test('a flood of framing faults closes the connection', async () => {
    const { observe, kinds } = recorder();
    const peer = await call(await serve({ observers: [observe] }));
    peer.socket.write('\x0b'.repeat(50_000));
    await peer.ended;
    await until(() => kinds().at(-1) === 'closed us too-many-violations', kinds);
    expect(kinds().length).toBeLessThan(1010);
  });

  test('a TLS client on a plaintext port is recognised and closed', async () => {
    const { observe, kinds } = recorder();
    const peer = await call(await serve({ observers: [observe] }));
    peer.socket.write(Buffer.from('16030100f4010000f00303', 'hex'));
    await peer.ended;
    await until(() => kinds().at(-1) === 'closed us peer-speaks-tls', kinds);
  });

  test('connections beyond the maximum are closed at once, and told', async () => {
    const { observe, kinds } = recorder();
    const listener = await serve({ limits: { maxConnections: 2 }, observers: [observe] });
    const first = await call(listener);
    await call(listener);
    const third = await call(listener);
    await third.ended;
    expect(kinds()).toContain('closed us too-many-connections');
    first.socket.destroy();
    await until(() => kinds().includes('closed peer peer-ended'), kinds);
    const fourth = await call(listener);
    fourth.socket.write(block('A'));
    await until(() => fourth.received().includes('ok A'), fourth.received);
  });

  test('20 connections at once, each with its own answers', async () => {
    const listener = await serve();
    const channels = await Promise.all(Array.from({ length: 20 }, () => connectMllp(plaintext(listener.port))));
    const answers = await Promise.all(
      channels.map(async (channel, index) => {
        const answer = await channel.request(bytes(`m${index}`), { withinMs: 2000, isAnswer: () => true });
        await channel.close();
        return text(answer);
      }),
    );
    expect(answers).toEqual(channels.map((_channel, index) => `ok m${index}`));
  });

  test('a handler that throws loses one answer, not the connection', async () => {
    const faults: unknown[] = [];
    const onFault = (error: unknown, where: string) => void faults.push([where, String(error)]);
    const listener = await serve({ onFault }, (channel, payload) => {
      if (text(payload) === 'bad') throw new Error('no');
      if (text(payload) === 'worse') return Promise.reject(new Error('never'));
      return channel.send(payload);
    });
    const peer = await call(listener);
    peer.socket.write(Buffer.concat([block('bad'), block('worse'), block('good')]));
    await until(() => peer.received() === block('good').toString('latin1'), peer.received);
    expect(faults).toEqual([
      ['handler', 'Error: no'],
      ['handler', 'Error: never'],
    ]);
  });

  test('an observer that throws harms neither the others nor the connection', async () => {
    const faults: string[] = [];
    const { observe, kinds } = recorder();
    const broken = () => {
      throw new Error('observer');
    };
    const onFault = (_error: unknown, where: string) => void faults.push(where);
    const peer = await call(await serve({ observers: [broken, observe], onFault }));
    peer.socket.write(block('A'));
    await until(() => peer.received().includes('ok A'), peer.received);
    expect(kinds()).toEqual(['opened', 'handshake plaintext', 'frame-received A', 'frame-sent ok A']);
    expect(faults).toEqual(['observer', 'observer', 'observer', 'observer']);
  });

  test('reading pauses while the handler is behind, and nothing is lost', async () => {
    let handled = 0;
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const listener = await serve({}, async () => {
      await gate;
      handled += 1;
    });
    const peer = await call(listener);
    const message = block('x'.repeat(100_000));
    for (let count = 0; count < 400; count++) peer.socket.write(message);
    await wait(150);
    expect(peer.socket.writableLength).toBeGreaterThan(0);
    release();
    await until(
      () => handled === 400,
      () => handled,
    );
  });
});

describe('stopping an MLLP server', () => {
  test('a message in hand is answered, then the connection is closed', async () => {
    const listener = await serve({}, async (channel, payload) => {
      await wait(60);
      await channel.send(payload);
    });
    const busy = await call(listener);
    const idle = await call(listener);
    busy.socket.write(block('A'));
    await wait(20);
    await listener.close({ graceMs: 2000 });
    await Promise.all([busy.ended, idle.ended]);
    expect(busy.received()).toBe(block('A').toString('latin1'));
    await expect(connectMllp(plaintext(listener.port))).rejects.toMatchObject({ code: 'refused', family: 'transport' });
  });

  test('what is not finished within the grace is cut', async () => {
    const { observe, kinds } = recorder();
    const listener = await serve({ observers: [observe] }, () => new Promise(() => {}));
    const peer = await call(listener);
    peer.socket.write(block('A'));
    await until(() => kinds().includes('frame-received A'), kinds);
    await listener.close({ graceMs: 30 });
    await peer.ended;
    expect(kinds().at(-1)).toBe('closed us shutdown');
    await listener.close();
  });
});

describe('opening a port', () => {
  test('a port in use is an operator error', async () => {
    const { port } = await serve();
    const error = await listenMllp(plaintext(port), () => {}).catch((thrown: unknown) => thrown);
    expect(isEpreuveError(error, 'operator') && error.code).toBe('port-in-use');
  });

  test('an address of another machine is an operator error', async () => {
    await expect(listenMllp(plaintext(0, '192.0.2.1'), () => {})).rejects.toMatchObject({ code: 'address-not-ours' });
  });

  test.each([
    { maxFrameBytes: 0 },
    { frameTimeoutMs: -1 },
    { idleTimeoutMs: 1.5 },
    { maxConnections: Number.NaN },
    { connectTimeoutMs: 2 ** 40 },
  ])('a limit that makes no sense is refused: %j', async (limits) => {
    await expect(listenMllp(plaintext(), () => {}, { limits })).rejects.toMatchObject({ code: 'bad-limit' });
  });
});
