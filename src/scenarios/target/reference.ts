import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BehaviourRule,
  DEFAULT_TOKENS,
  Dmn,
  FolderDmn,
  MeasuresClient,
  MllpSender,
  makeFaultyIdentities,
  makeTestIdToken,
  PamConsumer,
  type PatientPage,
  PERSONAL_PARTS,
  type Security,
  servePatientPage,
  type TestIdentities,
} from '../../actors/index.js';
import { type Clock, type Language, makeError, VERSION } from '../../core/index.js';
import { DAY_PATIENT, DAY_SOLUTION, dayMeasured, dayOfMeasures } from '../measures/day-of-measures.js';
import type { ReferenceAct, Target } from './target.js';

export interface ReferenceOptions {
  readonly clock: Clock;
  readonly language: Language;
  /** Faults and answers on purpose; none: it behaves well. */
  readonly behaviour?: readonly BehaviourRule[];
  /** `accept`: says yes and stores nothing. */
  readonly mode?: 'integrate' | 'accept';
  readonly consumer?: PamConsumer;
  /** Made anew unless given. */
  readonly pki?: Awaited<ReturnType<typeof makeFaultyIdentities>>;
}

const LOOPBACK = '127.0.0.1';
const ANSWER_WITHIN_MS = 2000;

/**
 * The reference DMN on loopback, so that a scenario can be tried before the tested system is there: MLLP over mutual TLS, a
 * folder, its patients as JSON and as pages. When a scenario waits for the tested side to send, it sends.
 */
export async function startReference(options: ReferenceOptions): Promise<Target> {
  const { clock, language, behaviour = [], mode = 'integrate', consumer = new PamConsumer() } = options;
  const { good, faulty } = options.pki ?? (await makeFaultyIdentities(clock.now()));
  const secured = (tls: TestIdentities['dmn']): Security => ({ kind: 'mutual-tls', tls });
  const dmn = await Dmn.start({
    endpoint: { host: LOOPBACK, port: 0, security: secured(good.dmn) },
    behaviour,
    mode,
    consumer,
    clock,
  });
  const root = await mkdtemp(join(tmpdir(), 'epreuve-reference-'));
  const folder = { deliver: join(root, 'in'), answers: join(root, 'answers') };
  const behindFolder = mode === 'accept' ? new PamConsumer() : consumer;
  const folderDmn = await FolderDmn.start({ ...folder, consumer: behindFolder, clock });
  const page: PatientPage = await servePatientPage({ store: consumer.store, language });
  return {
    name: { fr: 'DMN de référence', en: 'Reference DMN' }[language],
    version: VERSION,
    mllp: { host: LOOPBACK, port: dmn.port, security: secured(good.gam), answerWithinMs: ANSWER_WITHIN_MS, faulty },
    folder,
    listen: {
      mllp: { host: LOOPBACK, port: 0, security: secured(good.mes) },
      mes: { host: LOOPBACK, port: 0, security: secured(good.mes) },
      folder: join(root, 'out'),
    },
    pam: {},
    // biome-ignore lint/suspicious/noTemplateCurlyInString: filled for each capture, like that of a target file
    web: { url: page.url, patient: 'identifiers/${identifier}', personal: PERSONAL_PARTS },
    state: { url: new URL('patients.json', page.url).href, timeoutMs: ANSWER_WITHIN_MS, folder: root },
    hooks: {},
    reference: new ReferenceSender(good, clock),
    close: async () => {
      await Promise.all([page.close(), folderDmn.close(), dmn.close()]);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What the person in front of the tested system would make it send. */
class ReferenceSender implements NonNullable<Target['reference']> {
  #sent = 0;

  constructor(
    private readonly identities: TestIdentities,
    private readonly clock: Clock,
  ) {}

  async act(
    act: ReferenceAct,
    to: { on: 'mllp' | 'mes' | 'folder'; address: string },
    bytes = act.bytes,
  ): Promise<void> {
    if (to.on === 'mes') return this.#feed(act.measure ?? '', to.address);
    if (!bytes) throw makeError('defect', { reason: 'nothing for the reference DMN to send' });
    if (to.on === 'folder') return this.#drop(bytes, to.address);
    const [host = LOOPBACK, port = '0'] = to.address.split(/:(?=\d+$)/);
    const security = { kind: 'mutual-tls', tls: this.identities.dmnClient } as const;
    const sender = await MllpSender.connect({ host, port: Number(port), security }, { clock: this.clock });
    try {
      const { silence } = await sender.send(bytes, ANSWER_WITHIN_MS);
      // As a sender must: what was not acknowledged is sent again, on a new connection when the first has ended.
      if (silence && !act.once) await this.#again(bytes, { host, port: Number(port), security });
    } finally {
      await sender.close();
    }
  }

  async #again(bytes: Uint8Array, endpoint: Parameters<typeof MllpSender.connect>[0]): Promise<void> {
    const sender = await MllpSender.connect(endpoint, { clock: this.clock });
    await sender.send(bytes, ANSWER_WITHIN_MS);
    await sender.close();
  }

  async #feed(measure: string, baseUrl: string): Promise<void> {
    const day = dayOfMeasures(dayMeasured(this.clock.now()));
    const feed = Object.entries(day).find(([name]) => name === measure)?.[1];
    if (!feed) throw makeError('defect', { reason: `no measure ${measure} in the day` });
    const token = makeTestIdToken({ patient: DAY_PATIENT.value, solution: DAY_SOLUTION }, DEFAULT_TOKENS);
    const client = await MeasuresClient.open({
      baseUrl,
      security: { kind: 'mutual-tls', tls: this.identities.dmnClient },
      accessToken: 'epreuve-reference',
      idToken: { header: DEFAULT_TOKENS.idTokenHeader, token },
      retry: { firstDelayMs: 20, longestDelayMs: 100 },
    });
    try {
      await client.feed(feed.json);
    } finally {
      await client.close();
    }
  }

  async #drop(bytes: Uint8Array, folder: string): Promise<void> {
    this.#sent += 1;
    const extension = bytes[0] === 0x3c ? 'xml' : 'hl7';
    await writeFile(join(folder, `dmn-${this.#sent}.${extension}`), bytes);
  }
}
