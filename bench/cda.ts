import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  CdaDocument,
  DocumentIndex,
  evidenceOfDocuments,
  javaEngine,
  judge,
  libxml2Engine,
  loadDomLibrary,
  loadPack,
  loadXmlLibrary,
  RULES,
} from '../src/index.js';
import { loadCdaKit } from '../src/packs/index.js';
import { level1, level3 } from '../src/rules/cda/example-documents.js';
import { chooseSchematrons } from '../src/rules/cda/kit/kit-schematrons.js';
import type { PreparedKit } from '../src/rules/cda/kit/prepared-kit.js';
import { absentForControl, askSaxon, coldSaxonMs, KIT, preparedFor } from '../test/support/kit-control.js';
import { measureProcess } from './cold.js';
import type { Row } from './table.js';

/** Budget of docs/architecture.md: header and body rules of 100 KB, warm; and half of warm Saxon-HE with a kit. */
const BUDGET = { msPer100Kb: 15, ofSaxon: 0.5, kitMegabytes: 200 };
/** The compiler of V8 takes dozens of documents to be done. */
const ROUNDS = 60;

/** Processor milliseconds of one piece of work, best of rounds: other processes weigh less on it than on the clock. */
function best(work: () => void, rounds = ROUNDS): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const file = (name: string, text: string) => ({
  name,
  mediaType: 'application/xml',
  bytes: Buffer.from(text),
});

/** Schema, rules and pair on our own documents, and a second engine when it is there. */
export async function cdaRows(): Promise<Row[]> {
  await loadXmlLibrary();
  const pack = await loadPack('cda-fr');
  const xsd = pack.cda?.xsd ?? {};
  const packs = new Map([['cda-fr', pack]]);
  const options = { packs, rules: RULES, toolVersion: '0' };
  const [one, three] = [file('one.xml', level1()), file('three.xml', large(level3()))];
  const judgeThree = () => judge(evidenceOfDocuments([three]), options);
  const start = process.hrtime.bigint();
  judgeThree();
  const cold = Number(process.hrtime.bigint() - start) / 1e6;
  const document = CdaDocument.read(three.bytes);
  const schema = best(() => libxml2Engine(xsd).validateNow(document));
  const whole = best(judgeThree);
  const pair = best(() => judge(evidenceOfDocuments([one, three]), { ...options, pairGiven: true }));
  const per100 = ((whole - schema) / three.bytes.length) * 100_000;
  const size = `${Math.round(three.bytes.length / 1000)} KB`;
  const java = await javaMs(document, xsd);
  document.dispose();
  return [
    {
      work: `schema, ${size}, warm`,
      figure: ms(schema),
      ...(java && { ratio: `${(java / schema).toFixed(0)} × faster than Java` }),
    },
    {
      work: `reading, header and body rules, for 100 KB, warm`,
      figure: ms(per100),
      budget: `≤ ${BUDGET.msPer100Kb} ms`,
      kept: per100 <= BUDGET.msPer100Kb,
    },
    { work: `everything, ${size}, first document (clock)`, figure: ms(cold) },
    { work: `everything, ${size}, warm`, figure: ms(whole) },
    { work: 'a pair with both documents, warm', figure: ms(pair) },
    { work: 'xsd-schema-validator (Java), a JVM each time (clock)', figure: java ? ms(java) : 'absent: not measured' },
  ];
}

/** About 100 KB: narrative sections added, as in long documents. */
function large(text: string): string {
  const code = '<code code="55107-7" codeSystem="2.16.840.1.113883.6.1"/>';
  const cells = '<tr><td>Sodium</td><td>140 mmol/L</td><td>normal</td></tr>'.repeat(10);
  const narrative = `<text><table><tbody>${cells}</tbody></table></text>`;
  const section = `<component><section>${code}<title>Suite</title>${narrative}</section></component>`;
  const times = Math.max(0, Math.floor((100_000 - text.length) / section.length));
  return text.replace('</structuredBody>', `${section.repeat(times)}</structuredBody>`);
}

async function javaMs(document: CdaDocument, xsd: Readonly<Record<string, string>>): Promise<number | undefined> {
  try {
    const engine = await javaEngine(xsd);
    const start = process.hrtime.bigint();
    await engine.validate(document);
    await engine.dispose();
    return Number(process.hrtime.bigint() - start) / 1e6;
  } catch {
    return undefined;
  }
}

