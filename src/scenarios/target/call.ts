import { spawn } from 'node:child_process';
import { toMilliseconds } from '../pack/duration.js';
import { fillValues, type Values } from '../pack/templates.js';
import type { CallFile } from './schema.js';

/** A command or an HTTP call of the target file. */
export interface Call extends Omit<CallFile, 'timeout'> {
  readonly timeoutMs: number;
  /** Folder commands run in. */
  readonly folder: string;
}

export interface CallOutcome {
  /** Exit code 0, or HTTP 2xx. */
  readonly ok: boolean;
  /** `exit 1`, `HTTP 500`, `timeout`, `ENOENT`: no personal data. */
  readonly ended: string;
  /** What it printed or answered, cut to 1 MiB. */
  readonly output: Uint8Array;
  /** What it printed as errors. */
  readonly talk: Uint8Array;
}

const DEFAULT_TIMEOUT = '30s';
const MAX_OUTPUT = 1024 * 1024;

export function toCall({ timeout = DEFAULT_TIMEOUT, ...call }: CallFile, folder: string): Call {
  return { ...call, timeoutMs: toMilliseconds(timeout), folder };
}

/** Makes the call and never throws. A command sees the values as EPREUVE_… variables, and `${name}` in its arguments. */
export async function makeCall(call: Call, values: Values, signal: AbortSignal): Promise<CallOutcome> {
  return call.url === undefined ? runCommand(call, values, signal) : fetchUrl(call, values, signal);
}

function runCommand(call: Call, values: Values, signal: AbortSignal): Promise<CallOutcome> {
  const [program = '', ...args] = fillValues(call.command ?? [], values);
  const environment = Object.fromEntries([...values].map(([name, value]) => [toVariable(name), value]));
  return new Promise((resolve) => {
    const [output, talk] = [new Kept(), new Kept()];
    const child = spawn(program, args, {
      cwd: call.folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.any([signal, AbortSignal.timeout(call.timeoutMs)]),
    });
    const end = (ended: string, ok = false) => resolve({ ok, ended, output: output.bytes, talk: talk.bytes });
    child.stdout.on('data', (chunk: Buffer) => output.add(chunk));
    child.stderr.on('data', (chunk: Buffer) => talk.add(chunk));
    child.once('error', (error: NodeJS.ErrnoException) =>
      end(error.name === 'AbortError' ? 'timeout' : (error.code ?? 'error')),
    );
    child.once('close', (code, killed) => end(code === null ? (killed ?? 'killed') : `exit ${code}`, code === 0));
  });
}

/** `patient.ins` is EPREUVE_PATIENT_INS. */
function toVariable(name: string): string {
  return `EPREUVE_${name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`;
}

async function fetchUrl(call: Call, values: Values, signal: AbortSignal): Promise<CallOutcome> {
  const encoded = new Map([...values].map(([name, value]) => [name, encodeURIComponent(value)]));
  const { method = 'GET', body, headers = {} } = fillValues({ ...call, url: '' }, values);
  try {
    const response = await fetch(fillValues(call.url ?? '', encoded), {
      method,
      headers,
      ...(body !== undefined && { body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(call.timeoutMs)]),
    });
    const output = new Uint8Array(await response.arrayBuffer()).subarray(0, MAX_OUTPUT);
    return { ok: response.ok, ended: `HTTP ${response.status}`, output, talk: new Uint8Array() };
  } catch (error) {
    return { ok: false, ended: endOf(error), output: new Uint8Array(), talk: new Uint8Array() };
  }
}

function endOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unreachable';
}

class Kept {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    if (this.#size >= MAX_OUTPUT) return;
    this.#chunks.push(chunk.subarray(0, MAX_OUTPUT - this.#size));
    this.#size += chunk.length;
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}
