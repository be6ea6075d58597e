import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { evidenceOfDocuments } from '../../src/index.js';
import { prepareKit } from '../../src/judging/index.js';
import type { CdaContent, CdaKit } from '../../src/packs/index.js';
import type { PreparedKit } from '../../src/rules/cda/kit/prepared-kit.js';

/** Where Debian's libsaxonhe-java puts it, unless the user says otherwise. */
const SAXON = process.env.EPREUVE_SAXON ?? '/usr/share/java/Saxon-HE.jar';
/** The folder of the user's kit. */
export const KIT = process.env.EPREUVE_CDA_KIT ?? '';

/** A kit with the schematrons that these documents (paths) call for: putting together all of them takes minutes. */
export function preparedFor(kit: CdaKit, files: readonly string[], content: CdaContent): Promise<PreparedKit> {
  const documents = files.map((file) => ({
    name: basename(file),
    mediaType: 'application/xml',
    bytes: readFileSync(file),
  }));
  const noCache = { read: async () => undefined, write: async () => {} };
  return prepareKit(kit, evidenceOfDocuments(documents), content, noCache);
}

/** What the control needs and does not find; undefined when all is there. */
export function absentForControl(): string | undefined {
  if (KIT === '') return 'EPREUVE_CDA_KIT does not name the folder of a kit';
  for (const name of ['schematrons', 'ExemplesCDA'])
    if (!existsSync(join(KIT, name))) return `no folder ${name} in ${KIT}`;
  if (!existsSync(SAXON)) return `no Saxon-HE at ${SAXON} (Debian: libsaxonhe-java; or EPREUVE_SAXON)`;
  if (spawnSync('javac', ['-version']).status !== 0) return 'no JDK (the control is compiled when it is run)';
  return undefined;
}

export interface ControlAnswer {
  /** Kind and message, without blanks. */
  readonly findings: readonly string[];
  readonly error?: string;
  readonly ms: number;
}

/**
 * The kit's own scripts have nothing ready: for each schematron they put it together and compile it, then run it on the
 * document (`compilverif.bat`). The same steps here, in a JVM for each schematron, where the scripts start four.
 * Milliseconds by the clock; undefined when Saxon-HE gives one of them up.
 */
export function coldSaxonMs(kit: string, pairs: readonly (readonly [string, string])[]): number | undefined {
  const classes = mkdtempSync(join(tmpdir(), 'epreuve-control-'));
  try {
    const source = join('test', 'interop', 'KitControl.java');
    const compiled = spawnSync('javac', ['-cp', SAXON, '-d', classes, source], { encoding: 'utf8' });
    if (compiled.status !== 0) throw new Error(`javac: ${compiled.stderr}`);
    let elapsed = 0;
    for (const pair of pairs) {
      const start = process.hrtime.bigint();
      const path = [SAXON, classes].join(delimiter);
      const options = { input: pair.join('\t'), encoding: 'utf8' } as const;
      const { stdout } = spawnSync('java', ['-Xss64m', '-Xmx1500m', '-cp', path, 'KitControl', kit], options);
      elapsed += Number(process.hrtime.bigint() - start) / 1e6;
      if (!/^done\t/m.test(stdout)) return undefined;
    }
    return elapsed;
  } finally {
    rmSync(classes, { recursive: true, force: true });
  }
}

/** Asks Saxon-HE, in one JVM with the kit's own ISO pipeline, about pairs of a schematron and a document (paths). */
export async function askSaxon(kit: string, pairs: readonly (readonly [string, string])[]): Promise<ControlAnswer[]> {
  // npm scripts run at the root of the package, wherever bundles are.
  const source = join('test', 'interop', 'KitControl.java');
  const java = spawn('java', ['-Xss64m', '-Xmx1500m', '-cp', SAXON, source, kit], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  java.stdin.end(pairs.map((pair) => pair.join('\t')).join('\n'));
  let output = '';
  for await (const chunk of java.stdout.setEncoding('utf8')) output += chunk;
  const answers: ControlAnswer[] = [];
  let findings: string[] = [];
  for (const line of output.split('\n')) {
    const [word, ...fields] = line.split('\t');
    if (word === 'finding') findings.push(packed(fields[0] ?? '', fields[2] ?? ''));
    if (word !== 'done' && word !== 'error') continue;
    const isError = word === 'error';
    answers.push({ findings, ms: isError ? 0 : Number(fields[0]), ...(isError && { error: fields[0] ?? '' }) });
    findings = [];
  }
  return answers;
}

/** Blanks around substituted values differ between serialisers. */
export function packed(kind: string, message: string): string {
  return `${kind} ${message.replace(/\s+/g, '')}`;
}
