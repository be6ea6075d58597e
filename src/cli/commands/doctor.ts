import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { EXIT, findBrowser, isEpreuveError, listPacks, systemCode, type Text, VERSION } from '../../index.js';
import type { Session } from '../io.js';

interface Check {
  readonly name: string;
  readonly found: string | undefined;
  readonly needed: boolean;
  readonly use: Text;
}

/** `epreuve doctor`: what is installed, what is missing and what it would be good for. */
export async function runDoctor(_args: string[], _options: Record<string, unknown>, session: Session): Promise<number> {
  const packs = await listPacks();
  const checks: readonly Check[] = [
    { name: 'Node', found: process.version, needed: true, use: { fr: 'exécution', en: 'running' } },
    { name: 'OpenSSL', found: process.versions.openssl, needed: true, use: { fr: 'TLS', en: 'TLS' } },
    {
      name: 'Packs',
      found: packs.map(({ id, version }) => `${id}@${version}`).join(', '),
      needed: true,
      use: { fr: 'règles', en: 'rules' },
    },
    {
      name: 'hl7v2',
      found: isInstalled('hl7v2') ? INSTALLED[session.language] : undefined,
      needed: false,
      use: { fr: '--second-opinion', en: '--second-opinion' },
    },
    {
      name: 'Java',
      found: programVersion('java', ['-version']),
      needed: false,
      use: { fr: 'second moteur XSD', en: 'second XSD engine' },
    },
    {
      name: 'pdftoppm',
      found: programVersion('pdftoppm', ['-v']),
      needed: false,
      use: { fr: 'image de la première page des PDF', en: 'picture of the first page of PDFs' },
    },
    {
      name: 'Chromium',
      found: browserVersion(session),
      needed: false,
      use: { fr: 'captures d’écran', en: 'screenshots' },
    },
  ];
  const missing = { fr: 'absent', en: 'absent' }[session.language];
  session.print(`Épreuve ${VERSION}`);
  for (const { name, found, needed, use } of checks) {
    const mark = found ? '✓' : needed ? '✗' : '–';
    session.print(`${mark} ${name.padEnd(9)} ${found ?? missing}  (${use[session.language]})`);
  }
  return checks.some(({ needed, found }) => needed && !found) ? EXIT.inconclusive : EXIT.passed;
}

/** The browser captures are made with, and the library that drives it. */
function browserVersion({ io }: Session): string | undefined {
  if (!isInstalled('playwright-core')) return undefined;
  try {
    const browser = findBrowser(io.environment);
    return browser === undefined ? undefined : (programVersion(browser, ['--version']) ?? browser);
  } catch (error) {
    if (isEpreuveError(error)) return undefined;
    throw error;
  }
}

function programVersion(program: string, args: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 10_000 });
  if (status !== 0) return undefined;
  return (stdout || stderr).split('\n')[0]?.trim();
}

const INSTALLED: Text = { fr: 'installé', en: 'installed' };

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch (error) {
    // A package that exports no CommonJS entry is there all the same.
    return systemCode(error) === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}
