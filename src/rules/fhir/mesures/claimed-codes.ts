import type { CantTell, Problem, Text } from '../../../core/index.js';
import type { FhirTableRow } from '../../../packs/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { engineFor } from '../engine/engine.js';
import { problemsFor } from '../report.js';
import { claimed, claimMessages, type Refinement } from './claimed.js';

/** Messages of every rule that judges a code against a national value set. */
export const codeMessages = {
  ...claimMessages('code'),
  missing: {
    fr: '{path} : il faut un code de la liste ({expected}) ; un texte seul ne suffit pas.',
    en: '{path}: a code of the list is needed ({expected}); a text alone is not enough.',
  },
  unconfirmed: {
    fr: '{path} : « {found} » absent des codes connus ({expected}) ; la dernière publication de cette liste n’a pas été lue. Vérifiez-la.',
    en: '{path}: "{found}" is not among the codes known ({expected}); the latest publication of this list was not read. Check it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type CodeMessage = keyof typeof codeMessages;

/**
 * Codes outside their value set, as the engine found them. A code of the other terminology generation is left to
 * FHM-507, a coding without system or code to FHM-509; one outside a table that was not read is a warning; so is one
 * outside an extensible list.
 */
export function claimedCodes<Name extends string>(
  ruleId: string,
  messages: Readonly<Record<Name | CodeMessage, Text>>,
  resource: FhirResource,
  context: FhirContext,
): Generator<Problem<Name | CodeMessage> | CantTell> {
  const incomplete = incompleteCodings(resource, context);
  return claimed<Name | CodeMessage>(
    ruleId,
    messages,
    resource,
    context,
    (problem): Refinement<CodeMessage> | undefined => {
      const { path } = problem.location;
      if (incomplete.some((coding) => isAround(coding, path) || isAround(path, coding))) return 'skip';
      const table = tableOf(problem, context);
      if (problem.messageId !== 'notInValueSet') return undefined;
      if (table && isOfOtherGeneration(problem, table)) return 'skip';
      if (table && !table.wasRead) return { messageId: 'unconfirmed', severity: 'warning' };
      return isExtensible(problem, context) ? { severity: 'warning' } : undefined;
    },
  );
}

/** Places of the codings that FHM-509 finds incomplete. */
function incompleteCodings(resource: FhirResource, context: FhirContext): string[] {
  return [...problemsFor('FHM-509', resource, context)].flatMap((problem) =>
    'location' in problem ? [problem.location.path.replace(/\.(?:system|code)$/, '')] : [],
  );
}

const isAround = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

export function tableOf({ data }: Problem, { pack }: FhirContext): FhirTableRow | undefined {
  const tables = pack.fhir?.sheets?.tables ?? {};
  const url = String(data?.valueSet ?? '');
  return Object.hasOwn(tables, url) ? tables[url] : undefined;
}

export function isOfOtherGeneration({ found }: Problem, { otherGeneration }: FhirTableRow): boolean {
  return (found ?? '').split(', ').some((code) => otherGeneration.includes(code));
}

function isExtensible({ constraintId }: Problem, { pack }: FhirContext): boolean {
  const [url = '', id = ''] = (constraintId ?? '').split('#');
  return engineFor(pack.fhir).structure(url)?.byId.get(id)?.binding?.strength === 'extensible';
}
