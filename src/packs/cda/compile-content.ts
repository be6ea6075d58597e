import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZodType } from 'zod';
import type { SpecReference, Trust } from '../../core/index.js';
import type { PackMistake } from '../compile/mistakes.js';
import { duplicate, unknownName } from '../compile/problems.js';
import { readYaml, type Source } from '../compile/source.js';
import { xpathMistakes } from './check-xpath.js';
import {
  cdaValueSetFile,
  closedFile,
  type ModelFile,
  modelsFile,
  type RowFile,
  rowsFile,
  sourcesFile,
} from './content-files.js';
import type { CdaCheck, CdaContent, CdaModel, CdaRow, CdaValueSet } from './content-types.js';

/** Largest file of a pack, and most files of one of its folders. */
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_FILES = 1000;

type Sources = Readonly<Record<string, { readonly standard: string; readonly trust: Trust }>>;

/**
 * Reads `rows/`, `valuesets/`, `models/`, `sources.yaml` and `closed.yaml` of a pack folder, over the base pack's
 * content: a row, value set or model of the same id replaces that of the base. Mistakes go to the list.
 */
export async function compileCdaContent(
  folder: string,
  packId: string,
  base: CdaContent | undefined,
  mistakes: PackMistake[],
): Promise<CdaContent> {
  const reader = new FolderReader(folder, mistakes);
  const [sources] = await reader.read('sources.yaml', sourcesFile);
  const [closed] = await reader.read('closed.yaml', closedFile);
  const rows = (await reader.read('rows', rowsFile)).flatMap((source) =>
    toRows(source, sources?.data ?? {}, packId, mistakes),
  );
  const valueSets = (await reader.read('valuesets', cdaValueSetFile)).map(({ data }): CdaValueSet => {
    const codes = Object.entries(data.codes).map(([system, list]) => [system, list ?? {}] as const);
    return { ...data, codes: Object.fromEntries(codes) };
  });
  const models = (await reader.read('models', modelsFile)).flatMap(({ data }) => data.map(toModel));
  const content = {
    rows: merge(base?.rows ?? [], rows),
    valueSets: { ...base?.valueSets, ...Object.fromEntries(valueSets.map((set) => [set.id, set])) },
    models: merge(base?.models ?? [], models),
    closed: {
      ...base?.closed,
      ...Object.fromEntries(
        Object.entries(closed?.data ?? {}).map(([path, names]) => [path, names.trim().split(/\s+/)]),
      ),
    },
  };
  return content;
}

/** Plain files of reasonable size of one pack folder, each checked against its schema. */
export class FolderReader {
  constructor(
    private readonly folder: string,
    private readonly mistakes: PackMistake[],
  ) {}

  /** Every readable file of that name, or of the folder of that name, in order; none when there is none. */
  async read<Data>(name: string, schema: ZodType<Data>): Promise<Source<Data>[]> {
    const found: Source<Data>[] = [];
    for (const path of await this.#paths(name)) {
      const stats = await lstat(join(this.folder, path)).catch(() => undefined);
      if (!stats?.isFile() || stats.size > MAX_BYTES) continue;
      const text = await readFile(join(this.folder, path), 'utf8');
      const source = readYaml(`${basename(this.folder)}/${path}`, text, schema, this.mistakes);
      if (source) found.push(source);
    }
    return found;
  }

  async #paths(name: string): Promise<string[]> {
    if (name.endsWith('.yaml')) return [name];
    const files = await readdir(join(this.folder, name)).catch(() => []);
    return files
      .filter((file) => /\.ya?ml$/.test(file))
      .sort()
      .slice(0, MAX_FILES)
      .map((file) => `${name}/${file}`);
  }
}

/** Rows of the base in their order, each replaced by the new one of its id, then the rows that are new. */
function merge<Row extends { readonly id: string }>(base: readonly Row[], own: readonly Row[]): Row[] {
  const byId = new Map(base.map((row) => [row.id, row]));
  for (const row of own) byId.set(row.id, row);
  return [...byId.values()];
}

