import { type Clock, systemClock } from '../../core/index.js';
import {
  type Endpoint,
  formatAddress,
  type HttpLimits,
  type HttpListener,
  type HttpObserver,
  type HttpRefusal,
  type HttpResponse,
  listenHttp,
} from '../../transports/index.js';
import { MeasureStore, type MeasureStoreOptions } from './measure-store.js';
import { MES_BASE } from './mes-base.js';
import { refuse } from './outcome.js';
import { OWN_REFUSALS } from './refusals.js';
import { DEFAULT_MES_SETTINGS, type MesSettings } from './settings.js';
import { handleWith } from './web-handler.js';

export interface MesServerOptions {
  readonly endpoint: Endpoint;
  /** Changes to DEFAULT_MES_SETTINGS. */
  readonly settings?: Partial<MesSettings>;
  readonly storage?: MeasureStoreOptions;
  readonly observers?: readonly HttpObserver[];
  readonly limits?: Partial<HttpLimits>;
  readonly clock?: Clock;
  /** Told of our own errors; a process warning by default. */
  readonly onFault?: (error: unknown) => void;
}

/** A local Mon espace santé, as far as measures go. */
export class MesServer {
  readonly settings: MesSettings;

  private constructor(
    readonly store: MeasureStore,
    private readonly options: MesServerOptions,
    private readonly listener: HttpListener,
    settings: MesSettings,
  ) {
    this.settings = settings;
  }

  /** Throws transport errors such as `port-in-use`, and `store-damaged` or `folder-unwritable` for its file. */
  static async start(options: MesServerOptions): Promise<MesServer> {
    const { endpoint, storage = {}, observers, limits, clock = systemClock, onFault = warnOfFault } = options;
    const settings = { ...DEFAULT_MES_SETTINGS, ...options.settings };
    const store = await MeasureStore.open(storage);
    try {
      // Loaded with the first server: commands without one start faster.
      const { mesApp } = await import('./app.js');
      const app = mesApp({ settings, store, clock }, onFault);
      const scheme = endpoint.security.kind === 'plaintext' ? 'http' : 'https';
      const own = { scheme, address: formatAddress(endpoint.host, endpoint.port) };
      const listener = await listenHttp(
        endpoint,
        handleWith((request) => app.fetch(request), own),
        {
          clock,
          onFault,
          refuse: refuseEarly,
          ...(observers && { observers }),
          ...(limits && { limits }),
        },
      );
      return new MesServer(store, options, listener, settings);
    } catch (error) {
      store.close();
      throw error;
    }
  }

  get port(): number {
    return this.listener.port;
  }

  /** Base of the FHIR server. */
  get url(): string {
    const { host, security } = this.options.endpoint;
    const scheme = security.kind === 'plaintext' ? 'http' : 'https';
    return `${scheme}://${formatAddress(host, this.port)}${MES_BASE}`;
  }

  async close(): Promise<void> {
    await this.listener.close({ graceMs: 1000 });
    this.store.close();
  }
}

function refuseEarly(status: HttpRefusal): Omit<HttpResponse, 'status'> {
  const refusal = { 408: OWN_REFUSALS.tooSlow, 413: OWN_REFUSALS.tooLarge, 500: OWN_REFUSALS.defect }[status];
  return toResponse(refuse([{ refusal }]));
}

function toResponse({ status, json }: { status: number; json: string }): HttpResponse {
  return { status, headers: [['content-type', 'application/fhir+json; charset=utf-8']], body: Buffer.from(json) };
}

function warnOfFault(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  process.emitWarning(`The simulated Mon espace santé failed (${kind})`, 'EpreuveMesWarning');
}
