/**
 * Reading, judging and reporting: the part of the public entry that every command needs. What talks to the world, and its
 * libraries, stay out, so that `epreuve check` starts fast (a bundler loads an entry whole).
 */
import {
  type EvidenceItem,
  type EvidenceSet,
  type RuleEntry,
  type RunResult,
  type SuppressionEntry,
  VERSION,
} from './core/index.js';
import { digestChunks } from './evidence/index.js';
import { javaEngine, loadDomLibrary, loadXmlLibrary } from './formats/cda/index.js';
import {
  gatherSchemaIssues,
  type JudgeOptions,
  judge,
  judgeWithNdjson,
  type NdjsonFile,
  type PairOptions,
  packsNeeded,
  prepareKit,
  type SubjectOptions,
  type Suppressions,
} from './judging/index.js';
import { FHIR_PACKS, KitCache, loadCdaKit, loadFhirPackage, loadPack, type Pack } from './packs/index.js';
import { rowRules } from './rules/cda/rows/row-rules.js';
import { RULES } from './rules/generated/index.js';

export * from './assets/index.js';
export * from './core/index.js';
export * from './evidence/index.js';
export * from './formats/cda/index.js';
export { compareLeaves, leavesOfJson, leavesOfXml } from './formats/compare-trees.js';
export { type DocumentFormat, detectFormat } from './formats/detect/index.js';
export * from './formats/fhir/index.js';
export * from './formats/hl7v2/index.js';
export {
  type JudgeOptions,
  judge,
  packsNeeded,
  type Suppressions,
  suppressionsOf,
} from './judging/index.js';
export { listPacks, loadFhirPackage, loadPack, type Pack, type PackSummary } from './packs/index.js';
export * from './reports/index.js';
export { RULES } from './rules/generated/index.js';

/** Entries of a suppression file; see `judging/read-suppressions`. Loaded when asked for, with its schema library. */
export async function readSuppressions(text: string, file: string): Promise<readonly SuppressionEntry[]> {
  const reader = await import('./judging/read-suppressions.js');
  return reader.readSuppressions(text, file);
}

/** The evidence with the first page of each PDF it holds as a picture; see `scenarios/pdf-pictures`. */
export async function withPictures(evidence: EvidenceSet, options: SubjectOptions = {}): Promise<EvidenceSet> {
  const pictures = await import('./scenarios/pdf-pictures.js');
  return pictures.withPictures(evidence, options);
}

export interface JudgeEvidenceOptions extends SubjectOptions, PairOptions {
  /** Packs forced by the user: ids, `id@version`, or folders. */
  readonly packs?: readonly string[];
  /** The user's own FHIR R4 packages: folders or .tgz, each over the ones before. FHIR documents are judged with the last. */
  readonly fhirPackages?: readonly string[];
  /** NDJSON files to read while they are judged: each is held one line at a time, and the result stays bounded. */
  readonly ndjson?: readonly NdjsonSource[];
  /** `java`: schema verdicts of CDA documents come from Xerces instead of the built-in engine. */
  readonly xsdEngine?: 'java';
  /** The user's own copy of ANS's CDA kit, a folder: each CDA document is judged with it too. */
  readonly cdaKit?: string;
  /** Keep what a person sees of CDA documents. Default: of recorded runs, whose result is then the same whoever judges. */
  readonly views?: boolean;
  /** Findings known and explained: shown, not counted as failures. */
  readonly suppressions?: Suppressions;
  /** ISO 8601: when the documents are looked at; without it nothing that depends on it is decided. */
  readonly seenAt?: string;
}

export interface NdjsonSource {
  /** For people; never a path of the machine unless the user wrote it. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Told after each line, with the resources judged so far. */
  progress?(resources: number): void;
}

/**
 * Loads the packs the evidence calls for and judges it. Throws `pack-not-found`, `pack-invalid` and
 * `xsd-engine-missing`, `cda-kit-invalid`; findings are data.
 */
export async function judgeEvidence(evidence: EvidenceSet, options: JudgeEvidenceOptions = {}): Promise<RunResult> {
  const { packs: named, fhirPackages = [], xsdEngine, cdaKit, suppressions, views, ndjson = [], ...subjects } = options;
  const packs = await loadFhirPackages(fhirPackages);
  const forced = packs.size > 0 ? [...(named ?? []), ...packs.keys()] : named;
  const names = packsNeeded(evidence, { ...subjects, ...(forced && { forced }) });
  // What a file that is not read yet will ask for cannot be known: every pack a resource can choose.
  if (ndjson.length > 0) names.push(...FHIR_PACKS);
  for (const name of names) if (!packs.has(name)) packs.set(name, await loadPack(name));
  const cda = [...packs.values()].find((pack) => pack.cda);
  if (cda) await loadXmlLibrary();
  const schemaIssues = cda && xsdEngine === 'java' ? await askJava(evidence, cda, subjects) : undefined;
  const kit = cdaKit === undefined ? undefined : await readyKit(cdaKit, evidence, packs, subjects);
  const judging: JudgeOptions = {
    ...subjects,
    packs,
    rules: RULES,
    toolVersion: VERSION,
    views: views ?? evidence.startedAt !== undefined,
    ...(forced && { forced }),
    ...(schemaIssues && { schemaIssues }),
    ...(suppressions && { suppressions }),
    ...(kit && { kit }),
  };
  if (ndjson.length === 0) return judge(evidence, judging);
  const files = ndjson.map((source, index) => toNdjsonFile(source, evidence.items.length + index + 1));
  return judgeWithNdjson(evidence, files, judging);
}

function toNdjsonFile({ name, chunks, progress }: NdjsonSource, number: number): NdjsonFile {
  const item: EvidenceItem = {
    id: `e${String(number).padStart(4, '0')}`,
    kind: 'document',
    name,
    mediaType: 'application/fhir+ndjson',
    sha256: '',
    size: 0,
  };
  return { item, ...digestChunks(chunks), ...(progress && { progress }) };
}

/** Read even when no document calls for it: a wrong folder is told at once. */
async function readyKit(folder: string, evidence: EvidenceSet, packs: Map<string, Pack>, options: SubjectOptions) {
  const kit = await loadCdaKit(folder);
  const french = packs.get('cda-fr') ?? (await loadPack('cda-fr'));
  packs.set('cda-fr', french);
  if (!french.cda) return undefined;
  await Promise.all([loadXmlLibrary(), loadDomLibrary()]);
  return prepareKit(kit, evidence, french.cda.content, new KitCache(kit.reference.digest), options);
}

async function askJava(evidence: EvidenceSet, pack: Pack, options: SubjectOptions) {
  const engine = await javaEngine(pack.cda?.xsd ?? {});
  try {
    return await gatherSchemaIssues(evidence, engine, options);
  } finally {
    await engine.dispose();
  }
}

/** Only the last package is judged with: it stands on the others. */
async function loadFhirPackages(paths: readonly string[]): Promise<Map<string, Pack>> {
  let last: Pack | undefined;
  for (const path of paths) last = await loadFhirPackage(path, last?.fhir ? { over: last.fhir } : {});
  const path = paths.at(-1);
  return new Map(last && path !== undefined ? [[path, last]] : []);
}

/** Every rule a user may meet: those written as code, then those the rows of the French CDA pack make. */
export async function allRules(): Promise<readonly RuleEntry[]> {
  const pack = await loadPack('cda-fr');
  return [...RULES, ...(pack.cda ? rowRules(pack.cda.content) : [])];
}
