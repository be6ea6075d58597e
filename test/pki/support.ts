import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEpreuveError } from '../../src/core/index.js';

/** Code of the error of ours that a promise ends with; anything else thrown is a failure of the test. */
export async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (isEpreuveError(error)) return error.code;
    throw error;
  }
}

/** Extra oracle: absent on a fresh machine, where the tests with node:crypto and node:tls stand alone. */
export const openssl = findOpenssl();

function findOpenssl(): ((...args: string[]) => string) | undefined {
  const run = (...args: string[]) =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return Number(/^OpenSSL (\d+)/.exec(run('version'))?.[1] ?? 0) >= 3 ? run : undefined;
  } catch {
    return undefined;
  }
}

export const withOpenssl = openssl ? it : it.skip;

/** A folder of its own for each test that wants one, removed after it. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epreuve-pki-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}
