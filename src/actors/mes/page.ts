import type { Language } from '../../core/index.js';
import { formatAddress, listenHttp } from '../../transports/index.js';
import type { MeasureStore } from './measure-store.js';
import { handleWith } from './web-handler.js';

/** The server's small local page: the measures received, as charts. */
export interface MeasuresPage {
  readonly url: string;
  close(): Promise<void>;
}

export interface MeasuresPageOptions {
  readonly store: MeasureStore;
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
export async function serveMeasuresPage(options: MeasuresPageOptions): Promise<MeasuresPage> {
  const { store, language, host = '127.0.0.1', port = 0 } = options;
  // Loaded with the first page: commands without one start faster.
  const { measuresApp } = await import('./measures-app.js');
  const app = measuresApp(store, language);
  const security = { kind: 'plaintext' } as const;
  const listener = await listenHttp(
    { host, port, security },
    handleWith((request) => app.fetch(request), { scheme: 'http', address: formatAddress(host, port) }),
  );
  return {
    url: `http://${formatAddress(host, listener.port)}/`,
    close: () => listener.close({ graceMs: 200 }),
  };
}
