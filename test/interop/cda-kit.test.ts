import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CdaDocument,
  DocumentIndex,
  libxml2Engine,
  loadDomLibrary,
  loadPack,
  loadXmlLibrary,
} from '../../src/index.js';
import { type CdaContent, type CdaKit, loadCdaKit } from '../../src/packs/index.js';
import { chooseSchematrons } from '../../src/rules/cda/kit/kit-schematrons.js';
import { MAIN_XSD } from '../../src/rules/cda/kit/prepared-kit.js';
import { absentForControl, askSaxon, KIT, packed, preparedFor } from '../support/kit-control.js';
import { xmlMutants } from '../support/xml-mutants.js';

// Run by `npm run test:interop`. The kit belongs to the user; nothing of it is here.
const LONG = 3_600_000;
const absent = absentForControl();
const control = absent === undefined ? test : test.skip;
const hasKit = existsSync(join(KIT, 'ExemplesCDA'));
const withKit = hasKit ? test : test.skip;
/** Mutants of each document. */
const MUTANTS = Number(process.env.EPREUVE_MUTANTS ?? 30);

const examples = () =>
  readdirSync(join(KIT, 'ExemplesCDA'))
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .map((name) => join(KIT, 'ExemplesCDA', name));

interface Ready {
  readonly kit: CdaKit;
  readonly choose: (document: CdaDocument) => readonly string[];
  readonly content: CdaContent;
  readonly ownXsd: Readonly<Record<string, string>>;
}

async function ready(): Promise<Ready> {
  await Promise.all([loadXmlLibrary(), loadDomLibrary()]);
  const [kit, { cda }] = await Promise.all([loadCdaKit(KIT), loadPack('cda-fr')]);
  if (!cda) throw new Error('cda-fr is no CDA pack');
  return {
    kit,
    content: cda.content,
    ownXsd: cda.xsd,
    choose: (document) => chooseSchematrons(document, kit, cda.content).files,
  };
}

control(
  `the kit gives Saxon-HE's findings on its own examples${absent ? ` (skipped: ${absent})` : ''}`,
  async () => {
    const { kit, content, choose } = await ready();
    const runs: { pair: readonly [string, string]; ours: string[]; untold: number }[] = [];
    const prepared = await preparedFor(kit, examples(), content);
    for (const file of examples()) {
      const document = CdaDocument.read(readFileSync(file));
      const index = new DocumentIndex(document.tree);
      for (const path of choose(document)) {
        const report = prepared.runner(path)?.run(document.tree, index);
        const ours = (report?.findings ?? []).map(({ check, values }) => {
          let at = 0;
          const words = check.message.map((piece) => (typeof piece === 'string' ? piece : values[at++]));
          return packed(check.kind === 'assert' ? 'failed-assert' : 'successful-report', words.join(''));
        });
        runs.push({ pair: [join(KIT, path), file], ours: ours.sort(), untold: report?.untold.length ?? 0 });
      }
      document.dispose();
    }
    const answers = await askSaxon(
      KIT,
      runs.map(({ pair }) => pair),
    );
    expect(answers).toHaveLength(runs.length);
    // A schematron that is no XPath 2 everywhere does not compile: Saxon says nothing of any document, and controls nothing.
    const uncompiled = answers.map(({ error }) => error !== undefined && /stylesheet compilation/.test(error));
    // Any other run that Saxon gives up (a missing table) must not be a pass of ours.
    const different = runs.filter(({ ours, untold }, at) => {
      const { error, findings = [] } = answers[at] ?? {};
      if (error !== undefined) return untold === 0 && !uncompiled[at];
      return JSON.stringify(ours) !== JSON.stringify([...findings].sort());
    });
    const givenUp = answers.filter(({ error }) => error).length;
    console.info(
      `${runs.length} runs, ${runs.length - givenUp - different.length} equal, ${givenUp} given up by Saxon-HE, ${uncompiled.filter(Boolean).length} of them for want of a style sheet that compiles`,
    );
    expect(different.map(({ pair }) => pair.join(' '))).toEqual([]);
  },
  LONG,
);

withKit(
  `our schema agrees with the kit's on its examples and their one-fault mutants${hasKit ? '' : ' (skipped: EPREUVE_CDA_KIT names no kit with ExemplesCDA)'}`,
  async () => {
    const { kit, ownXsd } = await ready();
    const main = kit.paths.find((path) => MAIN_XSD.test(path)) ?? '';
    const xsd = Object.fromEntries(
      kit.paths.filter((path) => /\.(?:xsd|dtd)$/i.test(path)).map((path) => [path, kit.texts.get(path) ?? '']),
    );
    const official = libxml2Engine(xsd, main);
    const own = libxml2Engine(ownXsd);
    const different: string[] = [];
    let count = 0;
    for (const file of examples()) {
      const text = readFileSync(file, 'utf8');
      for (const [place, changed] of [['whole', text] as const, ...mutantsOf(text)]) {
        const document = CdaDocument.read(Buffer.from(changed));
        const [first] = own.validateNow(document);
        const [theirs] = official.validateNow(document);
        document.dispose();
        count += 1;
        const isSame =
          (first === undefined) === (theirs === undefined) && first?.location.line === theirs?.location.line;
        if (!isSame) different.push(`${file} ${place}`);
      }
    }
    console.info(`${count} documents and mutants`);
    expect(different).toEqual([]);
  },
  LONG,
);

/** Mutants of different kinds and places, evenly. Faults of the style sheet around a document are not of its schema. */
function mutantsOf(text: string): (readonly [string, string])[] {
  const byPlace = new Map<string, string>();
  for (const { kind, place, text: changed } of xmlMutants(text)) {
    const name = `${kind} ${place}`;
    if (!byPlace.has(name)) byPlace.set(name, changed);
  }
  const all = [...byPlace];
  const step = Math.max(1, Math.floor(all.length / MUTANTS));
  return all.filter((_, at) => at % step === 0).filter(([, changed]) => isReadable(changed));
}

function isReadable(text: string): boolean {
  try {
    CdaDocument.read(Buffer.from(text)).dispose();
    return true;
  } catch {
    return false;
  }
}
