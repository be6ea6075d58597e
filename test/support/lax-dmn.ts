import { createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { createAcknowledgement, Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { DEFAULT_MLLP_LIMITS, MllpDecoder, type TlsSettings, toBlock } from '../../src/transports/index.js';

/** A DMN that takes whoever comes: no certificate asked for, any TLS version, every message accepted. */
export async function startLaxDmn(tls: TlsSettings): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<TLSSocket>();
  const options: TlsOptions = {
    cert: tls.certificate,
    key: tls.key,
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  };
  const server = createServer(options, (socket) => {
    sockets.add(socket);
    const decoder = new MllpDecoder(DEFAULT_MLLP_LIMITS);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      for (const event of decoder.push(chunk)) {
        if (event.kind !== 'frame') continue;
        const { bytes } = createAcknowledgement(new Hl7v2Message(event.payload), {
          code: 'AA',
          errors: [],
          controlId: 'LAX1',
          at: new Date('2026-01-05T10:15:00Z'),
          sendingApplication: 'LAX',
          sendingFacility: 'LAX',
        });
        socket.write(toBlock(bytes));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
