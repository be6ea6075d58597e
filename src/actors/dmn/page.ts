import type { ServerType } from '@hono/node-server';
import { type Language, makeError, systemCode } from '../../core/index.js';
import { formatAddress } from '../../transports/index.js';
import type { PatientStore } from './patient-store.js';

/** The DMN's small local page: what a person photographs to prove that the identity arrived. */
export interface PatientPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Selectors of what bears personal data on these pages. */
export const PERSONAL_PARTS: readonly string[] = ['[data-personal]'];

export interface PatientPageOptions {
  readonly store: PatientStore;
  readonly language: Language;
  /** 0: any free port. */
  readonly port?: number;
  /** Loopback unless the user says otherwise. */
  readonly host?: string;
}

/**
 * Serves the page on loopback; requests for another host name are refused (DNS rebinding).
 * Throws `port-in-use` and `listen-failed`.
 */
export async function servePatientPage(options: PatientPageOptions): Promise<PatientPage> {
  const hostname = options.host ?? '127.0.0.1';
  // Loaded with the first page: commands without one start faster.
  const [{ patientApp }, { serve }] = await Promise.all([import('./patient-app.js'), import('@hono/node-server')]);
  const app = patientApp(options.store, options.language);
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname, port: options.port ?? 0 }, () => resolve(started));
    started.once('error', (error) => reject(toListenError(error, hostname, options.port ?? 0)));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${formatAddress(hostname, port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function toListenError(cause: unknown, host: string, port: number): Error {
  const reason = systemCode(cause);
  const address = formatAddress(host, port);
  return reason === 'EADDRINUSE'
    ? makeError('port-in-use', { port, address }, { cause })
    : makeError('listen-failed', { address, reason }, { cause });
}
