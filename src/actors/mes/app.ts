import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { toCapabilityStatement } from './capability.js';
import { MES_BASE } from './mes-base.js';
import { create, feed, find, type OperationContext } from './operations.js';
import { type FhirAnswer, refuse } from './outcome.js';
import { OWN_REFUSALS } from './refusals.js';
import { type Caller, readCaller } from './tokens.js';

const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** The measures API as a web application; `onFault` is told of our own errors. */
export function mesApp(context: OperationContext, onFault: (error: unknown) => void): Hono {
  const app = new Hono();
  const guard = new CallGuard(context);
  const { settings, store } = context;
  const guarded = (work: (call: Context, caller: Caller) => FhirAnswer | Promise<FhirAnswer>) => (call: Context) =>
    guard.run(call, work);
  const bodyOf = async (call: Context) => new Uint8Array(await call.req.arrayBuffer());

  app.get(`${MES_BASE}/metadata`, (call) =>
    send({ status: 200, json: JSON.stringify(toCapabilityStatement(settings, baseOf(call))) }),
  );
  const receive = guarded(async (call, caller) => feed(await bodyOf(call), caller, context));
  app.post(MES_BASE, receive);
  app.post(`${MES_BASE}/`, receive);
  app.get(
    `${MES_BASE}/Observation`,
    guarded((call, caller) => find(new URL(call.req.url).searchParams, baseOf(call), caller, context)),
  );
  if (settings.mode === 'lenient') {
    for (const type of ['Observation', 'Device'] as const) {
      const byId = (id: string) => (type === 'Observation' ? store.measure(id) : store.device(id));
      app.post(
        `${MES_BASE}/${type}`,
        guarded(async (call, caller) => create(type, await bodyOf(call), caller, context)),
      );
      app.get(
        `${MES_BASE}/${type}/:id`,
        guarded((call) => {
          const found = byId(call.req.param('id') ?? '');
          return found ? { status: 200, json: found.text } : refuse([{ refusal: OWN_REFUSALS.notFound }]);
        }),
      );
    }
  }
  const otherMethod = () => send(refuse([{ refusal: OWN_REFUSALS.method }]));
  for (const path of ['', '/', '/metadata', '/Observation']) app.all(`${MES_BASE}${path}`, otherMethod);
  app.notFound(() => send(refuse([{ refusal: OWN_REFUSALS.notFound }])));
  app.onError((error) => {
    onFault(error);
    return send(refuse([{ refusal: OWN_REFUSALS.defect }]));
  });
  return app;
}

/** What comes before every operation: waiting, being away on purpose, media types, tokens. */
class CallGuard {
  #turnedAway = 0;

  constructor(private readonly context: OperationContext) {}

  async run(
    call: Context,
    work: (call: Context, caller: Caller) => FhirAnswer | Promise<FhirAnswer>,
  ): Promise<Response> {
    const { settings } = this.context;
    if (settings.latencyMs > 0) await wait(settings.latencyMs);
    const away = this.#turnAway();
    if (away) return send(away);
    if (call.req.method === 'POST' && !isJson(call.req.header('content-type'))) {
      return send(refuse([{ refusal: OWN_REFUSALS.notJson }]));
    }
    const reading = readCaller(call.req.raw.headers, settings);
    return send('issues' in reading ? refuse(reading.issues) : await work(call, reading.caller));
  }

  #turnAway(): FhirAnswer | undefined {
    const { unavailable } = this.context.settings;
    if (unavailable === undefined || this.#turnedAway >= unavailable.times) return undefined;
    this.#turnedAway += 1;
    const { status, retryAfter } = unavailable;
    const answer = refuse([{ refusal: status === 429 ? OWN_REFUSALS.throttled : OWN_REFUSALS.busy }]);
    return { ...answer, ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }) };
  }
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/(fhir\+)?json\s*(;|$)/i.test(contentType ?? '');
}

function baseOf(call: Context): string {
  return `${new URL(call.req.url).origin}${MES_BASE}`;
}

function send({ status, json, headers = {} }: FhirAnswer): Response {
  return new Response(json, {
    status,
    headers: { 'content-type': FHIR_JSON, 'cache-control': 'no-store', ...headers },
  });
}
