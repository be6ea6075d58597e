import { type Applicability, decideApplicability } from '../applicability.js';
import type { Dossier } from '../description/read-dossier.js';
import type { RequirementEntry } from '../description/schema.js';
import type { FactName, Platform, Referential, Requirement, ScenarioChoice } from '../referential/types.js';
import { type AssessedProof, assessProof, isBroken } from './assess-proof.js';
import type { Gathered, GatheredFile } from './gathered.js';
import { assessPenetrationTest, type PenetrationTestState } from './penetration-test.js';
import { type PlatformLink, readPlatformLink } from './platform-link.js';

export const REQUIREMENT_STATES = ['ready', 'missing', 'broken', 'undecided', 'not-applicable'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

/** One requirement for this product: whether it applies, how it is proved, what is missing. */
export interface AssessedRequirement {
  readonly requirement: Requirement;
  readonly entry: RequirementEntry;
  readonly applicability: Applicability;
  /** What the exploitant says against, or in place of, the rules. */
  readonly stated?: { readonly applicable: boolean; readonly reason: string };
  readonly state: RequirementState;
  readonly scenario: ScenarioChoice;
  /** False: proposed, because the dossier names none. */
  readonly chosen: boolean;
  readonly proofs: readonly AssessedProof[];
  /** Only when not applicable. */
  readonly declaration?: { readonly state: 'signed' | 'to-sign' | 'broken'; readonly file?: GatheredFile };
  readonly missingFacts: readonly FactName[];
  readonly platformLink?: PlatformLink;
}

export interface AssessedDossier {
  readonly dossier: Dossier;
  readonly referential: Referential;
  readonly platform: Platform;
  readonly requirements: readonly AssessedRequirement[];
  readonly penetrationTest: PenetrationTestState;
  readonly gathered: Gathered;
}

/** Compares a dossier with its requirement pack and with what was found on the machine. Pure. */
export function assessDossier(dossier: Dossier, referential: Referential, gathered: Gathered): AssessedDossier {
  const platform = platformOf(dossier, referential);
  return {
    ...{ dossier, referential, platform, gathered },
    requirements: referential.requirements.map((requirement) =>
      assessRequirement(requirement, dossier, referential, gathered),
    ),
    penetrationTest: assessPenetrationTest(dossier, referential.penetrationTest, gathered),
  };
}

/** The platform of the environment, at the address the dossier gives it. */
export function platformOf({ environment, platforms }: Dossier, referential: Referential): Platform {
  const known = referential.platforms.find(({ id }) => id === environment);
  const address = platforms?.[environment] ?? known?.address ?? '';
  if (known) return { ...known, address };
  const title = { fr: environment, en: environment };
  return { id: environment, title, address, standing: 'project', sources: [] };
}

function assessRequirement(
  requirement: Requirement,
  dossier: Dossier,
  referential: Referential,
  gathered: Gathered,
): AssessedRequirement {
  const entry = dossier.requirements.get(requirement.id) ?? {};
  const applicability = decideApplicability(requirement, dossier.facts);
  const { applicable, reason = '' } = entry;
  const stated = applicable === undefined ? undefined : { applicable, reason };
  const applies =
    stated?.applicable ?? (applicability.state === 'undecided' ? undefined : applicability.state === 'applies');
  const scenario = requirement.scenarios.find(({ id }) => id === entry.scenario) ?? requirement.scenarios[0];
  if (!scenario) throw new RangeError(`${requirement.id} has no scenario`);
  const link = entry.platformLink;
  const common = {
    ...{ requirement, entry, applicability, scenario, chosen: entry.scenario !== undefined },
    ...(stated && { stated }),
    ...(link !== undefined && { platformLink: readPlatformLink(link, dossier, referential) }),
    missingFacts: applies === undefined && applicability.state === 'undecided' ? applicability.missing : [],
  };
  if (applies === undefined) return { ...common, state: 'undecided', proofs: [] };
  if (!applies) {
    const declaration = declarationOf(entry, applicability, stated !== undefined, dossier, gathered);
    return { ...common, state: 'not-applicable', proofs: [], declaration };
  }
  const context = { requirementId: requirement.id, entry, runs: dossier.runs ?? [], gathered };
  const proofs = ([1, 2, 3] as const).flatMap((slot) => assessProof(slot, scenario.proofs[slot - 1], context) ?? []);
  return { ...common, proofs, state: stateOf(proofs) };
}

function stateOf(proofs: readonly AssessedProof[]): RequirementState {
  if (proofs.some(({ state }) => isBroken(state))) return 'broken';
  return proofs.every(({ state }) => state === 'ready') ? 'ready' : 'missing';
}

function declarationOf(
  entry: RequirementEntry,
  applicability: Applicability,
  isStated: boolean,
  { declarations = {} }: Dossier,
  gathered: Gathered,
): NonNullable<AssessedRequirement['declaration']> {
  const shared =
    applicability.state === 'not-applicable' && !isStated ? declarations[applicability.rule.id] : undefined;
  const path = entry.declaration ?? shared;
  if (path === undefined) return { state: 'to-sign' };
  const file = gathered.files.get(path) ?? { path, state: 'missing' as const };
  return { file, state: file.state === 'present' ? 'signed' : 'broken' };
}