function toRows(source: Source<readonly RowFile[]>, sources: Sources, pack: string, mistakes: PackMistake[]): CdaRow[] {
  mistakes.push(...xpathMistakes(source));
  const seen = new Set<string>();
  const rows: CdaRow[] = [];
  for (const [index, row] of source.data.entries()) {
    if (seen.has(row.id)) mistakes.push(source.mistake([index, 'id'], duplicate(row.id)));
    seen.add(row.id);
    const specs = readSources(row.source, sources, (key) =>
      mistakes.push(
        source.mistake([index, 'source'], unknownName({ fr: 'source', en: 'source' }, key, Object.keys(sources))),
      ),
    );
    const checks = toChecks(row, () => mistakes.push(source.mistake([index, 'id'], NO_ASSERT)));
    const { id, severity, title, why, repair, level, models, constraint } = row;
    rows.push({
      id,
      pack,
      severity,
      trust: specs.trust,
      spec: specs.spec,
      title,
      why,
      repair,
      ...(level !== undefined && { level }),
      ...(models && { models }),
      ...(constraint !== undefined && { constraint }),
      checks,
    });
  }
  return rows;
}

const NO_ASSERT = {
  reason: { fr: 'il manque test ou codeIn, ou un message', en: 'test or codeIn is missing, or a message' },
  remedy: {
    fr: 'Donnez à chaque contrôle un test (ou codeIn, pas les deux) et un message.',
    en: 'Give each check one test (or codeIn, not both) and one message.',
  },
};

/** The trust mark of a row is that of its first source: the others only support it. */
function readSources(
  text: string,
  sources: Sources,
  unknown: (key: string) => void,
): { spec: SpecReference[]; trust: Trust } {
  let trust: Trust | undefined;
  const spec: SpecReference[] = [];
  for (const part of text.split(';')) {
    const [, key = '', section = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(part) ?? [];
    const source = sources[key];
    if (!source) {
      unknown(key);
      continue;
    }
    trust ??= source.trust;
    spec.push({ standard: source.standard, section: section === '' ? key : section });
  }
  return { spec, trust: trust ?? 'project' };
}

function toChecks(row: RowFile, wrong: () => void): CdaCheck[] {
  const { context, test, codeIn, at, found, expected, message } = row;
  const alone = { id: 'wrong', test, codeIn, at, found, expected, message };
  return (row.checks ?? [alone]).flatMap((check): CdaCheck[] => {
    const { test: own, codeIn: ownCodeIn, message: words } = check;
    if (!words || (own === undefined) === (ownCodeIn === undefined)) {
      wrong();
      return [];
    }
    const severity = 'severity' in check ? check.severity : undefined;
    const ownContext = 'context' in check ? check.context : undefined;
    return [
      {
        id: check.id,
        context: ownContext ?? context ?? '.',
        assert: own === undefined ? { codeIn: toCodeIn(ownCodeIn) } : { test: own },
        ...(severity && { severity }),
        ...(check.at !== undefined && { at: check.at }),
        ...(check.found !== undefined && { found: check.found }),
        ...(check.expected !== undefined && { expected: check.expected }),
        message: words,
      },
    ];
  });
}

function toCodeIn(codeIn: RowFile['codeIn']) {
  const { table = '', by = 'code', attribute } = codeIn ?? {};
  return { table, by, ...(attribute !== undefined && { attribute }) } as const;
}

function toModel({ sections, formatCode, pdfCopyFrom, serviceEventCodes, ...rest }: ModelFile): CdaModel {
  return {
    ...rest,
    ...(formatCode !== undefined && { formatCode }),
    ...(pdfCopyFrom !== undefined && { pdfCopyFrom }),
    ...(serviceEventCodes && { serviceEventCodes }),
    sections: (sections ?? []).map(({ template, anyOf, card, from, until }) => {
      const [min, max] = card.split('..');
      return {
        anyOf: anyOf ?? (template === undefined ? [] : [template]),
        min: Number(min),
        max: max === '*' ? null : Number(max),
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
      };
    }),
  };
}
