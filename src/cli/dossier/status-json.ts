import type { AssessedDossier, AssessedProof, Gate } from '../../index.js';

/** The state of a dossier for another program, on standard output. */
export function toStatusJson({ dossier, referential, requirements }: AssessedDossier, gates: readonly Gate[]): string {
  const { product, environment } = dossier;
  const { id, version, digest } = referential;
  const value = {
    format: 'epreuve-dossier-status/1',
    ...{ product, environment, referential: { id, version, digest }, gates },
    requirements: requirements.map((each) => ({
      id: each.requirement.id,
      standing: each.requirement.standing,
      state: each.state,
      scenario: each.scenario.id,
      ...(each.declaration && { declaration: each.declaration.state }),
      ...(each.platformLink && { platformLink: each.platformLink.url }),
      ...(each.missingFacts.length > 0 && { missingFacts: each.missingFacts }),
      proofs: each.proofs.map(toProof),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toProof({ slot, state, kind, file, link, run }: AssessedProof) {
  const place = file?.path ?? run?.path ?? link;
  return { slot, state, ...(kind && { kind }), ...(place !== undefined && { place }) };
}
