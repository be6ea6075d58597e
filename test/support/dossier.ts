import type { RunResult, StepResult } from '../../src/core/index.js';
import {
  type AssessedDossier,
  assessDossier,
  type GatheredFile,
  type GatheredRun,
  loadReferential,
  readDossier,
} from '../../src/dossier/index.js';

/** A product that answers every question; the rest of its dossier.yaml goes after. */
export const HEAD = `format: epreuve-dossier/1
product: { name: TéléCœur, version: 2.4.1 }
exploitant: { name: Cardio SAS }
environment: referencement
`;
export const SLAVE = `identity: { role: slave, prints: false, documentCopies: false }
ins: { used: true }
access: { patient: true, professional: true, vitaleApp: false }
`;

export const { referential, maturity } = await loadReferential('dmn-referential');

export interface Found {
  readonly runs?: readonly GatheredRun[];
  readonly files?: readonly GatheredFile[];
}

/** Reads and assesses a dossier whose files and runs are as given. */
export function assess(text: string, { runs = [], files = [] }: Found = {}): AssessedDossier {
  const dossier = readDossier(`${HEAD}${text}`, 'dossier.yaml', referential, maturity);
  return assessDossier(dossier, referential, {
    runs: new Map(runs.map((run) => [run.path, run])),
    files: new Map(files.map((file) => [file.path, file])),
  });
}

export function requirementOf(assessed: AssessedDossier, id: string) {
  const found = assessed.requirements.find(({ requirement }) => requirement.id === id);
  if (!found) throw new Error(`no requirement ${id}`);
  return found;
}

export const present = (path: string, sha256 = 'a'.repeat(64)): GatheredFile => ({
  path,
  state: 'present',
  size: 10,
  sha256,
});

export function stepOf(id: string, outcome: StepResult['outcome'], requirementIds: readonly string[] = []): StepResult {
  const title = { fr: `Étape ${id}`, en: `Step ${id}` };
  return { id, title, outcome, evidenceIds: [], itemIds: [], requirementIds };
}

/** A verified run of these steps, unless said otherwise. */
export function runOf(
  path: string,
  steps: readonly StepResult[],
  more: { readonly state?: GatheredRun['state']; readonly result?: Partial<RunResult> } = {},
): GatheredRun {
  const outcomes = { passed: 0, failed: 0, cantTell: 0, inapplicable: 0, untested: 0 };
  const result: RunResult = {
    format: 'epreuve-result/1',
    tool: { name: 'epreuve', version: 'test' },
    title: { fr: 'Passage', en: 'Run' },
    incomplete: false,
    outcome: 'passed',
    ...{ packs: [], evidence: [], items: [], findings: [], rules: {}, steps },
    counts: { items: outcomes, rules: outcomes, findings: { fatal: 0, error: 0, warning: 0, information: 0 } },
    ...more.result,
  };
  return { path, state: 'verified', manifestSha256: 'b'.repeat(64), ...more, result };
}
