import { createHash } from 'node:crypto';
import type { ZodType } from 'zod';
import { type PackMistake, packInvalid } from '../../packs/compile/mistakes.js';
import { duplicate, type MistakeWords, unknownName } from '../../packs/compile/problems.js';
import { type DataPath, readYaml, type Source as YamlSource } from '../../packs/compile/source.js';
import type { DataFolder } from '../../packs/data-folder.js';
import { expandNumbers, isMeantBy } from './requirement-id.js';
import {
  type ApplicabilityFile,
  applicabilityFile,
  type FamilyFile,
  familyFile,
  type ReferentialFile,
  referentialFile,
  type ScenariosFile,
  scenariosFile,
} from './schema.js';
import type {
  ApplicabilityRule,
  Referential,
  Requirement,
  ScenarioChoice,
  Source,
  Sourced,
  Standing,
} from './types.js';

export const REFERENTIAL_FILE = 'referential.yaml';

/** Reads a requirement pack. Throws `pack-invalid` with every mistake of its files. */
export function compileReferential(folder: DataFolder): Referential {
  return new ReferentialCompiler(folder).compile();
}

type Written = { readonly standing: Standing; readonly sources: readonly string[] };

class ReferentialCompiler {
  readonly #mistakes: PackMistake[] = [];
  #sources: ReadonlyMap<string, Source> = new Map();

  constructor(readonly folder: DataFolder) {}

