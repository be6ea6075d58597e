import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BehaviourRule,
  Dmn,
  type Endpoint,
  type HttpEvent,
  MesServer,
  readBehaviour,
} from '../../actors/index.js';
import { HttpRecorder } from '../http-recorder.js';
import type { ListenFile } from '../pack/schema.js';
import { WireRecorder } from '../wire-recorder.js';
import type { Play } from './play.js';

/** Something the tested side sent. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** mes: status of our answer. */
  readonly status?: number;
}

/** A place where the tested side sends to, open until the end of the scenario. */
export interface OpenListener {
  readonly on: 'mllp' | 'folder' | 'mes';
  /** For a person: `127.0.0.1:2575`, an address, a folder. */
  readonly address: string;
  /** The next arrival that fits, which is then taken; undefined when there is none yet. */
  take(fits: (arrival: Arrival) => boolean): Promise<Arrival | undefined>;
  close(): Promise<void>;
}

class Arrivals {
  readonly #waiting: Arrival[] = [];

  add(arrival: Arrival): void {
    this.#waiting.push(arrival);
  }

  take(fits: (arrival: Arrival) => boolean): Arrival | undefined {
    const at = this.#waiting.findIndex(fits);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}

/** Throws transport errors such as `port-in-use`. */
export async function openMllpListener(listen: ListenFile, endpoint: Endpoint, play: Play): Promise<OpenListener> {
  const arrivals = new Arrivals();
  const wire = new WireRecorder(play.recorder, `listener-${play.listeners.length + 1}`);
  const behaviour: readonly BehaviourRule[] = readBehaviour({ rules: listen.behaviour ?? [] }, play.id);
  const dmn = await Dmn.start({
    endpoint,
    behaviour,
    mode: listen.integrates ? 'integrate' : 'accept',
    observers: [
      wire.observer,
      (event) => {
        if (event.kind === 'frame-received') arrivals.add({ bytes: event.payload });
      },
    ],
    clock: play.clock,
  });
  return {
    on: 'mllp',
    address: `${endpoint.host}:${dmn.port}`,
    take: async (fits) => arrivals.take(fits),
    close: () => dmn.close(),
  };
}

/** Throws transport errors such as `port-in-use`. */
export async function openMesListener(listen: ListenFile, endpoint: Endpoint, play: Play): Promise<OpenListener> {
  const arrivals = new Arrivals();
  const http = new HttpRecorder(play.recorder, 'mes', 'everything', ['x-id-token']);
  const pending = new Map<string, Uint8Array>();
  const observe = (event: HttpEvent) => {
    if (event.kind === 'request') pending.set(event.exchange, event.request.body);
    if (event.kind === 'response') {
      arrivals.add({ bytes: pending.get(event.exchange) ?? new Uint8Array(), status: event.response.status });
      pending.delete(event.exchange);
    }
  };
  const { unavailable } = listen;
  const server = await MesServer.start({
    endpoint,
    ...(unavailable && {
      settings: {
        unavailable: {
          status: unavailable.status,
          times: unavailable.times,
          ...(unavailable.retryAfter !== undefined && { retryAfter: unavailable.retryAfter }),
        },
      },
    }),
    observers: [http.observer, observe],
    clock: play.clock,
  });
  return { on: 'mes', address: server.url, take: async (fits) => arrivals.take(fits), close: () => server.close() };
}

/** Files that are there already are not taken: only what comes from now on. */
export async function openFolderListener(folder: string, play: Play): Promise<OpenListener> {
  await mkdir(folder, { recursive: true });
  const known = new Set(await readdir(folder));
  const arrivals = new Arrivals();
  const look = async () => {
    for (const name of (await readdir(folder)).sort()) {
      if (known.has(name) || name.startsWith('.') || name.endsWith('.part')) continue;
      known.add(name);
      const bytes = await readFile(join(folder, name));
      const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? 'bin';
      play.recorder.record(
        {
          kind: 'document',
          mediaType: MEDIA_TYPES[extension] ?? 'application/octet-stream',
          name: `received-${known.size}`,
          extension,
        },
        bytes,
      );
      arrivals.add({ bytes });
    }
  };
  return {
    on: 'folder',
    address: folder,
    take: async (fits) => {
      await look();
      return arrivals.take(fits);
    },
    close: async () => undefined,
  };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  hl7: 'x-application/hl7-v2+er7',
  xml: 'application/xml',
  json: 'application/fhir+json',
};
