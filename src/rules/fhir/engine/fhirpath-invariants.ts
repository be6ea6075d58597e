import { createRequire } from 'node:module';
import type { JsonValue } from './compiled-types.js';

/** `undefined` when the expression cannot be evaluated, `empty` when it gives nothing. */
export type CompiledExpression = (
  data: JsonValue,
  environment: { readonly resource: JsonValue; readonly rootResource: JsonValue },
) => boolean | 'empty' | undefined;

interface FhirPath {
  compile(
    path: { readonly base: string; readonly expression: string },
    model: unknown,
    options?: { readonly traceFn?: () => void; readonly async?: false },
  ): (data: unknown, environment: Readonly<Record<string, unknown>>) => unknown;
}

let library: { readonly fhirpath: FhirPath; readonly model: unknown } | undefined;

/** Loaded when the first invariant asks for it: most runs judge no FHIR. */
function load() {
  const require = createRequire(import.meta.url);
  library ??= { fhirpath: require('fhirpath') as FhirPath, model: require('fhirpath/fhir-context/r4') as unknown };
  return library;
}

const compiled = new Map<string, CompiledExpression>();
/** A pack has some hundred invariants; more would be a hostile package. */
const MAX_COMPILED = 5000;

/** Compiles an invariant once. `base` is a type (`Quantity`) or a path of the model (`Observation.component`). */
export function compileInvariant(base: string, expression: string): CompiledExpression {
  const key = `${base}\n${expression}`;
  const before = compiled.get(key);
  if (before) return before;
  const made = compile(base, expression);
  if (compiled.size < MAX_COMPILED) compiled.set(key, made);
  return made;
}

function compile(base: string, expression: string): CompiledExpression {
  const { fhirpath, model } = load();
  try {
    const evaluate = fhirpath.compile({ base, expression }, model, { traceFn: () => {}, async: false });
    return (data, { resource, rootResource }) => {
      try {
        return isTrue(evaluate(data, { resource, rootResource }));
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}

function isTrue(result: unknown): boolean | 'empty' | undefined {
  if (!Array.isArray(result)) return undefined;
  if (result.length === 0) return 'empty';
  return result.length === 1 && typeof result[0] === 'boolean' ? result[0] : true;
}
