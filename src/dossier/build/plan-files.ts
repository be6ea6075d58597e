import type { AssessedDossier } from '../assess/assess-dossier.js';
import { baseNameOf, copyName, safeName, uniqueName } from './file-names.js';

/** Where each part of a built dossier stands, forward slashes, from its folder. */
export interface DossierPlaces {
  /** PDF of each requirement, by id. */
  readonly requirements: ReadonlyMap<string, string>;
  /** Copy of each proof file, by its path in dossier.yaml. */
  readonly files: ReadonlyMap<string, string>;
  /** Folder of the reports of each run, by its path in dossier.yaml. */
  readonly runs: ReadonlyMap<string, string>;
  /** Base name of each declaration, without extension, by key. */
  readonly declarations: ReadonlyMap<string, string>;
}

/** Gives every part a name that no other bears; the same dossier gives the same names. */
export function planFiles(assessed: AssessedDossier, declarationKeys: readonly string[]): DossierPlaces {
  const { requirements, gathered, dossier } = assessed;
  const taken = new Set<string>();
  const place = (folder: string, name: string) =>
    `${folder}/${uniqueName(`${folder}/${name}`, taken).slice(folder.length + 1)}`;
  const files = new Map<string, string>();
  for (const { requirement, proofs, declaration } of requirements) {
    for (const { file, slot } of proofs) {
      if (file?.state !== 'present' || files.has(file.path)) continue;
      files.set(file.path, place('preuves', `${safeName(requirement.id)}_${slot}_${copyName(file.path)}`));
    }
    const signed = declaration?.file;
    if (signed?.state === 'present' && !files.has(signed.path)) {
      files.set(signed.path, place('attestations', `signee_${copyName(signed.path)}`));
    }
  }
  const report = assessed.penetrationTest.report;
  if (report?.state === 'present' && !files.has(report.path)) {
    files.set(report.path, place('preuves', `test-d-intrusion_${copyName(report.path)}`));
  }
  const runs = [...gathered.runs.values()].filter(({ result }) => result !== undefined);
  return {
    requirements: new Map(
      requirements.map(({ requirement: { id } }) => [id, place('exigences', `${baseNameOf(id, dossier.product)}.pdf`)]),
    ),
    files,
    runs: new Map(
      runs.map(({ path }) => [path, place('passages', safeName(path.split(/[\\/]/).filter(Boolean).at(-1) ?? ''))]),
    ),
    declarations: new Map(declarationKeys.map((key) => [key, place('attestations', baseNameOf(key, dossier.product))])),
  };
}
