import type { BrowserContext, Route } from 'playwright-core';

/** A request of the page, for a fetcher. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Fetches for the page in place of the browser: with a client certificate, with an authority of the user. Redirects are
 * given back, not followed.
 */
export type PageFetcher = (request: PageRequest) => Promise<PageResponse>;

/** Origins a capture may talk to, and what it asked elsewhere. */
export class Confinement {
  readonly #origins: ReadonlySet<string>;
  /** Requests kept from leaving. */
  blocked = 0;
  /** What the fetcher threw, once: the browser only says that something failed. */
  failure: unknown;

  constructor(
    readonly url: string,
    allowed: readonly string[],
    private readonly fetcher: PageFetcher | undefined,
  ) {
    this.#origins = new Set([url, ...allowed].map(originOf));
  }

  allows(url: string): boolean {
    return url.startsWith('data:') || url.startsWith('blob:') || this.#origins.has(originOf(url));
  }

  /** Chromium's own resolver knows no other host: redirects are not shown to request handlers. */
  get resolverRules(): string {
    const hosts = [...this.#origins].filter((origin) => origin.startsWith('http')).map((origin) => new URL(origin));
    return ['MAP * ~NOTFOUND', ...hosts.map(({ hostname }) => `EXCLUDE ${hostname}`)].join(' , ');
  }

  async apply(context: BrowserContext): Promise<void> {
    await context.route('**/*', (route) => this.#answer(route));
    await context.routeWebSocket(/.*/, (socket) => {
      if (this.fetcher === undefined && this.allows(socket.url().replace(/^ws/, 'http'))) socket.connectToServer();
      else {
        this.blocked += 1;
        void socket.close();
      }
    });
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    if (!this.allows(request.url())) {
      this.blocked += 1;
      await route.abort('blockedbyclient');
    } else if (this.fetcher === undefined || !request.url().startsWith('http')) await route.continue();
    else await this.#fetch(route, this.fetcher);
  }

  async #fetch(route: Route, fetcher: PageFetcher): Promise<void> {
    const request = route.request();
    const body = request.postDataBuffer();
    try {
      const {
        status,
        headers,
        body: answer,
      } = await fetcher({
        method: request.method(),
        url: request.url(),
        headers: await request.allHeaders(),
        ...(body && { body }),
      });
      await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(answer) });
    } catch (error) {
      this.failure ??= error;
      await route.abort('failed').catch(() => undefined);
    }
  }
}

/** Scheme, host and port; a file is an origin of its own. */
function originOf(url: string): string {
  const { protocol, origin, pathname } = new URL(url);
  return protocol === 'file:' ? `file://${pathname}` : origin;
}
