import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Rule } from '../../src/core/index.js';
import type { Examples } from '../../src/rules/examples.js';
import { RULE_FILES } from '../../src/rules/generated/examples.js';

const RULES_FOLDER = join(process.cwd(), 'src/rules');

export interface RuleFile {
  /** `hl7v2/header/pam-msh-7`. */
  readonly name: string;
  readonly rule: Rule<unknown, unknown>;
  readonly examples: Examples | undefined;
}

/** Names of the rule files, as the generator of the rule index finds them: those that call defineRule. */
export function ruleFileNames(): string[] {
  return [...filesUnder(RULES_FOLDER)]
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.examples.ts'))
    .filter((path) => readFileSync(path, 'utf8').includes('= defineRule'))
    .map((path) => relative(RULES_FOLDER, path).split(sep).join('/').replace(/\.ts$/, ''))
    .sort();
}

/** Names of the examples files, without their ending. */
export function examplesFileNames(): string[] {
  const ending = '.examples.ts';
  return [...filesUnder(RULES_FOLDER)]
    .filter((path) => path.endsWith(ending))
    .map((path) => relative(RULES_FOLDER, path).split(sep).join('/').slice(0, -ending.length))
    .sort();
}

export async function importRule(name: string): Promise<RuleFile> {
  const file = RULE_FILES.get(name);
  if (!file) throw new TypeError(`${name}.ts is not in the generated index: npm run generate`);
  if (!isRule(file.rule)) throw new TypeError(`${name}.ts must export ${exportNameOf(name)}`);
  return { name, rule: file.rule, examples: file.examples };
}

/** `pam-msh-12-version` → `pamMsh12Version`. */
export function exportNameOf(name: string): string {
  return basename(name).replace(/-([a-z0-9])/g, (_, char: string) => char.toUpperCase());
}

function isRule(value: unknown): value is Rule<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* filesUnder(path);
    } else yield path;
  }
}