/** The user's kit on its own examples, against Saxon-HE in one warm JVM (third pass of each). */
export async function kitRows(command: string, documents = 6): Promise<Row[]> {
  const absent = absentForControl();
  if (KIT === '') return [{ work: 'the user’s kit', figure: 'EPREUVE_CDA_KIT is not set: not measured' }];
  await Promise.all([loadXmlLibrary(), loadDomLibrary()]);
  const [kit, pack] = await Promise.all([loadCdaKit(KIT), loadPack('cda-fr')]);
  if (!pack.cda) return [];
  const examples = join(KIT, 'ExemplesCDA');
  const names = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.xml')) : [];
  if (names.length === 0) return [{ work: 'the user’s kit', figure: 'no document in its ExemplesCDA: not measured' }];
  const step = Math.max(1, Math.floor(names.length / documents));
  const pairs: [string, string][] = [];
  const times: number[] = [];
  const chosen = names.filter((_, index) => index % step === 0).slice(0, documents);
  const prepared = await preparedFor(
    kit,
    chosen.map((name) => join(examples, name)),
    pack.cda.content,
  );
  for (const name of chosen) {
    const path = join(examples, name);
    const bytes = readFileSync(path);
    const first = CdaDocument.read(bytes);
    const files = chooseSchematrons(first, kit, pack.cda.content).files;
    first.dispose();
    for (const one of files) {
      pairs.push([join(KIT, one), path]);
      times.push(best(() => runOne(bytes, prepared, one), 5));
    }
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const work = `kit by libxml2 and fontoxpath, ${chosen.length} documents, warm, each`;
  const { rows: cold, empty } = wholeProcesses(command, chosen);
  const all = { work, figure: ms(sum(times) / chosen.length) };
  if (absent !== undefined) return [all, ...cold, { work: 'Saxon-HE', figure: `${absent}: not measured` }];
  const answers = (await askSaxon(KIT, [...pairs, ...pairs, ...pairs])).slice(-pairs.length);
  // What Saxon gives up for want of a table is weighed on neither side.
  const told = answers.map(({ error }) => error === undefined);
  const ours = sum(times.filter((_, at) => told[at]));
  const saxon = sum(answers.filter((_, at) => told[at]).map(({ ms: time }) => time));
  const ratio = ours / saxon;
  const givenUp = told.filter((one) => !one).length;
  const scripts = coldSaxon(pairs, told, empty);
  return [
    {
      work,
      figure: ms(ours / chosen.length),
      ratio: `${Math.round(ratio * 100)} % of Saxon`,
      budget: `≤ ${BUDGET.ofSaxon * 100} %`,
      kept: ratio <= BUDGET.ofSaxon,
    },
    { work: 'Saxon-HE, one warm JVM, each', figure: ms(saxon / chosen.length) },
    ...(givenUp > 0
      ? [{ work: 'schematron runs Saxon-HE gave up, left out of both', figure: `${givenUp} of ${told.length}` }]
      : []),
    ...cold,
    ...scripts,
  ];
}

/** One document, the smallest, with the kit's own steps: nothing ready beforehand. */
function coldSaxon(
  pairs: readonly (readonly [string, string])[],
  told: readonly boolean[],
  empty: ReadonlyMap<string, number>,
): Row[] {
  const sizes = [...new Set(pairs.map(([, document]) => document))].sort((a, b) => statSync(a).size - statSync(b).size);
  const [document = ''] = sizes;
  const own = pairs.filter(([, one], at) => one === document && told[at]);
  const time = coldSaxonMs(KIT, own);
  const ours = empty.get(basename(document));
  const work = `Saxon-HE, smallest document, ${own.length} schematrons by the kit’s own steps, cold (clock)`;
  if (time === undefined || ours === undefined) return [{ work, figure: 'given up by Saxon-HE: not measured' }];
  const ratio = `${(time / ours).toFixed(0)} × epreuve check, cache empty (${ms(ours)})`;
  return [{ work, figure: ms(time), ratio }];
}

function runOne(bytes: Buffer, prepared: PreparedKit, schematron: string): void {
  const document = CdaDocument.read(bytes);
  prepared.runner(schematron)?.run(document.tree, new DocumentIndex(document.tree));
  document.dispose();
}

/** `epreuve check document.xml --cda-kit …` as a process of its own, each document twice: kit put together, then cached. */
function wholeProcesses(
  command: string,
  names: readonly string[],
): { readonly rows: Row[]; readonly empty: ReadonlyMap<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'epreuve-bench-kit-'));
  try {
    const env = { ...process.env, EPREUVE_CACHE: join(folder, 'cache') };
    const runs = names.flatMap((name) => {
      const args = ['check', join(KIT, 'ExemplesCDA', name), '--cda-kit', KIT];
      return (['empty', 'filled'] as const).map((cache) => {
        // Documents share schematrons: each finds nothing ready.
        if (cache === 'empty') rmSync(env.EPREUVE_CACHE, { recursive: true, force: true });
        return { name, cache, ...measureProcess(command, args, folder, env) };
      });
    });
    const row = (cache: 'empty' | 'filled'): Row => {
      const own = runs.filter((run) => run.cache === cache).map(({ elapsed }) => elapsed);
      own.sort((left, right) => left - right);
      const [least = 0, middle = 0, most = 0] = [own[0], own[own.length >> 1], own.at(-1)];
      const figure = `${ms(least)} to ${ms(most)}, middle ${ms(middle)}`;
      return {
        work: `whole process with the kit, cache ${cache} (clock)`,
        figure,
      };
    };
    const peaks = runs.map(({ peakMegabytes }) => peakMegabytes);
    const peak = Math.max(...peaks);
    const figure = `${Math.round(Math.min(...peaks))} to ${Math.round(peak)} MB`;
    const memory = {
      work: 'peak memory of a process',
      figure,
      budget: `≤ ${BUDGET.kitMegabytes} MB`,
      kept: peak <= BUDGET.kitMegabytes,
    };
    const empty = runs.filter(({ cache }) => cache === 'empty').map(({ name, elapsed }) => [name, elapsed] as const);
    return { rows: [row('empty'), row('filled'), memory], empty: new Map(empty) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
