import { resolve } from 'node:path';
import {
  DEFAULT_TOKENS,
  formatAddress,
  type HttpEvent,
  HttpRecorder,
  MesServer,
  type MesSettings,
  makeError,
  makeTestIdToken,
  RunRecorder,
  type Security,
  serveMeasuresPage,
  systemClock,
  type TokenSettings,
  type Unavailability,
  VERSION,
} from '../../index.js';
import { Ending } from '../ending.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { readSecurity, toEndpoint } from '../security-options.js';
import { tellHandshake, tellRun } from '../tell.js';
import { makeListenerIdentity } from '../test-pki.js';

const COMMAND = 'simulate mes';

interface Simulation {
  readonly host: string;
  readonly port: number;
  readonly webPort: number;
  readonly settings: Partial<MesSettings>;
  readonly storeFile: string | undefined;
  readonly ending: Ending;
}

/** `epreuve simulate mes`: a local Mon espace santé for measures, recorded and judged. */
export async function runSimulateMes(
  _args: string[],
  options: Record<string, unknown>,
  session: Session,
): Promise<number> {
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, COMMAND);
  const simulation: Simulation = {
    host: optionalText(options, 'host') ?? '127.0.0.1',
    port: readNumber(options, 'port', COMMAND, [0, 65_535]),
    webPort: readNumber(options, 'webPort', COMMAND, [0, 65_535]),
    settings: readSettings(options),
    storeFile: optionalText(options, 'store'),
    ending: new Ending(options, COMMAND, session),
  };
  const given = await readSecurity(options, session, COMMAND);
  const folder = optionalText(options, 'out') ?? newRunFolder('mes', systemClock.now());
  const title = { fr: 'Mon espace santé simulé', en: 'Simulated Mon espace santé' };
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: VERSION } });
  const security = given ?? (await makeListenerIdentity(folder, simulation.host, session));
  await serveUntilEnd(simulation, security, recorder, session);
  recorder.end();
  const result = await finishRun(folder, own, session);
  return tellRun(result, resolve(folder), own, session, COMMAND);
}

async function serveUntilEnd(
  { host, port, webPort, settings, storeFile, ending }: Simulation,
  security: Security,
  recorder: RunRecorder,
  session: Session,
): Promise<void> {
  const tokens = settings.tokens ?? DEFAULT_TOKENS;
  const http = new HttpRecorder(recorder, 'mes', 'everything', [tokens.idTokenHeader]);
  const server = await MesServer.start({
    endpoint: toEndpoint({ host, port }, security),
    settings,
    storage: storeFile === undefined ? {} : { file: storeFile },
    observers: [http.observer, (event) => tellEvent(event, session, ending)],
  });
  try {
    const page = await serveMeasuresPage({ store: server.store, language: session.language, port: webPort });
    const address = formatAddress(host, server.port);
    session.say({
      fr: `À l’écoute sur ${address}. Ctrl-C pour finir et juger.`,
      en: `Listening on ${address}. Ctrl-C to finish and judge.`,
    });
    session.say({ fr: `Base FHIR : ${server.url}`, en: `FHIR base: ${server.url}` });
    session.say({ fr: `Mesures reçues : ${page.url}\n`, en: `Measures received: ${page.url}\n` });
    if (tokens.required) tellTokens(tokens, session);
    await ending.reached();
    await page.close();
  } finally {
    await server.close();
  }
}

function tellTokens(tokens: TokenSettings, session: Session): void {
  const sample = makeTestIdToken(
    { patient: 'PE-000042', solution: tokens.registeredSolution ?? '1.2.250.1.999.7' },
    tokens,
  );
  session.say({
    fr: `Jeton d’identité d’essai, à mettre dans l’en-tête ${tokens.idTokenHeader} :\n  ${sample}\n`,
    en: `ID token for a trial, to put in the header ${tokens.idTokenHeader}:\n  ${sample}\n`,
  });
}

function tellEvent(event: HttpEvent, session: Session, ending: Ending): void {
  if (event.kind === 'handshake') tellHandshake(event.facts, session);
  // Without the query: it names the patient.
  if (event.kind === 'request') session.say(`← ${event.request.method} ${event.request.target.replace(/\?.*$/s, '')}`);
  if (event.kind !== 'response') return;
  session.say(`→ ${event.response.status}`);
  ending.countMessage();
}

/** Throws `bad-option`. */
function readSettings(options: Record<string, unknown>): Partial<MesSettings> {
  const registeredSolution = optionalText(options, 'solution');
  const accepted = texts(options, 'token');
  const tokens: TokenSettings = {
    ...DEFAULT_TOKENS,
    required: options.requireTokens === true,
    accepted,
    registeredSolution,
    idTokenHeader: (optionalText(options, 'idTokenHeader') ?? DEFAULT_TOKENS.idTokenHeader).toLowerCase(),
    patientClaim: optionalText(options, 'patientClaim') ?? DEFAULT_TOKENS.patientClaim,
    solutionClaim: optionalText(options, 'solutionClaim') ?? DEFAULT_TOKENS.solutionClaim,
  };
  return {
    mode: options.lenient === true ? 'lenient' : 'strict',
    tokens,
    consentRefused: options.consentRefused === true,
    tokenExpired: options.tokenExpired === true,
    oidConflict: options.oidConflict === true,
    latencyMs: readNumber(options, 'latency', COMMAND, [0, 600_000]),
    pageSize: readNumber(options, 'pageSize', COMMAND, [1, 100]),
    outcomeShape: options.outcomeBundle === true ? 'bundle' : 'outcome',
    unavailable: readUnavailability(optionalText(options, 'busy')),
  };
}

/** `429x2` or `503x3/5`: status, how often, `Retry-After` in seconds. */
function readUnavailability(text: string | undefined): Unavailability | undefined {
  if (text === undefined) return undefined;
  const [, status, times, retryAfter] = /^(429|503)x(\d{1,4})(?:\/(\d{1,5}))?$/.exec(text) ?? [];
  if (status === undefined)
    throw makeError('bad-option', { option: '--busy', reason: `${text} (429x2, 503x3/5)`, command: COMMAND });
  return {
    status: status === '429' ? 429 : 503,
    times: Number(times),
    ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }),
  };
}
