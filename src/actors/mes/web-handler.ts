import type { HttpHandler, HttpRequest, HttpResponse } from '../../transports/index.js';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Address of a listener, for requests that name no host. */
interface OwnAddress {
  readonly scheme: string;
  readonly address: string;
}

/** Gives requests of the transport to a web application made for fetch's Request and Response, such as hono's. */
export function handleWith(fetch: Fetch, own: OwnAddress): HttpHandler {
  return async (request) => {
    const asked = toWebRequest(request, own);
    if (typeof asked === 'number') return { status: asked, headers: [], body: new Uint8Array() };
    return toHttpResponse(await fetch(asked));
  };
}

/** The status of the refusal for what fetch's Request cannot say. */
function toWebRequest({ method, target, headers, body }: HttpRequest, own: OwnAddress): Request | 400 | 405 {
  // The two methods that fetch's Request does not know.
  if (method === 'TRACE' || method === 'CONNECT') return 405;
  const host = headers.find(([name]) => name === 'host')?.[1] ?? own.address;
  // Put together as text: `//name/path` must not become another host.
  const url = `${own.scheme}://${host}${target}`;
  if (!target.startsWith('/') || !URL.canParse(url)) return 400;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.byteLength > 0;
  return new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(hasBody && { body: Buffer.from(body) }),
  });
}

async function toHttpResponse(response: Response): Promise<HttpResponse> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers], body };
}
