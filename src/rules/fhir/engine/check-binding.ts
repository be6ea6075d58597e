import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CodeTable, Membership } from '../../../packs/index.js';
import type { CompiledBinding, CompiledElement } from './compiled-types.js';
import type { FhirProblem } from './problem.js';
import type { Validation } from './validation.js';

interface Coded {
  readonly element: FhirElement;
  readonly system: string | undefined;
  readonly code: string;
  /** A plain code has no system of its own; a Coding without one lacks it. */
  readonly isPlain: boolean;
}

/** Codes named in a message. */
const SHOWN = 12;

/** The code, or one of the codes, is in the value set. Extensible bindings allow others, at a lower severity. */
export function checkBinding(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  { strength, valueSet }: CompiledBinding,
  type: string,
): void {
  const codes = codesOf(element, type);
  if (!codes) return;
  const kind = strength === 'required' ? 'code-in-value-set' : 'code-in-extensible-value-set';
  if (codes.length === 0) {
    if (strength === 'required' && element.children.every(({ name }) => name !== 'extension')) {
      run.add({ ...facts(kind, 'noCode', definition, valueSet), element });
    }
    return;
  }
  const table = run.engine.table(valueSet);
  if (!table) {
    const reason = { fr: `Jeu de valeurs inconnu : ${valueSet}`, en: `Unknown value set: ${valueSet}` };
    run.doubt({ kind, reason });
    return;
  }
  judge(run, codes, table, facts(kind, 'notInValueSet', definition, valueSet), element);
}

function judge(
  run: Validation,
  codes: readonly Coded[],
  table: CodeTable,
  problem: Omit<FhirProblem, 'element'>,
  element: FhirElement,
): void {
  const answers = codes.map(({ system, code, isPlain }): Membership => {
    return system === undefined && !isPlain ? 'no' : table.has(system, code);
  });
  if (answers.includes('yes')) return;
  if (answers.includes('unknown')) {
    const names = table.missing.slice(0, 3).join(', ');
    const reason = {
      fr: `Jeu de valeurs ${table.url} connu en partie : il manque ${names}`,
      en: `Value set ${table.url} known in part: ${names} is missing`,
    };
    run.doubt({ kind: problem.kind, reason });
    return;
  }
  const found = codes.map(({ system, code }) => (system === undefined ? code : `${system}|${code}`)).join(', ');
  run.add({
    ...problem,
    element: codes.length === 1 ? (codes[0]?.element ?? element) : element,
    expected: table.some(SHOWN),
    found,
  });
}

function facts(
  kind: FhirProblem['kind'],
  messageId: string,
  { id, constraintId, structureUrl }: CompiledElement,
  valueSet: string,
): Omit<FhirProblem, 'element'> {
  return { kind, messageId, constraintId, elementId: id, profile: structureUrl, data: { valueSet } };
}

/** Undefined for a type that carries no code; empty when there is none. */
function codesOf(element: FhirElement, type: string): Coded[] | undefined {
  switch (type) {
    case 'code':
    case 'string':
    case 'uri':
      return element.text === undefined
        ? undefined
        : [{ element, system: undefined, code: element.text, isPlain: true }];
    case 'Coding':
    case 'Quantity':
      return codingOf(element);
    case 'CodeableConcept':
      return element.all('coding').flatMap(codingOf);
    default:
      return undefined;
  }
}

function codingOf(element: FhirElement): Coded[] {
  const code = element.child('code');
  if (code?.text === undefined) return [];
  return [{ element: code, system: element.valueOf('system'), code: code.text, isPlain: false }];
}
