import type { CantTell, Problem, Severity, Text } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';

/** What can be wrong with a row that carries a rule id: one wording for each. */
export type ClaimMessage = 'missing' | 'extra' | 'value' | 'code' | 'type' | 'target' | 'form' | 'broken';

const WORDINGS: Readonly<Record<ClaimMessage, Text>> = {
  missing: {
    fr: '{path} : absent ou trop peu nombreux (attendu {expected}, trouvé {found}). Ajoutez ce qui manque.',
    en: '{path}: absent or too few (expected {expected}, found {found}). Add what is missing.',
  },
  extra: {
    fr: '{path} : en trop (attendu {expected}, trouvé {found}). Retirez ce qui dépasse.',
    en: '{path}: too many (expected {expected}, found {found}). Take away what is in excess.',
  },
  value: {
    fr: '{path} : « {found} » au lieu de {expected}. Écrivez la valeur attendue, casse comprise.',
    en: '{path}: "{found}" instead of {expected}. Write the expected value, upper and lower case included.',
  },
  code: {
    fr: '{path} : « {found} » n’est pas dans la liste attendue : {expected}. Convertissez vos codes internes.',
    en: '{path}: "{found}" is not in the expected list: {expected}. Convert your internal codes.',
  },
  type: {
    fr: '{path} : type {found} non admis ici, attendu {expected}. Changez de type d’élément.',
    en: '{path}: type {found} is not allowed here, expected {expected}. Use the expected type.',
  },
  target: {
    fr: '{path} : la référence désigne {found}, attendu {expected}. Désignez une ressource du bon type.',
    en: '{path}: the reference points at {found}, expected {expected}. Point at a resource of the right type.',
  },
  form: {
    fr: '{path} : écriture refusée (« {found} », attendu {expected}). Corrigez cette valeur.',
    en: '{path}: this writing is refused ("{found}", expected {expected}). Correct this value.',
  },
  broken: {
    fr: '{path} : la contrainte {key} n’est pas respectée. Corrigez l’élément, puis relancez la vérification.',
    en: '{path}: the constraint {key} does not hold. Correct the element, then check again.',
  },
};

/** Message of a rule for each message of the engine; those left out are `form`. */
const BY_ENGINE: Readonly<Record<string, ClaimMessage>> = {
  tooFew: 'missing',
  noRequest: 'missing',
  noCode: 'missing',
  tooMany: 'extra',
  forbidden: 'extra',
  notInASlice: 'extra',
  notFixed: 'value',
  notPattern: 'value',
  notInValueSet: 'code',
  typeNotAllowed: 'type',
  wrongType: 'target',
  typeDiffers: 'target',
  notInBundle: 'target',
  broken: 'broken',
};

/** What a rule makes of a finding of the engine when the standard wording is not enough. */
export type Refinement<Name extends string> = 'skip' | { readonly messageId?: Name; readonly severity?: Severity };

export type ClaimMessages<Name extends ClaimMessage> = Readonly<Record<Name, Text>>;

/** The wordings a rule uses. A finding without a wording of its own takes the first. */
export function claimMessages<Name extends ClaimMessage>(...names: readonly [Name, ...Name[]]): ClaimMessages<Name> {
  return Object.fromEntries(names.map((name) => [name, WORDINGS[name]])) as ClaimMessages<Name>;
}

/**
 * What the engine found on the rows that carry this rule's id, in the wordings of the rule. Several rows often say the
 * same of one place (the element, its slice, its parts): each place is told once.
 */
export function* claimed<Name extends string>(
  ruleId: string,
  messages: Readonly<Record<Name, Text>>,
  resource: FhirResource,
  context: FhirContext,
  refine?: (problem: Problem) => Refinement<Name> | undefined,
): Generator<Problem<Name> | CantTell> {
  const told = new Set<string>();
  const problems = [...problemsFor<string>(ruleId, resource, context)];
  for (const problem of problems) {
    if ('cantTell' in problem) {
      yield problem;
      continue;
    }
    const { path } = problem.location;
    if (told.has(path) || isToldElsewhere(problem, problems)) continue;
    const refinement = refine?.(problem);
    if (refinement === 'skip') continue;
    told.add(path);
    yield { ...problem, messageId: wordingOf(problem, messages), data: wordsOf(problem), ...refinement };
  }
}

/**
 * A concept without its code is told where the code is missing; a choice element of a wrong type (`value[x]`) is told
 * where it stands, not as missing.
 */
function isToldElsewhere({ messageId, location }: Problem, problems: readonly (Problem | CantTell)[]): boolean {
  const { path } = location;
  const others = problems.flatMap((each) => ('location' in each ? [each] : []));
  if (messageId === 'noCode') return others.some((other) => other.location.path.startsWith(`${path}.`));
  if (messageId !== 'tooFew' || !path.endsWith('[x]')) return false;
  const start = path.slice(0, -3);
  return others.some((other) => other.messageId === 'typeNotAllowed' && other.location.path.startsWith(start));
}

function wordingOf<Name extends string>({ messageId }: Problem, messages: Readonly<Record<Name, Text>>): Name {
  const names = Object.keys(messages) as Name[];
  const wanted = BY_ENGINE[messageId] ?? 'form';
  const [first] = names;
  return names.find((name) => name === wanted) ?? (first as Name);
}

/** Templates always find their words; what is absent is told by a dash. */
function wordsOf({ data, constraintId }: Problem): NonNullable<Problem['data']> {
  const shown = (value: unknown): string => (value === undefined || value === '' ? '—' : String(value));
  return {
    ...data,
    path: shown(data?.path),
    expected: shown(data?.expected),
    found: shown(data?.found),
    key: shown(data?.key ?? constraintId),
  };
}
