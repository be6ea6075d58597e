import type { CantTell } from '../../core/index.js';
import type { TableRow } from '../../packs/index.js';
import type { Hl7v2Context } from './context.js';

/** Keys come from documents under test: `constructor` must not find anything. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function hasCode(table: TableRow, code: string): boolean {
  return Object.hasOwn(table.codes, code);
}

/** A pack parameter that is a list; a single word counts as a list of one. */
export function findList(context: Hl7v2Context, name: string): readonly string[] | undefined {
  const value = ownValue(context.pack.parameters, name);
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? value : undefined;
}

export function findWord(context: Hl7v2Context, name: string): string | undefined {
  const value = ownValue(context.pack.parameters, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function isTurnedOn(context: Hl7v2Context, name: string): boolean {
  return ownValue(context.pack.parameters, name) === true;
}

export function missingTable(id: string): CantTell {
  return {
    cantTell: {
      fr: `Le pack ne contient pas la table ${id} : ajoutez-la pour que cette règle puisse juger.`,
      en: `The pack does not hold table ${id}: add it so that this rule can judge.`,
    },
  };
}

export function missingParameter(name: string): CantTell {
  return {
    cantTell: {
      fr: `Le pack ne donne pas le paramètre « ${name} » : ajoutez-le pour que cette règle puisse juger.`,
      en: `The pack does not give the parameter "${name}": add it so that this rule can judge.`,
    },
  };
}
