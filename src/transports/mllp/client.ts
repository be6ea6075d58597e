import type { Socket } from 'node:net';
import { formatAddress } from '../errors.js';
import { createPublisher, nextConnectionId, type Publish, warnOfFault } from '../observers.js';
import { openSocket } from '../open-socket.js';
import { AcceptanceWatch } from '../tls/acceptance.js';
import { ClientHandshake } from '../tls/client-handshake.js';
import { closedBy, tlsHandshakeError } from '../tls/handshake-error.js';
import type { Endpoint, MllpChannel, MllpLimits, Peer } from '../types.js';
import { MllpConnection } from './connection.js';
import { toMllpLimits } from './limits.js';
import type { MllpOptions } from './options.js';

interface Opening {
  readonly socket: Socket;
  readonly host: string;
  readonly port: number;
  readonly id: string;
  readonly limits: MllpLimits;
  readonly publish: Publish;
  readonly onFault: NonNullable<MllpOptions['onFault']>;
}

/**
 * Opens an MLLP connection. Frames nobody waits for are kept for receive().
 * Throws `refused`, `dns`, `unreachable`, `timeout`, `connection-failed`, `tls-handshake` (with `data.failure`),
 * and, before any byte is sent, `tls-material` and `bad-limit`.
 */
export async function connectMllp(endpoint: Endpoint, options: MllpOptions = {}): Promise<MllpChannel> {
  const { host, port, security } = endpoint;
  const limits = toMllpLimits(options.limits);
  const handshake =
    security.kind === 'mutual-tls' ? new ClientHandshake(security.tls, host, limits.handshakeTimeoutMs) : undefined;
  const socket = await openSocket(host, port, limits.connectTimeoutMs);
  const id = nextConnectionId();
  const publish = createPublisher(id, options);
  publish({ kind: 'opened', peer: { address: socket.remoteAddress ?? host, port } });
  const opening = { socket, host, port, id, limits, publish, onFault: options.onFault ?? warnOfFault };
  return handshake === undefined ? openPlaintext(opening) : openSecured(opening, handshake);
}

function openPlaintext({ socket, host, port, ...settings }: Opening): MllpChannel {
  const peer: Peer = {
    address: socket.remoteAddress ?? host,
    port,
    handshake: { security: 'plaintext', role: 'client' },
  };
  settings.publish({ kind: 'handshake', facts: peer.handshake });
  return new MllpConnection(socket, { ...settings, peer });
}

function openSecured({ socket, host, port, ...settings }: Opening, handshake: ClientHandshake): Promise<MllpChannel> {
  const { publish } = settings;
  const address = formatAddress(host, port);
  const remoteAddress = socket.remoteAddress ?? host;
  return new Promise((resolve, reject) => {
    handshake.start(socket, {
      failed: (facts, cause) => {
        publish({ kind: 'handshake', facts });
        publish({ kind: 'closed', by: closedBy(facts.failure), reason: 'tls-handshake' });
        reject(tlsHandshakeError(facts, address, cause));
      },
      // The connection must be made before this returns: the socket's next event may already be on its way.
      secured: (secured, facts) => {
        const watch = new AcceptanceWatch(secured, facts, {
          accepted: () => {
            publish({ kind: 'handshake', facts });
            resolve(connection);
          },
          refused: (lateFacts) => {
            publish({ kind: 'handshake', facts: lateFacts });
            const error = tlsHandshakeError(lateFacts, address);
            void connection.closed.then(() => reject(error));
            return error;
          },
        });
        const peer: Peer = { address: remoteAddress, port, handshake: facts };
        const connection = new MllpConnection(secured, { ...settings, ...watch.hooks, peer });
        watch.start();
      },
    });
  });
}
