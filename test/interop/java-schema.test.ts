import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CdaDocument, javaEngine, libxml2Engine, loadPack, loadXmlLibrary } from '../../src/index.js';
import { MUTANT_KINDS, xmlMutants } from '../support/xml-mutants.js';

// A JVM starts for each document, a second or more: `npm run test:interop` runs it, `npm test` has a few documents only.
const FOLDERS = ['samples/cda', 'samples/cda-pairs'];
/** One sample out of so many. */
const EVERY = Number(process.env.EPREUVE_EVERY ?? 1);
const LONG = 3_600_000;
/** Why it does not run. */
const skipped =
  process.env.EPREUVE_INTEROP !== '1'
    ? 'npm run test:interop'
    : spawnSync('javac', ['-version']).status === 0
      ? undefined
      : 'no JDK';

(skipped === undefined ? test : test.skip)(
  `Xerces and libxml2 say the same of every CDA sample and of a one-fault mutant of each${skipped ? ` (skipped: ${skipped})` : ''}`,
  async () => {
    await loadXmlLibrary();
    const xsd = (await loadPack('cda-fr')).cda?.xsd ?? {};
    const java = await javaEngine(xsd);
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name)),
    );
    const different: string[] = [];
    const counts = { valid: 0, invalid: 0 };
    try {
      for (const [at, file] of files.entries()) {
        if (at % EVERY !== 0) continue;
        const text = readFileSync(file, 'utf8');
        for (const [place, changed] of [['whole', text] as const, mutantOf(text, at)]) {
          const document = CdaDocument.read(Buffer.from(changed));
          const [own] = libxml2Engine(xsd).validateNow(document);
          const [other] = await java.validate(document);
          document.dispose();
          counts[own ? 'invalid' : 'valid'] += 1;
          // Xerces tells a broken reference at the end of the document.
          const samePlace = own?.kind === 'broken-reference' || own?.location.line === other?.location.line;
          if (own?.kind !== other?.kind || !samePlace)
            different.push(
              `${file} ${place}: ${own?.kind} ${own?.location.line}, ${other?.kind} ${other?.location.line}`,
            );
        }
      }
    } finally {
      await java.dispose();
    }
    console.info(`valid ${counts.valid}, invalid ${counts.invalid}`);
    expect(counts.valid).toBeGreaterThan(0);
    expect(counts.invalid).toBeGreaterThan(0);
    expect(different).toEqual([]);
  },
  LONG,
);

/** Kinds in turn, each somewhere in the middle; well-formed for our own intake. */
function mutantOf(text: string, turn: number): readonly [string, string] {
  const kind = MUTANT_KINDS[turn % MUTANT_KINDS.length];
  const all = [...xmlMutants(text)].filter((mutant) => mutant.kind === kind);
  const { place, text: changed } = all[Math.floor(all.length / 2)] ?? { place: 'none', text };
  return [`${kind} ${place}`, changed];
}