  compile(): Referential {
    const main = this.#read(REFERENTIAL_FILE, referentialFile);
    const scenarios = this.#read('scenarios.yaml', scenariosFile);
    const rules = this.#read('applicability.yaml', applicabilityFile);
    const families = (main?.data.families ?? []).flatMap((name, index) => {
      const path = `requirements/${name}.yaml`;
      if (!this.folder.files.has(path)) this.#tell(main, ['families', index], unknownName(FILE_WORD, path));
      return this.folder.files.has(path) ? (this.#read(path, familyFile) ?? []) : [];
    });
    this.#tellStrayFiles(main?.data.families ?? []);
    if (!main || !scenarios || !rules || this.#mistakes.length > 0) throw packInvalid(this.#mistakes);
    this.#sources = new Map(main.data.sources.map((source) => [source.id, source]));
    const choices = this.#choices(scenarios);
    const requirements = this.#withRules(
      families.flatMap((family) => this.#family(family, choices)),
      rules,
    );
    const referential = { ...this.#head(main), requirements, digest: digestOf(this.folder) };
    if (this.#mistakes.length > 0) throw packInvalid(this.#mistakes);
    return referential;
  }

  #tellStrayFiles(families: readonly string[]): void {
    const known = [...FILES, ...families.map((name) => `requirements/${name}.yaml`)];
    for (const path of this.folder.files.keys()) {
      if (known.includes(path)) continue;
      this.#mistakes.push({ file: `${this.folder.name}/${path}`, line: 1, column: 1, ...strayFile(known) });
    }
  }

  #read<Data>(path: string, schema: ZodType<Data>): YamlSource<Data> | undefined {
    return readYaml(`${this.folder.name}/${path}`, this.folder.files.get(path) ?? '', schema, this.#mistakes);
  }

  #head(file: YamlSource<ReferentialFile>): Omit<Referential, 'requirements' | 'digest'> {
    const { id, version, title, warning, platforms, paths, reminders = [], penetrationTest } = file.data;
    return {
      ...{ id, version, title, warning },
      platforms: platforms.map(({ note, ...row }, index) => ({
        ...row,
        ...(note && { note }),
        ...this.#sourced(row, file, ['platforms', index]),
      })),
      paths: paths.map((row, index) => ({ ...row, ...this.#sourced(row, file, ['paths', index]) })),
      reminders: reminders.map((row, index) => ({ ...row, ...this.#sourced(row, file, ['reminders', index]) })),
      penetrationTest: { ...penetrationTest, ...this.#sourced(penetrationTest, file, ['penetrationTest']) },
    };
  }

  #choices(file: YamlSource<ScenariosFile>): ReadonlyMap<string, ScenarioChoice> {
    const choices = new Map<string, ScenarioChoice>();
    for (const [index, row] of file.data.entries()) {
      if (choices.has(row.id)) this.#tell(file, [index, 'id'], duplicate(row.id));
      choices.set(row.id, { ...row, ...this.#sourced(row, file, [index]) });
    }
    return choices;
  }

  #family(file: YamlSource<FamilyFile>, choices: ReadonlyMap<string, ScenarioChoice>): Requirement[] {
    const { family, title, groups } = file.data;
    const found = new Map<number, Requirement>();
    for (const [index, group] of groups.entries()) {
      const place = ['groups', index];
      const { subject, unsettled, notes = [], pitfalls = [], runs = [] } = group;
      const common = {
        ...{ family, familyTitle: title, subject, runs },
        scenarios: group.scenarios.flatMap((id, at) => {
          const choice = choices.get(id);
          if (!choice)
            this.#tell(file, [...place, 'scenarios', at], unknownName(SCENARIO_WORD, id, [...choices.keys()]));
          return choice ?? [];
        }),
        notes: notes.map((row, at) => ({ text: row.text, ...this.#sourced(row, file, [...place, 'notes', at]) })),
        pitfalls: pitfalls.map((row, at) => ({
          text: row.text,
          ...this.#sourced(row, file, [...place, 'pitfalls', at]),
        })),
        rules: [],
        ...(unsettled && { unsettled }),
        ...this.#sourced(group, file, place),
      };
      for (const number of expandNumbers(group.numbers)) {
        const id = `${family} ${number}`;
        if (found.has(number)) this.#tell(file, [...place, 'numbers'], duplicate(id));
        found.set(number, { id, ...common });
      }
    }
    return [...found].sort(([a], [b]) => a - b).map(([, requirement]) => requirement);
  }

  #withRules(requirements: readonly Requirement[], file: YamlSource<ApplicabilityFile>): Requirement[] {
    const rules = new Map<string, ApplicabilityRule[]>();
    for (const [index, row] of file.data.entries()) {
      const when = row.appliesWhen ?? row.notApplicableWhen;
      if (!when || (row.appliesWhen && row.notApplicableWhen)) {
        this.#tell(file, [index, 'id'], ONE_CONDITION);
        continue;
      }
      const { id, why, declaration } = row;
      const effect = row.appliesWhen ? 'applies' : 'not-applicable';
      const rule = { id, effect, when, why, ...(declaration && { declaration }) } as const;
      const whole = { ...rule, ...this.#sourced(row, file, [index]) };
      for (const [at, pattern] of row.requirements.entries()) {
        const meant = requirements.filter((requirement) => isMeantBy(requirement.id, pattern));
        if (meant.length === 0) this.#tell(file, [index, 'requirements', at], unknownName(REQUIREMENT_WORD, pattern));
        for (const requirement of meant) rules.set(requirement.id, [...(rules.get(requirement.id) ?? []), whole]);
      }
    }
    return requirements.map((requirement) => ({ ...requirement, rules: rules.get(requirement.id) ?? [] }));
  }

  /** What is called national without a primary source would be shown as ANS's word. */
  #sourced(row: Written, file: YamlSource<unknown>, place: DataPath): Sourced {
    const sources = row.sources.flatMap((id, at) => {
      const source = this.#sources.get(id);
      if (!source) this.#tell(file, [...place, 'sources', at], unknownName(SOURCE_WORD, id, [...this.#sources.keys()]));
      return source ?? [];
    });
    if (row.standing === 'national' && !sources.some(({ kind }) => kind === 'primary')) {
      this.#tell(file, [...place, 'standing'], NEEDS_PRIMARY);
    }
    return { standing: row.standing, sources };
  }

  #tell(file: YamlSource<unknown> | undefined, place: DataPath, words: MistakeWords): void {
    if (file) this.#mistakes.push(file.mistake(place, words));
  }
}

function digestOf(folder: DataFolder): string {
  const hash = createHash('sha256');
  for (const [path, text] of folder.files) hash.update(`${path}\n${text.length}\n${text}`);
  return hash.digest('hex');
}

const FILES = [REFERENTIAL_FILE, 'scenarios.yaml', 'applicability.yaml', 'maturity.yaml'];

function strayFile(known: readonly string[]): MistakeWords {
  return {
    reason: { fr: 'rien ne lit ce fichier', en: 'nothing reads this file' },
    remedy: { fr: `Noms lus : ${known.join(', ')}.`, en: `Names that are read: ${known.join(', ')}.` },
  };
}

const FILE_WORD = { fr: 'fichier', en: 'file' };
const SCENARIO_WORD = { fr: 'scénario', en: 'scenario' };
const REQUIREMENT_WORD = { fr: 'exigence', en: 'requirement' };
const SOURCE_WORD = { fr: 'source', en: 'source' };

const ONE_CONDITION: MistakeWords = {
  reason: {
    fr: 'il faut appliesWhen ou notApplicableWhen, un seul des deux',
    en: 'appliesWhen or notApplicableWhen is needed, one of the two',
  },
  remedy: {
    fr: 'Écrivez notApplicableWhen: { fact: identity.role, is: slave }.',
    en: 'Write notApplicableWhen: { fact: identity.role, is: slave }.',
  },
};

const NEEDS_PRIMARY: MistakeWords = {
  reason: {
    fr: '« national » demande une source primaire (ANS, État)',
    en: '“national” needs a primary source (ANS, State)',
  },
  remedy: {
    fr: 'Citez une source de kind: primary, ou écrivez transcription ou project.',
    en: 'Name a source of kind: primary, or write transcription or project.',
  },
};
